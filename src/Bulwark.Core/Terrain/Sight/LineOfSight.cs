using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The line of sight from a sensor to a point over terrain, one ray traced sample by sample. Everything faster in this folder is compared with it.
/// </summary>
/// <remarks>
/// The ground along the geodesic is sampled at a spacing (an eighth of the spacing of the posts unless stated, bilinear between posts, four times as dense over the first
/// 48 spacings, where an error grows most with distance); each sample is
/// seen at the apparent elevation that <see cref="SensorFrame"/> gives to a point at its place and height, on the ellipsoid, with any effective
/// Earth factor. The target is visible when it is seen higher than all ground nearer than itself, and is not below its own ground.
/// Source: the definition of optical and radio visibility, Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 8.4; sampling as in
/// De Floriani and Magillo, Algorithms for visibility computation on terrains, Environment and Planning B 30 (2003) 709-728.
/// </remarks>
public static class LineOfSight
{
    /// <summary>Traces the line of sight.</summary>
    /// <param name="sensor">The sensor; its heights and those of the target use the terrain's datum.</param>
    /// <param name="target">The target.</param>
    /// <param name="terrain">The terrain.</param>
    /// <param name="missing">What stands in for unknown ground.</param>
    /// <param name="spacingM">Distance between samples, metres; zero for an eighth of the spacing of the posts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spacing is negative or the target's coordinates are not finite.</exception>
    public static LineOfSightResult Trace(
        SensorFrame sensor,
        GeodeticPoint target,
        IElevationField terrain,
        MissingTerrain missing = MissingTerrain.Unknown,
        double spacingM = 0)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        ArgumentNullException.ThrowIfNull(terrain);
        if (!(spacingM >= 0)) throw new ArgumentOutOfRangeException(nameof(spacingM), spacingM, "The spacing is positive, or zero for an eighth of that of the posts.");
        if (!double.IsFinite(target.HeightM)) throw new ArgumentOutOfRangeException(nameof(target), target, "The target's height is finite.");
        if (spacingM == 0) spacingM = terrain.SpacingM / 8;

        var path = Geodesic.Inverse(sensor.Antenna, target);
        var line = new GeodesicLine(sensor.Antenna, path.AzimuthStartRad);
        var highest = double.NegativeInfinity;
        var highestAtM = double.NaN;
        var unknown = 0;
        var samples = 0;
        var near = RaySamples.NearSamples * RaySamples.NearParts;
        for (var distanceM = spacingM / RaySamples.NearParts; distanceM < path.DistanceM; distanceM = samples < near ? (samples + 1) * spacingM / RaySamples.NearParts : (samples + 1 - near + RaySamples.NearSamples) * spacingM)
        {
            samples++;
            var place = line.At(distanceM).Point;
            var heightM = GroundM(terrain, place, missing, ref unknown);
            if (double.IsNaN(heightM)) continue;
            var sine = new SurfaceSight(sensor, place.LatitudeRad, place.LongitudeRad).ElevationSine(heightM);
            if (sine <= highest) continue;
            highest = sine;
            highestAtM = distanceM;
        }

        samples++;
        var groundM = GroundM(terrain, target, missing, ref unknown);
        var sight = new SurfaceSight(sensor, target.LatitudeRad, target.LongitudeRad);
        var sightHeightM = double.IsNegativeInfinity(highest) ? double.NaN : sight.HeightM(highest);
        if (path.DistanceM <= spacingM && unknown == 0) sightHeightM = groundM;

        var measurement = sensor.Measure(Wgs84.ToEcef(target));
        var blocked = Math.Sin(measurement.ElevationRad) < highest || target.HeightM < groundM;
        var state = blocked ? SightState.Blocked : unknown > 0 && missing == MissingTerrain.Unknown ? SightState.Unknown : SightState.Clear;
        var floorM = double.IsNaN(groundM) ? sightHeightM : double.IsNaN(sightHeightM) ? groundM : Math.Max(sightHeightM, groundM);
        var result = new LineOfSightResult(state, measurement, null, double.NaN, double.NaN, target.HeightM - floorM, sightHeightM, groundM, samples, unknown);
        if (double.IsNaN(highestAtM)) return result;

        var obstacle = line.At(highestAtM).Point;
        var ignored = 0;
        obstacle = obstacle.WithHeight(GroundM(terrain, obstacle, missing, ref ignored));
        var obstacleRangeM = new SurfaceSight(sensor, obstacle.LatitudeRad, obstacle.LongitudeRad).RangeM(obstacle.HeightM);
        return result with { Obstacle = obstacle, ObstacleRangeM = obstacleRangeM, ObstacleElevationRad = Math.Asin(highest) };
    }

    /// <summary>The smallest visible height over a place; its own height is not used.</summary>
    /// <param name="sensor">The sensor; its heights use the terrain's datum.</param>
    /// <param name="place">The place.</param>
    /// <param name="terrain">The terrain.</param>
    /// <param name="missing">What stands in for unknown ground.</param>
    /// <param name="spacingM">Distance between samples, metres; zero for an eighth of the spacing of the posts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spacing is negative or the coordinates are not finite.</exception>
    public static VisibleHeight LowestVisible(
        SensorFrame sensor,
        GeodeticPoint place,
        IElevationField terrain,
        MissingTerrain missing = MissingTerrain.Unknown,
        double spacingM = 0)
    {
        var result = Trace(sensor, place.WithHeight(0), terrain, missing, spacingM);
        var state = double.IsNaN(result.SightHeightM) || double.IsNaN(result.GroundHeightM) ? VisibleHeightState.Unknown
            : result.UnknownCount > 0 && missing == MissingTerrain.Unknown ? VisibleHeightState.LowerBound
            : VisibleHeightState.Known;
        return new VisibleHeight(state, result.SightHeightM, result.GroundHeightM);
    }

    private static double GroundM(IElevationField terrain, GeodeticPoint place, MissingTerrain missing, ref int unknown)
    {
        var heightM = terrain.HeightM(place.LatitudeRad, place.LongitudeRad);
        if (!double.IsNaN(heightM)) return heightM;
        unknown++;
        return missing == MissingTerrain.SmoothEarth ? 0 : double.NaN;
    }
}
