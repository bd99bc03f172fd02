using Bulwark.Core.Earth;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>What the recordings say about one radar. Mutable while they are surveyed.</summary>
/// <param name="key">The radar.</param>
internal sealed class RadarFacts(SensorKey key)
{
    /// <summary>The radar.</summary>
    public SensorKey Key { get; } = key;

    /// <summary>Its plots.</summary>
    public long Plots { get; set; }

    /// <summary>Range of its farthest plot, metres.</summary>
    public double FarthestM { get; set; }

    /// <summary>Its north marks.</summary>
    public int NorthMarks { get; set; }

    /// <summary>Its antenna period as measured from the north marks; null when there are too few.</summary>
    public AntennaPeriod? Measured { get; set; }

    /// <summary>The antenna period it states, seconds; null when it states none.</summary>
    public double? StatedPeriodS { get; set; }

    /// <summary>The place it states; null when it states none.</summary>
    public GeodeticPoint? StatedPlace { get; set; }
}
