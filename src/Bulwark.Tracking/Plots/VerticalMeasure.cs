namespace Bulwark.Tracking.Plots;

/// <summary>What a plot says about the vertical.</summary>
internal enum VerticalMeasure
{
    /// <summary>Nothing: a two-dimensional plot.</summary>
    None,

    /// <summary>An elevation angle.</summary>
    Elevation,

    /// <summary>A height above the ellipsoid.</summary>
    Height,
}
