using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Models.Tests.Flight;

/// <summary>Holding patterns, rounded climbs and flight along the ground.</summary>
public class HoldAndClimbTests
{
    private const double LoadMPerS2 = 15;

    private static readonly GeodeticPoint First = GeodeticPoint.FromDegrees(35, 25, 8_000);
    private static readonly GeodeticPoint Second = GeodeticPoint.FromDegrees(35.3, 25.4, 8_000);
    private static readonly GeodeticPoint Third = GeodeticPoint.FromDegrees(35.0, 26.0, 8_000);

    [Theory]
    [InlineData(0)]
    [InlineData(30_000)]
    public void AHoldComesBackToItsPointInWholeCircuits(double legM)
    {
        var hold = new RoutePoint(Second, 220) { HoldS = 1200, HoldLegM = legM };
        var with = RouteBuilder.Build([new(First, 0), hold, new(Third, 220)], LoadMPerS2, SimTime.Start);
        var without = RouteBuilder.Build([new(First, 0), new(Second, 220), new(Third, 220)], LoadMPerS2, SimTime.Start);
        AssertSmooth(with);

        // A circuit takes 2 π v/a and twice the leg: the nearest number of whole ones.
        var circuitS = ((2 * Math.PI * 220 / LoadMPerS2) + (2 * legM / 220)) * 1.0;
        var circuits = Math.Round(1200 / circuitS);
        var addedS = (with[^1].End - without[^1].End).TotalS;
        Assert.Equal(circuits * circuitS, addedS, (0.02 * circuits * circuitS) + 15);

        // It stays within two radii and a leg of its point.
        var point = Wgs84.ToEcef(Second);
        var passes = with.Count(segment => segment.Position(segment.Start).DistanceTo(point) < 5);
        Assert.InRange(passes, circuits, circuits + 2);
    }

    [Fact]
    public void AHoldAtTheEndIsALoiter()
    {
        var hold = new RoutePoint(Second, 60) { HoldS = 600 };
        var segments = RouteBuilder.Build([new(First, 0), hold], LoadMPerS2, SimTime.Start);
        AssertSmooth(segments);
        Assert.InRange(segments[^1].Position(segments[^1].End).DistanceTo(Wgs84.ToEcef(Second)), 0, 1);
        Assert.True((segments[^1].End - segments[0].End).TotalS is > 580 and < 620);
    }

    [Fact]
    public void ClimbsBeginAndEndWithinTheLoad()
    {
        var kinked = RouteBuilder.Build([new(First, 0), new(Second.WithHeight(2_000), 250), new(Third.WithHeight(6_000), 250)], LoadMPerS2, SimTime.Start);
        var segments = RouteBuilder.RoundClimbs(kinked, LoadMPerS2);
        AssertSmooth(segments, heightsM: 5e-3);
        var worst = 0.0;
        for (var time = segments[0].Start; time < segments[^1].End - SimDuration.FromSeconds(0.1); time += SimDuration.FromSeconds(0.05))
        {
            var step = SimDuration.FromSeconds(0.05);
            worst = Math.Max(worst, Math.Abs(Climb(segments, time + step) - Climb(segments, time)) / 0.05);
        }

        // The vertical load is one g at most; a few per cent for the difference over 0.05 s.
        Assert.InRange(worst, 1, 9.80665 * 1.03);
        Assert.Equal(2_000, LowestM(segments), 5.0);
    }

    [Theory]
    [InlineData(250, 50)]
    [InlineData(120, 20)]
    public void TheGroundIsFollowedWithClearanceAndWithinTheLimits(double speedMPerS, double clearanceM)
    {
        AssertFollows(new Hills(), [First, Second, Third], speedMPerS, clearanceM, looseM: 1.5);
    }

    /// <summary>SRTM's posts of 90 m over Mont Ventoux and the Diois, 44 to 45 N: from the plain at 200 m over the summit at 1900 m into the gorges behind.</summary>
    [Theory]
    [InlineData(250, 60)]
    [InlineData(180, 150)]
    public void RealGroundIsFollowedWithClearanceAndWithinTheLimits(double speedMPerS, double clearanceM)
    {
        var route = new[] { GeodeticPoint.FromDegrees(44.10, 5.03), GeodeticPoint.FromDegrees(44.174, 5.279), GeodeticPoint.FromDegrees(44.12, 5.62), GeodeticPoint.FromDegrees(44.45, 5.75) };
        var ground = TileStore.Open(Tile("N44E005.hgt.gz"));

        // The route is worth the test: it crosses more than a kilometre and a half of height.
        var heights = route.Select(place => ground.HeightM(place.LatitudeRad, place.LongitudeRad)).ToList();
        Assert.True(heights.Max() - heights.Min() > 1_500, $"{heights.Min()} to {heights.Max()} m");
        AssertFollows(ground, route, speedMPerS, clearanceM, looseM: 3);
    }

    private static void AssertFollows(IElevationField ground, GeodeticPoint[] route, double speedMPerS, double clearanceM, double looseM)
    {
        var following = new GroundFollowing(clearanceM, 0.3, 20, 9);
        var level = RouteBuilder.Build([.. route.Select((place, index) => new RoutePoint(place.WithHeight(0), index == 0 ? 0 : speedMPerS))], 20, SimTime.Start);
        var segments = GroundFollower.Follow(level, ground, double.NaN, following);
        var step = SimDuration.FromSeconds(0.1);
        var (least, sum, count) = (double.PositiveInfinity, 0.0, 0);
        var (steepest, pull, push) = (0.0, 0.0, 0.0);
        for (var time = segments[0].Start; time < segments[^1].End - step; time += step)
        {
            var place = Wgs84.ToGeodetic(Position(segments, time));
            var above = place.HeightM - ground.HeightM(place.LatitudeRad, place.LongitudeRad);
            (least, sum, count) = (Math.Min(least, above), sum + above, count + 1);
            var (now, then) = (Climb(segments, time), Climb(segments, time + step));
            steepest = Math.Max(steepest, Math.Abs(now));
            (pull, push) = (Math.Max(pull, (then - now) / 0.1), Math.Max(push, (now - then) / 0.1));
        }

        // Half a metre for the cubics, one for the ground between the samples.
        Assert.True(least > clearanceM - looseM, $"lowest {least}");
        Assert.InRange(sum / count, clearanceM - looseM, clearanceM + 250);
        Assert.InRange(steepest, 5, 0.3 * speedMPerS * 1.02);

        Assert.InRange(pull, 0.5, 20 * 1.03);
        Assert.InRange(push, 0.5, 9 * 1.03);
        AssertSmooth(segments, heightsM: 0.05, coursesMPerS: 0.5);

        // The way over the ground is the route's.
        var half = level[0].Start + SimDuration.FromSeconds(0.5 * (level[^1].End - level[0].Start).TotalS);
        var (a, b) = (Wgs84.ToGeodetic(Position(level, half)), Wgs84.ToGeodetic(Position(segments, half)));
        Assert.InRange(Wgs84.ToEcef(a.WithHeight(0)).DistanceTo(Wgs84.ToEcef(b.WithHeight(0))), 0, 0.5);
    }

    // Real terrain lives beside the repository.
    private static string Tile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) continue;
            var data = Environment.GetEnvironmentVariable("BULWARK_DATA") is { Length: > 0 } stated ? stated : Path.Combine(folder.FullName, "..", "shared", "data");
            var tile = Path.Combine(data, "terrain", name);
            if (!File.Exists(tile)) Assert.Skip("The data folder (shared/data beside the repository, or BULWARK_DATA) is not there.");
            return tile;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Bulwark.slnx.");
    }

    [Fact]
    public void OverTheSmoothEarthTheClearanceIsTheHeight()
    {
        var level = RouteBuilder.Build([new(First.WithHeight(0), 0), new(Third.WithHeight(0), 250)], 20, SimTime.Start);
        var segments = GroundFollower.Follow(level, null, double.NaN, new GroundFollowing(30, 0.3, 20, 9));
        Assert.All(segments, segment => Assert.Equal(30, Wgs84.ToGeodetic(segment.Position(segment.Start)).HeightM, 1e-3));
        Assert.InRange(segments.Length, level.Length, 100);
    }

    [Fact]
    public void UnknownGroundIsRefusedUnlessSomethingStandsInForIt()
    {
        var level = RouteBuilder.Build([new(First.WithHeight(0), 0), new(Third.WithHeight(0), 250)], 20, SimTime.Start);
        var following = new GroundFollowing(30, 0.3, 20, 9);
        var problem = Assert.Throws<ArgumentException>(() => GroundFollower.Follow(level, new Hills { Gap = true }, double.NaN, following));
        Assert.Contains("the ground is unknown at 35", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(GroundFollower.Follow(level, new Hills { Gap = true }, 0, following));
        Assert.Throws<ArgumentException>(() => GroundFollower.Follow(level, null, 0, following with { ClearanceM = -5 }));
    }

    private static void AssertSmooth(TrajectorySegment[] segments, double heightsM = 2e-3, double coursesMPerS = 0.05)
    {
        for (var i = 1; i < segments.Length; i++)
        {
            var joint = segments[i].Start;
            Assert.Equal(joint, segments[i - 1].End);
            Assert.InRange(segments[i].Position(joint).DistanceTo(segments[i - 1].Position(joint)), 0, heightsM);
            Assert.InRange((segments[i].Velocity(joint) - segments[i - 1].Velocity(joint)).Length, 0, coursesMPerS);
        }
    }

    private static EcefVector Position(TrajectorySegment[] segments, SimTime time) => segments[Trajectory.IndexAt(segments, time)].Position(time);

    private static double Climb(TrajectorySegment[] segments, SimTime time)
    {
        ref readonly var segment = ref segments[Trajectory.IndexAt(segments, time)];
        return new LocalFrame(Wgs84.ToGeodetic(segment.Position(time))).Rotate(segment.Velocity(time)).Up;
    }

    private static double LowestM(TrajectorySegment[] segments) => segments.Min(segment => Wgs84.ToGeodetic(segment.Position(segment.End)).HeightM);

    /// <summary>Hills of 400 m with a cliff, and perhaps a gap.</summary>
    private sealed class Hills : IElevationField
    {
        public bool Gap { get; init; }

        public VerticalDatum Datum => VerticalDatum.Egm96;

        public double SpacingM => 90;

        public double HeightM(double latitudeRad, double longitudeRad)
        {
            if (Gap && longitudeRad > double.DegreesToRadians(25.5)) return double.NaN;
            var cliff = longitudeRad > double.DegreesToRadians(25.7) ? 150 : 0;
            return 200 + (200 * Math.Sin(longitudeRad * 6371 / 1.1) * Math.Cos(latitudeRad * 6371 / 1.7)) + cliff;
        }

        public void Sample(ReadOnlySpan<double> latitudesRad, ReadOnlySpan<double> longitudesRad, Span<float> heightsM)
        {
            for (var i = 0; i < latitudesRad.Length; i++) heightsM[i] = (float)HeightM(latitudesRad[i], longitudesRad[i]);
        }
    }
}
