using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Models.Tests.Flight;

public class RouteTests
{
    // A millimetre, the continuity the routes promise.
    private const double JoinM = 1e-3;

    private static readonly RoutePoint[] Zigzag =
    [
        new(GeodeticPoint.FromDegrees(35.0, 24.0, 8000), 0),
        new(GeodeticPoint.FromDegrees(35.5, 24.6, 8000), 240),
        new(GeodeticPoint.FromDegrees(35.2, 25.4, 5000), 250),
        new(GeodeticPoint.FromDegrees(35.2, 25.5, 5000), 250),
        new(GeodeticPoint.FromDegrees(35.9, 25.1, 300), 220),
        new(GeodeticPoint.FromDegrees(35.3, 25.6, 300), 230),
    ];

    [Fact]
    public void JoinsKeepPositionAndCourseWithinAMillimetre()
    {
        var segments = RouteBuilder.Build(Zigzag, 20, SimTime.FromSeconds(100));
        Assert.Equal(SimTime.FromSeconds(100), segments[0].Start);
        Assert.Equal(4, segments.Count(s => s.Kind == SegmentKind.Turn));
        for (var i = 1; i < segments.Length; i++)
        {
            var (before, after) = (segments[i - 1], segments[i]);
            Assert.Equal(before.End, after.Start);
            Assert.InRange(before.Position(before.End).DistanceTo(after.Position(after.Start)), 0, JoinM);
            var up = new LocalFrame(Wgs84.ToGeodetic(after.Position(after.Start)));
            var (course, next) = (up.Rotate(before.Velocity(before.End)) with { Up = 0 }, up.Rotate(after.Velocity(after.Start)) with { Up = 0 });
            Assert.InRange(course.Normalized().DistanceTo(next.Normalized()), 0, 1e-7);
        }

        var last = segments[^1];
        Assert.InRange(last.Position(last.End).DistanceTo(Wgs84.ToEcef(Zigzag[^1].Position)), 0, JoinM);
    }

    [Fact]
    public void TurnsAreLevelAtTheirLoadAndSpeed()
    {
        foreach (var turn in RouteBuilder.Build(Zigzag, 20, SimTime.Start).Where(s => s.Kind == SegmentKind.Turn))
        {
            var heightM = Wgs84.ToGeodetic(turn.Position(turn.Start)).HeightM;
            var speedMPerS = turn.Velocity(turn.Start).Length;
            foreach (var time in Instants(turn, 20))
            {
                Assert.Equal(heightM, Wgs84.ToGeodetic(turn.Position(time)).HeightM, 0.01);
                Assert.Equal(speedMPerS, turn.Velocity(time).Length, 0.001);
                var dt = SimDuration.FromSeconds(0.01);
                var acceleration = (turn.Velocity(time + dt) - turn.Velocity(time - dt)) / 0.02;
                Assert.Equal(20, acceleration.Length, 0.02);
            }
        }
    }

    [Fact]
    public void ALegTakesItsGeodesicLengthAtItsSpeed()
    {
        // Karney's geodesics: the great circle of normals is longer by less than 5e-7 to 9 000 km and 5e-6 to 10 000 km (docs/models/flight.md).
        var checkedRows = 0;
        foreach (var row in ReferenceCsv.Read("geodesy_geodesic_wgs84.csv"))
        {
            if (!row.Has("s12_m") || row.Number("s12_m") is < 100 or > 1e7) continue;
            var from = GeodeticPoint.FromDegrees(row.Number("lat1_deg"), row.Number("lon1_deg"));
            var to = GeodeticPoint.FromDegrees(row.Number("lat2_deg"), row.Number("lon2_deg"));
            var leg = TrajectorySegment.GreatCircle(from, to, 250, SimTime.Start);
            Assert.InRange(leg.End.TotalS * 250 / row.Number("s12_m"), 1 - 1e-9, 1 + (row.Number("s12_m") < 9e6 ? 5e-7 : 5e-6));
            checkedRows++;
        }

        Assert.Equal(10, checkedRows);
    }

    [Fact]
    public void VelocityIsTheDerivativeOfPositionForEveryKind()
    {
        var leg = TrajectorySegment.GreatCircle(GeodeticPoint.FromDegrees(60, 20, 100), GeodeticPoint.FromDegrees(59, 23, 9000), 240, SimTime.Start);
        var turn = TrajectorySegment.Turn(leg.Position(leg.End), leg.Velocity(leg.End), -2.5, 15, leg.End);
        var sampled = TrajectorySegment.Sampled(turn.Position(turn.Start), turn.Velocity(turn.Start), turn.Start, turn.Position(turn.End), turn.Velocity(turn.End), turn.End);
        var still = TrajectorySegment.Stationary(leg.Position(leg.End), leg.Start, leg.End);
        foreach (var segment in new[] { leg, turn, sampled, still })
        {
            Assert.InRange(segment.Velocity(segment.Start).Length, 0, segment.SpeedBoundMPerS);
            foreach (var time in Instants(segment, 9))
            {
                // Central difference over 0.1 s: truncation v''' dt²/6 is below 5e-4 m/s in this turn, rounding of positions 2e-8 m/s.
                var half = SimDuration.FromSeconds(0.05);
                var difference = (segment.Position(time + half) - segment.Position(time - half)) / 0.1;
                Assert.InRange(difference.DistanceTo(segment.Velocity(time)), 0, 1e-3);
                Assert.InRange(segment.Velocity(time).Length, 0, segment.SpeedBoundMPerS + 1e-9);
            }
        }
    }

    [Fact]
    public void SampledSegmentsKeepBothStates()
    {
        var (p0, v0, p1, v1) = (new EcefVector(4e6, 1e6, 4.8e6), new EcefVector(900, -200, 100), new EcefVector(4.00018e6, 0.99996e6, 4.80002e6), new EcefVector(880, -190, 120));
        var segment = TrajectorySegment.Sampled(p0, v0, SimTime.FromSeconds(7), p1, v1, SimTime.FromSeconds(7.2));
        Assert.InRange(segment.Position(segment.End).DistanceTo(p1), 0, 1e-8);
        Assert.InRange(segment.Velocity(segment.End).DistanceTo(v1), 0, 1e-9);
        Assert.Equal(v0, segment.Velocity(segment.Start));
    }

    [Fact]
    public void TimeAtDistanceIsTheFirstCrossing()
    {
        var segments = RouteBuilder.Build(Zigzag, 20, SimTime.Start);
        var goal = segments[^1].Position(segments[^1].End);
        foreach (var distanceM in new[] { 0.0, 500, 20_000, 45_000, 90_000 })
        {
            var time = RouteBuilder.TimeAtDistanceFromEnd(segments, distanceM);
            Assert.Equal(distanceM, At(segments, time).DistanceTo(goal), 2e-3);
            // No earlier instant is nearer: sampled every 0.1 s.
            for (var t = SimTime.Start; t < time; t += SimDuration.FromSeconds(0.1)) Assert.True(At(segments, t).DistanceTo(goal) > distanceM);
        }

        Assert.Equal(SimTime.Start, RouteBuilder.TimeAtDistanceFromEnd(segments, 1e6));
    }

    [Fact]
    public void LookUpFindsTheSegmentInForce()
    {
        var segments = RouteBuilder.Build(Zigzag, 20, SimTime.FromSeconds(10));
        Assert.Equal(0, Trajectory.IndexAt(segments, SimTime.Start));
        Assert.Equal(2, Trajectory.IndexAt(segments, segments[2].Start));
        Assert.Equal(1, Trajectory.IndexAt(segments, segments[2].Start - new SimDuration(1)));
        Assert.Equal(segments.Length - 1, Trajectory.IndexAt(segments, SimTime.Never));
    }

    [Fact]
    public void TightRoutesFlyOverAndImpossibleOnesSayWhy()
    {
        // 2 km legs at 250 m/s and 20 m/s² (radius 3.1 km): the corner is flown over, then direct.
        var corner = Leg(0, 0, 250, (2000, 0), (2000, 9000));
        var segments = RouteBuilder.Build(corner, 20, SimTime.Start);
        Assert.Equal([SegmentKind.GreatCircle, SegmentKind.Turn, SegmentKind.GreatCircle], segments.Select(s => s.Kind));
        Assert.InRange(segments[0].Position(segments[0].End).DistanceTo(Wgs84.ToEcef(corner[1].Position)), 0, JoinM);

        // The last point lies inside the turning circle.
        var error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build(Leg(0, 0, 250, (2000, 0), (2000, 3000)), 20, SimTime.Start));
        Assert.Contains("Point 3 of the route", error.Message, StringComparison.Ordinal);
        Assert.Contains("turning circle", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RouteBuilder.Build(Leg(0, 0, 250, (0, 0)), 20, SimTime.Start));
        Assert.Throws<ArgumentException>(() => RouteBuilder.Build(Leg(0, 0, 0, (2000, 0)), 20, SimTime.Start));
        Assert.Throws<ArgumentException>(() => RouteBuilder.Build(Leg(0, 0, 250), 20, SimTime.Start));
    }

    [Fact]
    public void EvaluationDoesNotAllocate()
    {
        var segments = RouteBuilder.Build(Zigzag, 20, SimTime.Start);
        var sum = 0.0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) sum += segments[i % segments.Length].Position(SimTime.FromSeconds(i)).X + segments[i % segments.Length].Velocity(SimTime.FromSeconds(i)).X;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(double.IsFinite(sum));
    }

    private static RoutePoint[] Leg(double eastM, double northM, double speedMPerS, params (double EastM, double NorthM)[] rest)
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(35, 24, 1000));
        return [.. rest.Prepend((eastM, northM)).Select(p => new RoutePoint(Wgs84.ToGeodetic(frame.ToEcef(new EnuVector(p.Item1, p.Item2, 0))), speedMPerS))];
    }

    private static IEnumerable<SimTime> Instants(TrajectorySegment segment, int count) =>
        Enumerable.Range(0, count + 1).Select(i => segment.Start + SimDuration.FromSeconds((segment.End - segment.Start).TotalS * i / count));

    private static EcefVector At(TrajectorySegment[] segments, SimTime time)
    {
        var segment = Array.Find(segments, s => time < s.End);
        return (segment.End > segment.Start ? segment : segments[^1]).Position(time);
    }
}
