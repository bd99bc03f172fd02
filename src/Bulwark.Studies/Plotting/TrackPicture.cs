using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Tracks;

namespace Bulwark.Studies.Plotting;

/// <summary>What the picture of recorded traffic shows. Immutable.</summary>
public sealed record TrackPicture
{
    /// <summary>Title, for example the recording's name.</summary>
    public required string Title { get; init; }

    /// <summary>The radars with their names.</summary>
    public required IReadOnlyList<(string Name, GeodeticPoint Position)> Radars { get; init; }

    /// <summary>The tracks.</summary>
    public required IReadOnlyList<TrackTrail> Trails { get; init; }

    /// <summary>Lines of the box of figures beside the map: a name and a value.</summary>
    public IReadOnlyList<(string Name, string Value)> Statistics { get; init; } = [];

    /// <summary>Distance from a radar at which the map ends at the latest, metres; keeps one stray plot from shrinking everything.</summary>
    public double LargestRangeM { get; init; } = 500_000;

    /// <summary>Draws the picture.</summary>
    /// <returns>One SVG element; the same for the same input, to the byte.</returns>
    public string ToSvg() => TrackMap.Draw(this);
}
