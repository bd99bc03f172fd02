using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Models.Tests.Flight;

public class RouteBuilderTests
{
    private static readonly RoutePoint[] Route =
    [
        new(GeodeticPoint.FromDegrees(39.0, 32.0, 8_000), 0),
        new(GeodeticPoint.FromDegrees(40.0, 33.5, 10_000), 240),
        new(GeodeticPoint.FromDegrees(39.2, 34.5, 10_000), 260),
        new(GeodeticPoint.FromDegrees(39.9, 36.0, 3_000), 220),
    ];

    [Fact]
    public void LegsHaveTheLengthOfGeodesics()
    {
        var used = 0;
        foreach (var row in ReferenceCsv.Read("geodesy_geodesic_wgs84.csv"))
        {
            // Beyond 17,000 km (nearly antipodal) the two curves part; nobody flies such a leg.
            var lengthM = row.Number("s12_m");
            if (lengthM is < 100 or > 17_000_000) continue;
            var segment = RouteBuilder.Build(
                [
                    new(GeodeticPoint.FromDegrees(row.Number("lat1_deg"), row.Number("lon1_deg")), 0),
                    new(GeodeticPoint.FromDegrees(row.Number("lat2_deg"), row.Number("lon2_deg")), 250),
                ],
                10,
                SimTime.Start)[0];
            // Stated in RouteBuilder: how much longer a great circle of normals is than the geodesic.
            Assert.True(Math.Abs((segment.End.TotalS * 250 / lengthM) - 1) < (lengthM < 9_000_000 ? 5e-7 : 5e-6), row["case_id"]);
            used++;
        }

        Assert.True(used >= 10, $"only {used} rows were used");
    }

    [Fact]
    public void SegmentsJoinWithoutAGapInTimePlaceOrCourse()
    {
        var start = SimTime.FromSeconds(17);
        var segments = RouteBuilder.Build(Route, 15, start);
        Assert.Equal(
            [SegmentKind.GreatCircleLeg, SegmentKind.Turn, SegmentKind.GreatCircleLeg, SegmentKind.Turn, SegmentKind.GreatCircleLeg],
            segments.Select(s => s.Kind));
        Assert.Equal(start, segments[0].Start);
        Assert.True(segments[0].Position(start).DistanceTo(Wgs84.ToEcef(Route[0].Position)) < 1e-3);
        Assert.True(segments[^1].Position(segments[^1].End).DistanceTo(Wgs84.ToEcef(Route[^1].Position)) < 1e-3);
        for (var i = 1; i < segments.Length; i++)
        {
            var time = segments[i].Start;
            Assert.Equal(segments[i - 1].End, time);
            Assert.True(segments[i - 1].Position(time).DistanceTo(segments[i].Position(time)) < 1e-3);
            var before = Horizontal(segments[i - 1], time);
            var after = Horizontal(segments[i], time);
            Assert.True(before.Normalized().Cross(after.Normalized()).Length < 1e-6);
        }
    }

    [Fact]
    public void TurnsAreLevelAndHaveTheLoadAskedFor()
    {
        var segments = RouteBuilder.Build(Route, 15, SimTime.Start);
        var turn = segments[1];
        for (var share = 0.0; share <= 1; share += 0.1)
        {
            var time = turn.Start + SimDuration.FromSeconds((turn.End - turn.Start).TotalS * share);
            Assert.Equal(10_000, Wgs84.ToGeodetic(turn.Position(time)).HeightM, 1e-3);
            // Speeds at height zero are 0.16 per cent lower than at 10 km, and the ellipsoid's curvatures differ by 0.4 per cent.
            Assert.Equal(240, turn.Velocity(time).Length, 240 * 0.006);
        }

        var middle = turn.Start + SimDuration.FromSeconds((turn.End - turn.Start).TotalS / 2);
        var second = SimDuration.FromSeconds(0.5);
        var acceleration = turn.Velocity(middle + second) - turn.Velocity(middle - second);
        var local = new LocalFrame(Wgs84.ToGeodetic(turn.Position(middle))).Rotate(acceleration);
        Assert.Equal(15, Math.Sqrt((local.East * local.East) + (local.North * local.North)), 0.15);
    }

    [Fact]
    public void GroundSpeedIsConstantAndClimbIsEven()
    {
        var route = new RoutePoint[] { new(GeodeticPoint.FromDegrees(36, 20), 0), new(GeodeticPoint.FromDegrees(41, 36, 0), 250) };
        var leg = RouteBuilder.Build(route, 10, SimTime.Start)[0];
        for (var share = 0.0; share <= 1; share += 0.05)
        {
            var time = SimTime.FromSeconds(leg.End.TotalS * share);
            // Stated in TrajectorySegment: 1e-5 of the speed on a leg of 1,500 km.
            Assert.Equal(250, leg.Velocity(time).Length, 250 * 1e-5);
        }

        var climb = RouteBuilder.Build([Route[0], Route[3]], 10, SimTime.Start)[0];
        var half = SimTime.FromSeconds(climb.End.TotalS / 2);
        Assert.Equal(5_500, Wgs84.ToGeodetic(climb.Position(half)).HeightM, 0.01);
    }

    [Fact]
    public void VelocityIsTheDerivativeOfPosition()
    {
        var state = (Position: new EcefVector(4_000_000, 2_500_000, 4_200_000), Velocity: new EcefVector(300, -900, 500));
        TrajectorySegment[] all =
        [
            .. RouteBuilder.Build(Route, 15, SimTime.Start),
            TrajectorySegment.Sampled(
                SimTime.Start, state.Position, state.Velocity, SimTime.FromSeconds(2), state.Position + new EcefVector(700, -1_500, 900), new EcefVector(380, -700, 350)),
            TrajectorySegment.Stationary(state.Position, SimTime.Start, SimTime.FromSeconds(5)),
        ];
        foreach (var segment in all)
        {
            var length = (segment.End - segment.Start).TotalS;
            for (var share = 0.05; share < 1; share += 0.15)
            {
                var time = segment.Start + SimDuration.FromSeconds(length * share);
                var step = SimDuration.FromSeconds(0.01);
                var numeric = (segment.Position(time + step) - segment.Position(time - step)) / 0.02;
                // Rounding of positions (1e-9 m) over 0.02 s and the third derivative bound the difference.
                Assert.True(numeric.DistanceTo(segment.Velocity(time)) < 0.02, $"{segment.Kind}: {numeric.DistanceTo(segment.Velocity(time))}");
            }
        }
    }

    [Fact]
    public void SampledSegmentsPassThroughTheirStates()
    {
        var (p0, v0) = (new EcefVector(4e6, 3e6, 4e6), new EcefVector(100, 200, -50));
        var (p1, v1) = (p0 + new EcefVector(250, 410, -90), new EcefVector(160, 180, -20));
        var segment = TrajectorySegment.Sampled(SimTime.FromSeconds(3), p0, v0, SimTime.FromSeconds(5), p1, v1);
        Assert.True(segment.Position(SimTime.FromSeconds(3)).DistanceTo(p0) < 1e-8);
        Assert.True(segment.Position(SimTime.FromSeconds(5)).DistanceTo(p1) < 1e-8);
        Assert.True(segment.Velocity(SimTime.FromSeconds(3)).DistanceTo(v0) < 1e-9);
        Assert.True(segment.Velocity(SimTime.FromSeconds(5)).DistanceTo(v1) < 1e-9);
        Assert.Equal(p1, segment.Position(SimTime.FromSeconds(9)));
    }

    [Fact]
    public void LookUpFindsTheSegmentInForce()
    {
        var segments = RouteBuilder.Build(Route, 15, SimTime.FromSeconds(10));
        Assert.Equal(0, Trajectory.IndexAt(segments, SimTime.Start));
        Assert.Equal(2, Trajectory.IndexAt(segments, segments[2].Start));
        Assert.Equal(1, Trajectory.IndexAt(segments, segments[2].Start - new SimDuration(1)));
        Assert.Equal(4, Trajectory.IndexAt(segments, SimTime.Never));
    }

    [Fact]
    public void ImpossibleRoutesAreExplained()
    {
        var error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build([Route[0]], 10, SimTime.Start));
        Assert.Contains("at least two points", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build([Route[0], Route[0] with { SpeedMPerS = 100 }], 10, SimTime.Start));
        Assert.Contains("points 1 and 2 are the same place", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build([Route[0], Route[1], Route[0] with { SpeedMPerS = 100 }], 10, SimTime.Start));
        Assert.Contains("a turn back needs a point in between", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build([Route[0], Route[1] with { SpeedMPerS = -1 }], 10, SimTime.Start));
        Assert.Contains("Route point 2 has the speed -1", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => RouteBuilder.Build(
            [new(GeodeticPoint.FromDegrees(39, 32), 0), new(GeodeticPoint.FromDegrees(39.01, 32), 300), new(GeodeticPoint.FromDegrees(39.01, 32.01), 300)], 10, SimTime.Start));
        Assert.Contains("too close together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluationDoesNotAllocate()
    {
        var segments = RouteBuilder.Build(Route, 15, SimTime.Start);
        var sum = 0.0;
        foreach (var segment in segments) sum += segment.Position(segment.Start).X + segment.Velocity(segment.Start).X;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            var time = SimTime.FromSeconds(i * 0.1);
            ref readonly var segment = ref segments[Trajectory.IndexAt(segments, time)];
            sum += segment.Position(time).X + segment.Velocity(time).X;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(double.IsFinite(sum));
    }

    private static EcefVector Horizontal(in TrajectorySegment segment, SimTime time)
    {
        var up = new LocalFrame(Wgs84.ToGeodetic(segment.Position(time))).Up;
        var velocity = segment.Velocity(time);
        return velocity - (up * up.Dot(velocity));
    }
}
