using Bulwark.Sensing.Propagation;

namespace Bulwark.Sensing.Radars;

/// <summary>The surface round a radar that reflects its waves, the same on all sides. Immutable.</summary>
/// <param name="IsSea">Sea, whose level is that of height 0; otherwise flat land at the height of the site.</param>
/// <param name="RoughnessM">Standard deviation of its height, metres, not negative: about a quarter of the significant wave height.</param>
public sealed record ReflectingSurface(bool IsSea, double RoughnessM)
{
    internal SmoothEarthPropagation Under(RadarParameters radar, double antennaHeightM, double effectiveRadiusM) => new(
        radar.FrequencyHz,
        Math.Max(0.1, IsSea ? antennaHeightM : radar.AntennaHeightM),
        Polarisation.Horizontal,
        IsSea ? SeaWater.Constants(radar.FrequencyHz) : GroundConstants.AverageLand,
        RoughnessM,
        effectiveRadiusM,
        elevationRad => Field(radar, elevationRad));

    // A set that covers a span of elevations has a beam for each: the rays lose by how far the surface lies outside the span.
    private static double Field(RadarParameters radar, double elevationRad)
    {
        var outside = Math.Max(radar.MinimumElevationRad - elevationRad, elevationRad - radar.MaximumElevationRad);
        if (outside <= 0) return 1;
        var beams = outside / radar.ElevationBeamwidthRad;
        return Math.Exp(-2 * Math.Log(2) * beams * beams);
    }
}
