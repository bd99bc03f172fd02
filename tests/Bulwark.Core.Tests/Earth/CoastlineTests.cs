using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Tests.Earth;

public class CoastlineTests
{
    [Fact]
    public void TheWholeWorldIsThere()
    {
        var rings = Coastline.Load();
        Assert.Equal(1422, rings.Length);
        Assert.Equal(1, rings.Count(static ring => ring.IsWater));
        Assert.Equal(58_967, rings.Sum(static ring => ring.Points.Length));
        Assert.All(rings, static ring => Assert.True(ring.Points.Length >= 3));
        Assert.InRange(double.RadiansToDegrees(rings.Min(static ring => ring.MinLatitudeRad)), -90, -89.9);
        Assert.InRange(double.RadiansToDegrees(rings.Max(static ring => ring.MaxLatitudeRad)), 83.5, 83.7);
        Assert.Equal(-180, double.RadiansToDegrees(rings.Min(static ring => ring.MinLongitudeRad)), 1e-9);
        Assert.Equal(180, double.RadiansToDegrees(rings.Max(static ring => ring.MaxLongitudeRad)), 1e-9);
    }

    [Fact]
    public void TheFineCoastlineIsThereToo()
    {
        var rings = Coastline.Load(CoastlineDetail.Fine);
        Assert.Equal(4045, rings.Length);
        Assert.Equal(404_845, rings.Sum(static ring => ring.Points.Length));
        Assert.Equal(134.74e6, AreaKm2([.. rings.Where(static ring => ring.MinLatitudeRad > Rad(-60))]), 0.01 * 134.74e6);
        Assert.True(Coastline.IsLand(GeodeticPoint.FromDegrees(36.43, 25.43), CoastlineDetail.Fine), "Santorini");
        Assert.Equal(CoastlineDetail.Fine, Coastline.DetailFor(Rad(34), Rad(37), Rad(22), Rad(27)));
        Assert.Equal(CoastlineDetail.Coarse, Coastline.DetailFor(Rad(20), Rad(60), Rad(0), Rad(60)));
    }

    /// <summary>
    /// The peer's file is the same source cut to a box, written with decimals: every corner of it lies on our line. Its coordinates and
    /// our grid differ by rounding, at most half a step of 0.0036 degrees.
    /// </summary>
    [Fact]
    public void TheFineCoastlineIsTheSourceOne()
    {
        var nodes = new HashSet<(int, int)>();
        foreach (var ring in Coastline.Within(Rad(29), Rad(49), Rad(17), Rad(47), CoastlineDetail.Fine))
        {
            foreach (var point in ring.Points) nodes.Add(Cell(point.LatitudeDeg, point.LongitudeDeg));
        }

        using var document = System.Text.Json.JsonDocument.Parse(Support.TerrainData.Unpacked("ne10_coast_eastmed_blacksea.geojson.gz"));
        var (points, missing) = (0, 0);
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var lines = geometry.GetProperty("type").GetString() == "LineString" ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
            foreach (var position in lines.SelectMany(static line => line.EnumerateArray()))
            {
                var (latitude, longitude) = (position[1].GetDouble(), position[0].GetDouble());

                // Where the peer cut the lines along its box it made corners of its own.
                if (latitude is < 30.01 or > 47.99 || longitude is < 18.01 or > 45.99) continue;
                points++;
                if (!Near(latitude, longitude)) missing++;
            }
        }

        Assert.True(points > 10_000, $"{points} points");
        Assert.Equal(0, missing);

        bool Near(double latitude, double longitude)
        {
            var (row, column) = Cell(latitude, longitude);
            for (var i = -1; i <= 1; i++)
            {
                for (var j = -1; j <= 1; j++)
                {
                    if (nodes.Contains((row + i, column + j))) return true;
                }
            }

            return false;
        }

        static (int, int) Cell(double latitude, double longitude) => ((int)Math.Floor(latitude / 0.002), (int)Math.Floor(longitude / 0.004));
    }

    /// <summary>
    /// Land areas: the world 148.94 million km2 less Antarctica's 14.2 (The World Factbook; the source leaves its ice shelves out), Crete
    /// 8336 km2, Cyprus 9251 km2. Lakes, which the figures exclude and the rings do not, and simplified shores explain the tolerances.
    /// </summary>
    [Fact]
    public void AreasAreRight()
    {
        Assert.Equal(134.74e6, AreaKm2([.. Coastline.Load().Where(static ring => ring.MinLatitudeRad > Rad(-60))]), 0.01 * 134.74e6);
        Assert.Equal(8_336, AreaKm2([Around(35.2, 24.8)]), 0.05 * 8_336);
        Assert.Equal(9_251, AreaKm2([Around(35.0, 33.2)]), 0.05 * 9_251);
    }

    [Fact]
    public void CreteLiesWhereItShould()
    {
        // 34 55 to 35 41 north, 23 30 to 26 20 east.
        var crete = Around(35.2, 24.8);
        Assert.Equal(34.92, double.RadiansToDegrees(crete.MinLatitudeRad), 0.05);
        Assert.Equal(35.69, double.RadiansToDegrees(crete.MaxLatitudeRad), 0.05);
        Assert.Equal(23.51, double.RadiansToDegrees(crete.MinLongitudeRad), 0.05);
        Assert.Equal(26.32, double.RadiansToDegrees(crete.MaxLongitudeRad), 0.05);

        // The shore passes Heraklion's harbour.
        var harbour = GeodeticPoint.FromDegrees(35.345, 25.145);
        Assert.InRange(crete.Points.Min(point => Geodesic.Inverse(point, harbour).DistanceM), 0, 10_000);
    }

    [Theory]
    [InlineData(35.2269, 24.7708, true, "Mount Ida on Crete")]
    [InlineData(35.80, 24.80, false, "Sea of Crete")]
    [InlineData(39.93, 32.86, true, "Ankara")]
    [InlineData(42.0, 50.5, false, "Caspian Sea, an inland water")]
    [InlineData(-48.88, -123.39, false, "middle of the Pacific")]
    [InlineData(-90, 0, true, "south pole")]
    [InlineData(90, 0, false, "north pole")]
    [InlineData(66.5, -172.0 + 360, true, "Chukotka beyond the antimeridian")]
    public void KnowsLandFromWater(double latitudeDeg, double longitudeDeg, bool land, string place) =>
        Assert.True(land == Coastline.IsLand(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg)), place);

    [Fact]
    public void PartsStayInsideTheBoxAndKeepTheirLand()
    {
        var (south, north, west, east) = (Rad(34), Rad(42), Rad(19), Rad(30));
        var parts = Coastline.Within(south, north, west, east);
        Assert.InRange(parts.Length, 20, 200);
        Assert.All(parts, part => Assert.True(part.MinLatitudeRad >= south && part.MaxLatitudeRad <= north && part.MinLongitudeRad >= west && part.MaxLongitudeRad <= east));

        // Cutting a box in two keeps the area.
        var middle = Rad(25.123);
        var halves = AreaKm2(Coastline.Within(south, north, west, middle)) + AreaKm2(Coastline.Within(south, north, middle, east));
        Assert.Equal(AreaKm2(parts), halves, 1e-6 * halves);
    }

    [Fact]
    public void ABoxAcrossTheAntimeridianIsContinuous()
    {
        var parts = Coastline.Within(Rad(60), Rad(72), Rad(170), Rad(200));
        var apart = AreaKm2(Coastline.Within(Rad(60), Rad(72), Rad(170), Rad(180))) + AreaKm2(Coastline.Within(Rad(60), Rad(72), Rad(-180), Rad(-160)));
        Assert.Equal(apart, AreaKm2(parts), 1e-6 * apart);
        Assert.Contains(parts, static part => part.MaxLongitudeRad > Math.PI);
        Assert.All(parts, static part => Assert.True(part.MinLongitudeRad >= Rad(170) && part.MaxLongitudeRad <= Rad(200)));
        Assert.Empty(Coastline.Within(Rad(-50), Rad(-45), Rad(-130), Rad(-120)));
    }

    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(0, 1, 1, 0)]
    [InlineData(-2, 1, 0, 1)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(0, 1, 0, 7)]
    [InlineData(0, 1, double.NaN, 1)]
    [InlineData(double.NaN, 1, 0, 1)]
    public void BoxesThatMakeNoSenseAreRefused(double south, double north, double west, double east) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coastline.Within(south, north, west, east));

    [Fact]
    public async Task EveryThreadGetsTheSameRings()
    {
        var loaded = await Task.WhenAll(Enumerable.Range(0, 8).Select(static _ => Task.Run(static () => Coastline.Load())));
        Assert.All(loaded, rings => Assert.Equal(loaded[0], rings));
    }

    private static CoastlineRing Around(double latitudeDeg, double longitudeDeg)
    {
        var (latitudeRad, longitudeRad) = (Rad(latitudeDeg), Rad(longitudeDeg));
        return Coastline.Load().Where(ring => ring.MinLatitudeRad < latitudeRad && ring.MaxLatitudeRad > latitudeRad && ring.MinLongitudeRad < longitudeRad && ring.MaxLongitudeRad > longitudeRad)
            .MinBy(static ring => ring.MaxLongitudeRad - ring.MinLongitudeRad)!;
    }

    /// <summary>Area between the ring and the equator by trapezia on the cylindrical equal-area map of a sphere.</summary>
    private static double AreaKm2(ImmutableArray<CoastlineRing> rings) => rings.Sum(static ring =>
    {
        var sum = 0.0;
        var from = ring.Points[^1];
        foreach (var to in ring.Points)
        {
            sum += (to.LongitudeRad - from.LongitudeRad) * (Math.Sin(from.LatitudeRad) + Math.Sin(to.LatitudeRad)) / 2;
            from = to;
        }

        return (ring.IsWater ? -1 : 1) * Math.Abs(sum) * Wgs84.MeanRadiusM * Wgs84.MeanRadiusM / 1e6;
    });

    private static double Rad(double deg) => double.DegreesToRadians(deg);
}
