namespace Bulwark.Simulation.Recording;

/// <summary>A radar's strobe went to a track of strobes that is believed in. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Node">Index of the node.</param>
/// <param name="Track">Number of the strobe track within the picture.</param>
/// <param name="Target">Jammer in truth that gave the latest strobe.</param>
/// <param name="AzimuthRad">Azimuth believed, radians.</param>
/// <param name="AzimuthRateRadPerS">How fast it turns, rad/s, positive clockwise.</param>
/// <param name="AzimuthSigmaRad">Standard deviation of the azimuth, radians.</param>
public readonly record struct StrobeTracked(int Picture, int Node, int Track, int Target, double AzimuthRad, double AzimuthRateRadPerS, double AzimuthSigmaRad) : IBeliefEvent<StrobeTracked>
{
    /// <inheritdoc />
    public static EventType Type => EventType.StrobeTracked;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("node", Node);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("azimuth_rad", AzimuthRad);
        writer.Real("azimuth_rate_rad_per_s", AzimuthRateRadPerS);
        writer.Real("azimuth_sigma_rad", AzimuthSigmaRad);
    }

    StrobeTracked IBeliefEvent<StrobeTracked>.About(int target) => this with { Target = target };
}
