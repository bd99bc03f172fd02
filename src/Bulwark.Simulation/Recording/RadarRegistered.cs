using Bulwark.Tracking.Registration;

namespace Bulwark.Simulation.Recording;

/// <summary>What the owner of a picture has learned of a radar's constant errors, with what they are in truth, which it does not know. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Node">Index of the radar.</param>
/// <param name="Pairs">Pairs of plots that the radar had a part in so far.</param>
/// <param name="Believed">What is believed.</param>
/// <param name="TrueRangeM">What its ranges are too long by in truth, metres.</param>
/// <param name="TrueAzimuthRad">What its azimuths are too far to the right by in truth, radians.</param>
/// <param name="TrueElevationRad">What its elevations are too high by in truth, radians.</param>
public readonly record struct RadarRegistered(int Picture, int Node, int Pairs, SiteErrors Believed, double TrueRangeM, double TrueAzimuthRad, double TrueElevationRad) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.RadarRegistered;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("node", Node);
        writer.Integer("pairs", Pairs);
        writer.Real("range_m", Believed.RangeM);
        writer.Real("azimuth_rad", Believed.AzimuthRad);
        writer.Real("elevation_rad", Believed.ElevationRad);
        writer.Real("range_sigma_m", Believed.RangeSigmaM);
        writer.Real("azimuth_sigma_rad", Believed.AzimuthSigmaRad);
        writer.Real("elevation_sigma_rad", Believed.ElevationSigmaRad);
        writer.Real("true_range_m", TrueRangeM);
        writer.Real("true_azimuth_rad", TrueAzimuthRad);
        writer.Real("true_elevation_rad", TrueElevationRad);
    }
}
