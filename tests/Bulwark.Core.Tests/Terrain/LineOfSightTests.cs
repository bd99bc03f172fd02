using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Core.Tests.Terrain;

public class LineOfSightTests
{
    [Theory]
    [InlineData(4.0 / 3.0)]
    [InlineData(1.0)]
    [InlineData(2.5)]
    public void OverFlatSeaItIsTheSmoothEarthsHorizon(double factor)
    {
        var sea = SightTerrain.Make(43, 3, 46, 7, 60, static (_, _) => 0);
        var sensor = SiteOnTerrain.Place(sea, SightTerrain.At(44.5, 5), 30, factor);
        foreach (var azimuth in (double[])[0, 0.7, 2, 3.3, 5])
        {
            for (var distanceM = 10_000.0; distanceM < 110_000; distanceM += 7_000)
            {
                var place = Geodesic.Direct(sensor.Antenna, azimuth, distanceM).Point;
                var lowest = LineOfSight.LowestVisible(sensor, place, sea, spacingM: 40).MinimumHeightM;

                // The horizon in between is a sample at most 20 m off the point of contact: (20 m)²/2kR is 0.04 mm, seen from afar less than a centimetre.
                foreach (var heightM in (double[])[lowest - 0.2, lowest + 0.2])
                {
                    if (heightM < 0) continue;
                    var measured = sensor.Measure(Wgs84.ToEcef(place.WithHeight(heightM)));
                    Assert.Equal(sensor.ClearsHorizon(measured), LineOfSight.Trace(sensor, place.WithHeight(heightM), sea, spacingM: 40).State == SightState.Clear);
                }
            }
        }
    }

    [Fact]
    public void AWallCastsTheShadowOfPlaneGeometry()
    {
        // A wall of 200 m along a meridian, 6 km east of the site; k so large that the Earth is flat to a millimetre in the apparent view.
        var wall = SightTerrain.Make(44.9, 5, 45.1, 5.4, 1200, static (_, longitude) => Math.Abs(longitude - 5.1) < 1e-6 ? 200 : 0);
        var sensor = SiteOnTerrain.Place(wall, SightTerrain.At(45, 5.02375), 20, 1e7);
        var target = SightTerrain.At(45, 5.3, 0);
        var result = LineOfSight.Trace(sensor, target, wall, spacingM: 1);
        var (toWall, toTarget) = (Geodesic.Inverse(sensor.Antenna, SightTerrain.At(45, 5.1)).DistanceM, Geodesic.Inverse(sensor.Antenna, target).DistanceM);

        // The bilinear wall is a roof: samples each metre miss its ridge by at most half a metre of 66 m, 1.5 m of 200 m; the shadow then is 5.5 m short at most.
        var expected = 20 + (180 * toTarget / toWall);
        Assert.InRange(result.SightHeightM, expected - 5.5, expected + 0.6);
        Assert.Equal(SightState.Blocked, result.State);
        Assert.InRange(result.ObstacleRangeM, toWall - 5, toWall + 5);
        Assert.InRange(result.Obstacle!.Value.HeightM, 198, 200);
        Assert.Equal(-result.SightHeightM, result.ClearanceM, 9);
        Assert.Equal(SightState.Clear, LineOfSight.Trace(sensor, target.WithHeight(result.SightHeightM + 0.01), wall, spacingM: 1).State);
        Assert.Equal(SightState.Blocked, LineOfSight.Trace(sensor, target.WithHeight(result.SightHeightM - 0.01), wall, spacingM: 1).State);
    }

    [Fact]
    public void UnknownGroundIsNeverSeaLevelUnlessSaid()
    {
        var terrain = SightTerrain.Make(44, 5, 45, 6, 600, static (_, longitude) => longitude is > 5.5 and < 5.6 ? double.NaN : 100);
        var sensor = SiteOnTerrain.Place(terrain, SightTerrain.At(44.5, 5.3), 10);
        var before = LineOfSight.Trace(sensor, SightTerrain.At(44.5, 5.45, 500), terrain);
        var behind = LineOfSight.Trace(sensor, SightTerrain.At(44.5, 5.7, 500), terrain);
        var hidden = LineOfSight.Trace(sensor, SightTerrain.At(44.5, 5.7, 90), terrain);
        var assumed = LineOfSight.Trace(sensor, SightTerrain.At(44.5, 5.7, 500), terrain, MissingTerrain.SmoothEarth);

        Assert.Equal((SightState.Clear, 0), (before.State, before.UnknownCount));
        Assert.Equal(SightState.Unknown, behind.State);
        Assert.InRange(behind.UnknownCount, 325, 360);
        Assert.Equal(SightState.Blocked, hidden.State);
        Assert.Equal((SightState.Clear, behind.UnknownCount), (assumed.State, assumed.UnknownCount));
        Assert.Equal(VisibleHeightState.LowerBound, LineOfSight.LowestVisible(sensor, SightTerrain.At(44.5, 5.7), terrain).State);
        Assert.Equal(VisibleHeightState.Unknown, LineOfSight.LowestVisible(sensor, SightTerrain.At(44.5, 5.55), terrain).State);

        var error = Assert.Throws<UnknownGroundException>(() => SiteOnTerrain.Place(terrain, SightTerrain.At(44.5, 5.55), 10));
        Assert.Contains("44.5, 5.55", error.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownGroundException>(() => SiteOnTerrain.Place(terrain, SightTerrain.At(46.5, 5.55), 10));
    }

    [Fact]
    public void AProfileKeepsItsGapsAndItsLength()
    {
        var terrain = SightTerrain.Make(44, 5, 45, 6, 600, static (latitude, longitude) => longitude > 5.5 ? double.NaN : latitude * 10);
        var profile = TerrainProfile.Between(terrain, SightTerrain.At(44.2, 5.2), SightTerrain.At(44.4, 5.7), 100);
        var lengthM = Geodesic.Inverse(SightTerrain.At(44.2, 5.2), SightTerrain.At(44.4, 5.7)).DistanceM;
        Assert.Equal(lengthM, profile.DistanceM(profile.Count - 1), 6);
        Assert.InRange(profile.SpacingM, 99, 100);
        Assert.Equal(profile.HeightsM.Count(float.IsNaN), profile.UnknownCount);
        Assert.InRange(profile.UnknownCount, profile.Count * 0.38, profile.Count * 0.42);
        Assert.Equal(442, profile.HeightsM[0], 3);
        var middle = profile.PointAt(profile.Count / 2);
        Assert.Equal(middle.LatitudeDeg * 10, middle.HeightM, 3);
    }

    /// <summary>
    /// 400 points around the summit of Mont Ventoux, computed by straight rays over a 90 m raster made from the same tile. The tolerance is the one stated with the table: two samplings of the terrain differ by metres.
    /// </summary>
    [Fact]
    public void FromMontVentouxTheTableOfRaysIsReproduced()
    {
        var lines = File.ReadAllLines(SightTerrain.DataPath("ventoux_summit.los.csv")).Skip(1).Select(static line => line.Split(',')).ToArray();
        var terrain = TileStore.Open(SightTerrain.DataPath("ventoux_utm31_90m.tif"));
        var sensor = SummitSensor();
        var errors = new List<double>();
        Assert.Equal(400, lines.Length);
        foreach (var fields in lines)
        {
            var place = SightTerrain.At(Number(fields[3]), Number(fields[2]));
            var lowest = LineOfSight.LowestVisible(sensor, place, terrain);
            if (lowest.State != VisibleHeightState.Unknown) errors.Add(Math.Abs(lowest.MinimumAboveGroundM - Number(fields[7])));
        }

        errors.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{errors.Count} points, 50 % within {errors[errors.Count / 2]:0.00} m, 95 % within {errors[(int)(errors.Count * 0.95)]:0.00} m, worst {errors[^1]:0.0} m"));
        Assert.InRange(errors[(int)(errors.Count * 0.95)], 0, 5);
        Assert.InRange(errors.Count, 390, 400);
    }

    /// <summary>The observer of the table: easting 682195, northing 4893695 in UTM zone 31, 20 m above 1885 m of ground.</summary>
    internal static SensorFrame SummitSensor()
    {
        var place = TransverseMercator.Utm(31, isNorth: true).Inverse(new ProjectedPoint(682195, 4893695));
        return new SensorFrame(place.WithHeight(1885), 20);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
