namespace Bulwark.Formats.Asterix;

/// <summary>What <see cref="PlotSource.Read"/> found.</summary>
public enum RadarEventKind
{
    /// <summary>A measured position: <see cref="PlotSource.Report"/>.</summary>
    Plot = 0,

    /// <summary>The beam passed north: <see cref="PlotSource.NorthMark"/>.</summary>
    NorthMark = 1,
}
