namespace Bulwark.Simulation.Recording;

/// <summary>A ballistic track took a plot: where it is believed to strike and to have been launched. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth that gave the latest plot, or -1.</param>
/// <param name="ImpactLatitudeRad">Latitude of the place it will strike, radians.</param>
/// <param name="ImpactLongitudeRad">Longitude of the place, radians.</param>
/// <param name="ImpactTimeS">When it strikes, seconds of the run.</param>
/// <param name="ImpactMajorSigmaM">Standard deviation along the longer axis of the error's ellipse, metres.</param>
/// <param name="ImpactMinorSigmaM">Standard deviation along the shorter axis, metres.</param>
/// <param name="ImpactMajorAzimuthRad">Direction of the longer axis, radians clockwise from north.</param>
/// <param name="LaunchLatitudeRad">Latitude of the place it was launched from, radians; not-a-number when not known.</param>
/// <param name="LaunchLongitudeRad">Longitude of that place, radians; not-a-number when not known.</param>
/// <param name="LaunchMajorSigmaM">Standard deviation along the longer axis of that ellipse, metres; not-a-number when not known.</param>
/// <param name="LaunchMinorSigmaM">Standard deviation along the shorter axis, metres; not-a-number when not known.</param>
/// <param name="LaunchMajorAzimuthRad">Direction of the longer axis, radians; not-a-number when not known.</param>
public readonly record struct ImpactPredicted(
    int Picture,
    int Track,
    int Target,
    double ImpactLatitudeRad,
    double ImpactLongitudeRad,
    double ImpactTimeS,
    double ImpactMajorSigmaM,
    double ImpactMinorSigmaM,
    double ImpactMajorAzimuthRad,
    double LaunchLatitudeRad,
    double LaunchLongitudeRad,
    double LaunchMajorSigmaM,
    double LaunchMinorSigmaM,
    double LaunchMajorAzimuthRad) : IBeliefEvent<ImpactPredicted>
{
    /// <inheritdoc />
    public static EventType Type => EventType.ImpactPredicted;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("impact_latitude_rad", ImpactLatitudeRad);
        writer.Real("impact_longitude_rad", ImpactLongitudeRad);
        writer.Real("impact_time_s", ImpactTimeS);
        writer.Real("impact_major_sigma_m", ImpactMajorSigmaM);
        writer.Real("impact_minor_sigma_m", ImpactMinorSigmaM);
        writer.Real("impact_major_azimuth_rad", ImpactMajorAzimuthRad);
        writer.Real("launch_latitude_rad", LaunchLatitudeRad);
        writer.Real("launch_longitude_rad", LaunchLongitudeRad);
        writer.Real("launch_major_sigma_m", LaunchMajorSigmaM);
        writer.Real("launch_minor_sigma_m", LaunchMinorSigmaM);
        writer.Real("launch_major_azimuth_rad", LaunchMajorAzimuthRad);
    }

    ImpactPredicted IBeliefEvent<ImpactPredicted>.About(int target) => this with { Target = target };
}
