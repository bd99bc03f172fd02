namespace Bulwark.Simulation.Recording;

/// <summary>A radar produced a plot. Immutable.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Target">Index of the target in truth, or -1 for a false alarm.</param>
/// <param name="RangeM">Measured slant range, metres.</param>
/// <param name="AzimuthRad">Measured azimuth, radians.</param>
/// <param name="ElevationRad">Measured apparent elevation, radians; not a number without one.</param>
/// <param name="SnrDb">True signal-to-noise ratio, decibels; not a number for a false alarm.</param>
public readonly record struct PlotMade(int Node, int Target, double RangeM, double AzimuthRad, double ElevationRad, double SnrDb) : IBeliefEvent<PlotMade>
{
    /// <inheritdoc />
    public static EventType Type => EventType.PlotMade;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Integer("target", Target);
        writer.Real("range_m", RangeM);
        writer.Real("azimuth_rad", AzimuthRad);
        writer.Real("elevation_rad", ElevationRad);
        writer.Real("snr_db", SnrDb);
    }

    PlotMade IBeliefEvent<PlotMade>.About(int target) => this with { Target = target };
}
