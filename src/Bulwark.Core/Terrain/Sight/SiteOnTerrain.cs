using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Puts sensors on the ground.</summary>
public static class SiteOnTerrain
{
    /// <summary>
    /// The geometry of a sensor that stands on the terrain. Heights are those of the terrain's datum, so that everything measured from it must
    /// use the same datum; over one map the geoid differs from a parallel of the ellipsoid by metres.
    /// </summary>
    /// <param name="terrain">The terrain.</param>
    /// <param name="place">Latitude and longitude; the height is not used.</param>
    /// <param name="antennaHeightM">Height of the antenna's centre above the ground, metres; finite.</param>
    /// <param name="effectiveEarthFactorRatio">Effective Earth factor k, positive (see <see cref="EffectiveEarth.FromRefractivityGradient"/> for a gradient).</param>
    /// <exception cref="UnknownGroundException">The height of the ground is unknown there.</exception>
    public static SensorFrame Place(IElevationField terrain, GeodeticPoint place, double antennaHeightM, double effectiveEarthFactorRatio = 4.0 / 3.0)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        var groundM = terrain.HeightM(place.LatitudeRad, place.LongitudeRad);
        if (double.IsNaN(groundM)) throw new UnknownGroundException(place);
        return new SensorFrame(place.WithHeight(groundM), antennaHeightM, effectiveEarthFactorRatio);
    }
}
