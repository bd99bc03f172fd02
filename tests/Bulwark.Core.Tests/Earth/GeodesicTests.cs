using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Earth;

public class GeodesicTests
{
    private static readonly ReferenceTable Table = ReferenceTable.Open("geodesy_geodesic_wgs84.csv");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Count)];

    public static TheoryData<int> FullRows => [.. Enumerable.Range(0, Table.Count).Where(static row => Table.Text(row, "case_id").StartsWith("GT", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void InverseDistanceMatchesTheTable(int row)
    {
        var found = Geodesic.Inverse(Point(row, 1), Point(row, 2));
        Assert.Equal(Table.Number(row, "s12_m"), found.DistanceM, DistanceToleranceM(row));
    }

    [Theory]
    [MemberData(nameof(FullRows))]
    public void InverseDirectionsMatchTheTable(int row)
    {
        // An error of direction is judged by the sideways error it makes at the other end, which the reduced length m12 gives: near
        // the antipode all directions are nearly equally short and say nothing.
        var found = Geodesic.Inverse(Point(row, 1), Point(row, 2));
        var reducedLengthM = Table.Number(row, "m12_m");
        Assert.InRange(TurnRad(found.AzimuthStartRad, Table.Number(row, "azi1_deg")) * reducedLengthM, -1e-6, 1e-6);
        Assert.InRange(TurnRad(found.AzimuthEndRad, Table.Number(row, "azi2_deg")) * reducedLengthM, -1e-6, 1e-6);
    }

    [Theory]
    [MemberData(nameof(FullRows))]
    public void DirectMatchesTheTable(int row)
    {
        var found = Geodesic.Direct(Point(row, 1), double.DegreesToRadians(Table.Number(row, "azi1_deg")), Table.Number(row, "s12_m"));
        var expected = Point(row, 2);
        Assert.Equal(expected.LatitudeDeg, found.Point.LatitudeDeg, 1e-11);
        Assert.Equal(0, TurnRad(found.Point.LongitudeRad, expected.LongitudeDeg) * Math.Cos(expected.LatitudeRad), double.DegreesToRadians(1e-11));
        Assert.Equal(0, TurnRad(found.AzimuthRad, Table.Number(row, "azi2_deg")) * Math.Cos(expected.LatitudeRad), double.DegreesToRadians(1e-11));
    }

    [Fact]
    public void TheRoundedTestOfTheTableHasItsDirections()
    {
        var row = Enumerable.Range(0, Table.Count).Single(static index => Table.Text(index, "case_id") == "GS00");
        var found = Geodesic.Inverse(Point(row, 1), Point(row, 2));
        Assert.Equal(Table.Number(row, "azi1_deg"), double.RadiansToDegrees(found.AzimuthStartRad), 0.5e-5);
        Assert.Equal(Table.Number(row, "azi2_deg"), double.RadiansToDegrees(found.AzimuthEndRad), 0.5e-5);
    }

    /// <summary>GeographicLib test GeodSolve33: nearly antipodal points on the equator, printed to 0.5 m and 0.5e-5 degrees.</summary>
    [Theory]
    [InlineData(0, 179, 90, 90, 19_926_189)]
    [InlineData(0, 179.5, 55.96650, 124.03350, 19_980_862)]
    [InlineData(0, 180, 0, 180, 20_003_931)]
    [InlineData(1, 180, 0, 180, 19_893_357)]
    public void EquatorialAntipodesAreThePublishedOnes(double latitude2Deg, double longitude2Deg, double azimuth1Deg, double azimuth2Deg, double distanceM)
    {
        var found = Geodesic.Inverse(GeodeticPoint.FromDegrees(0, 0), GeodeticPoint.FromDegrees(latitude2Deg, longitude2Deg));
        Assert.Equal(distanceM, found.DistanceM, 0.5);
        Assert.Equal(azimuth1Deg, double.RadiansToDegrees(found.AzimuthStartRad), 0.5e-5);
        Assert.Equal(azimuth2Deg, double.RadiansToDegrees(found.AzimuthEndRad), 0.5e-5);
    }

    [Fact]
    public void TheMeridianQuadrantIsThePublishedOne() =>
        Assert.Equal(10_001_965.7293, Geodesic.Inverse(GeodeticPoint.FromDegrees(0, 0), GeodeticPoint.FromDegrees(90, 0)).DistanceM, 5e-5);

    [Fact]
    public void InverseUndoesDirectAtEveryDistance()
    {
        // Forty thousand lines from a millimetre to nearly half way round; the way back closes to 50 nm on the ground.
        var stream = new RandomStream(20, 0, 0, RandomPurpose.General);
        var worstM = 0.0;
        for (var line = 0; line < 40_000; line++)
        {
            var start = GeodeticPoint.FromDegrees(stream.Uniform(-90, 90), stream.Uniform(-180, 180));
            var azimuthRad = stream.Uniform(-Math.PI, Math.PI);
            var distanceM = Math.Pow(10, stream.Uniform(-3, 7.29));
            var end = Geodesic.Direct(start, azimuthRad, distanceM).Point;
            var back = Geodesic.Inverse(start, end);
            var again = Geodesic.Direct(start, back.AzimuthStartRad, back.DistanceM).Point;
            worstM = Math.Max(worstM, Wgs84.ToEcef(end).DistanceTo(Wgs84.ToEcef(again)));
            Assert.Equal(distanceM, back.DistanceM, 5e-8);
        }

        Assert.InRange(worstM, 0, 5e-8);
    }

    [Fact]
    public void NearlyAntipodalPointsConverge()
    {
        // The hardest region: within a degree of the antipode. The path found must lead there and be no longer than half a meridian ellipse.
        var stream = new RandomStream(21, 0, 0, RandomPurpose.General);
        for (var pair = 0; pair < 20_000; pair++)
        {
            var latitudeDeg = stream.Uniform(-89, 89);
            var start = GeodeticPoint.FromDegrees(latitudeDeg, stream.Uniform(-180, 180));
            var end = GeodeticPoint.FromDegrees(-latitudeDeg + stream.Uniform(-0.6, 0.6), start.LongitudeDeg + 180 + stream.Uniform(-0.6, 0.6));
            var found = Geodesic.Inverse(start, end);
            Assert.InRange(found.DistanceM, 19_900_000, 20_003_931.5);
            var reached = Geodesic.Direct(start, found.AzimuthStartRad, found.DistanceM).Point;
            Assert.InRange(Wgs84.ToEcef(end).DistanceTo(Wgs84.ToEcef(reached)), 0, 1e-7);
        }
    }

    [Fact]
    public void TheWayBackIsTheSamePath()
    {
        var stream = new RandomStream(22, 0, 0, RandomPurpose.General);
        for (var pair = 0; pair < 5_000; pair++)
        {
            var a = GeodeticPoint.FromDegrees(stream.Uniform(-80, 80), stream.Uniform(-180, 180));
            var b = GeodeticPoint.FromDegrees(stream.Uniform(-80, 80), a.LongitudeDeg + stream.Uniform(-170, 170));
            var forth = Geodesic.Inverse(a, b);
            var back = Geodesic.Inverse(b, a);
            Assert.Equal(forth.DistanceM, back.DistanceM, 1e-8);
            Assert.Equal(0, Math.Sin(forth.AzimuthStartRad - back.AzimuthEndRad), 1e-9);
            Assert.True(Math.Cos(forth.AzimuthStartRad - back.AzimuthEndRad) < 0);
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(35.3, 25.1, 35.3, 25.1)]
    [InlineData(90, 0, 90, 0)]
    [InlineData(-90, 10, -90, -120)]
    [InlineData(10, 180, 10, -180)]
    public void TheSamePlaceIsAtDistanceZero(double latitude1Deg, double longitude1Deg, double latitude2Deg, double longitude2Deg) =>
        Assert.Equal(0, Geodesic.Inverse(GeodeticPoint.FromDegrees(latitude1Deg, longitude1Deg), GeodeticPoint.FromDegrees(latitude2Deg, longitude2Deg)).DistanceM, 1e-8);

    [Fact]
    public void ALineGivesThePointsOfDirectAndKeepsTheHeight()
    {
        var start = GeodeticPoint.FromDegrees(35.3, 25.2, 9_000);
        var line = new GeodesicLine(start, 0.7);
        Assert.Equal(start.LatitudeRad, line.At(0).Point.LatitudeRad, 1e-15);
        for (var distanceM = -500_000.0; distanceM <= 30_000_000; distanceM += 1_234_567)
        {
            Assert.Equal(Geodesic.Direct(start, 0.7, distanceM), line.At(distanceM));
            Assert.Equal(9_000, line.At(distanceM).Point.HeightM);
        }
    }

    [Fact]
    public void CrossingTheDateLineWraps()
    {
        var found = Geodesic.Direct(GeodeticPoint.FromDegrees(10, 179.9), Math.PI / 2, 50_000).Point;
        Assert.InRange(found.LongitudeDeg, -180, -179);
        Assert.Equal(50_000, Geodesic.Inverse(GeodeticPoint.FromDegrees(10, 179.9), found).DistanceM, 1e-7);
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(-90.001, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, double.NaN)]
    public void PlacesThatDoNotExistAreRefused(double latitudeDeg, double longitudeDeg)
    {
        var bad = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg);
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Inverse(bad, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Inverse(default, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Direct(bad, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Direct(default, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Geodesic.Direct(default, 0, double.NaN));
    }

    private static GeodeticPoint Point(int row, int number) => GeodeticPoint.FromDegrees(Table.Number(row, $"lat{number}_deg"), Table.Number(row, $"lon{number}_deg"));

    private static double TurnRad(double foundRad, double expectedDeg) => Math.IEEERemainder(foundRad - double.DegreesToRadians(expectedDeg), 2 * Math.PI);

    private static double DistanceToleranceM(int row) => double.Parse(Table.Text(row, "tolerance").Split(' ')[0], CultureInfo.InvariantCulture);
}
