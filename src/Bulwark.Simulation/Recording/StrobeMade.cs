namespace Bulwark.Simulation.Recording;

/// <summary>A radar noticed a jammer's noise and measured where it comes from: a direction without a range. Immutable.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Target">Index of the jammer in truth.</param>
/// <param name="AzimuthRad">Measured azimuth, radians.</param>
/// <param name="AzimuthSigmaRad">Its standard deviation, radians.</param>
/// <param name="JammerToNoiseDb">True jammer-to-noise ratio on the beam's axis, decibels.</param>
public readonly record struct StrobeMade(int Node, int Target, double AzimuthRad, double AzimuthSigmaRad, double JammerToNoiseDb) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.StrobeMade;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Integer("target", Target);
        writer.Real("azimuth_rad", AzimuthRad);
        writer.Real("azimuth_sigma_rad", AzimuthSigmaRad);
        writer.Real("jammer_to_noise_db", JammerToNoiseDb);
    }
}
