namespace Bulwark.Simulation.Recording;

/// <summary>Strobes of two radars of a picture cross, and the crossing is believed to be a jammer and no ghost: where it is. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Crossing">Number of the crossing within the picture.</param>
/// <param name="Target">Jammer in truth that gave the latest strobe.</param>
/// <param name="XM">Earth-fixed position believed, metres.</param>
/// <param name="YM">As <paramref name="XM"/>.</param>
/// <param name="ZM">As <paramref name="XM"/>.</param>
/// <param name="MajorSigmaM">Standard deviation along the longer axis of the horizontal error ellipse, metres.</param>
/// <param name="MinorSigmaM">Standard deviation along the shorter axis, metres.</param>
/// <param name="MajorAzimuthRad">Direction of the longer axis, radians clockwise from north.</param>
/// <param name="Supports">Further radars with a strobe through the place.</param>
public readonly record struct JammerLocated(
    int Picture, int Crossing, int Target, double XM, double YM, double ZM, double MajorSigmaM, double MinorSigmaM, double MajorAzimuthRad, int Supports) : IBeliefEvent<JammerLocated>
{
    /// <inheritdoc />
    public static EventType Type => EventType.JammerLocated;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("crossing", Crossing);
        writer.Integer("target", Target);
        writer.Real("x_m", XM);
        writer.Real("y_m", YM);
        writer.Real("z_m", ZM);
        writer.Real("major_sigma_m", MajorSigmaM);
        writer.Real("minor_sigma_m", MinorSigmaM);
        writer.Real("major_azimuth_rad", MajorAzimuthRad);
        writer.Integer("supports", Supports);
    }

    JammerLocated IBeliefEvent<JammerLocated>.About(int target) => this with { Target = target };
}
