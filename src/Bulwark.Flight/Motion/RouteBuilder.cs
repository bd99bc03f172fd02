using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>Turns the points of a route into segments that join without a jump of position or course.</summary>
/// <remarks>
/// Each turn has the radius v²/a of the leg that ends there. A turn starts ahead of its point (fly-by, distance r tan(Δ/2)) when the course
/// changes by at most 150 degrees and both neighbouring legs have the room; otherwise at the point itself (fly-over). It ends when the course
/// leads to the next point, which is then flown to directly. Speed changes at the end of a turn; height changes on the legs, evenly, and turns are level;
/// <see cref="RoundClimbs"/> rounds the kinks between. A point with a hold is flown over, then circled, or left in a racetrack of right turns that comes back to
/// it on the course of arrival.
/// Source: ICAO Doc 8168 (PANS-OPS), volume II, part I, section 2, chapter 3: turn radius and fly-by distance.
/// </remarks>
public static class RouteBuilder
{
    private const double LargestFlyByRad = 150 * Math.PI / 180;

    private const double StandardGravityMPerS2 = 9.80665;

    // Below this change of course (0.2 arc seconds) no turn is flown: its length would be millimetres.
    private const double StraightRad = 1e-6;

    /// <summary>Builds the segments of a route.</summary>
    /// <param name="points">The points, at least two.</param>
    /// <param name="turnLoadMPerS2">Horizontal acceleration in turns, m/s², positive.</param>
    /// <param name="start">When the first point is left.</param>
    /// <returns>Legs and turns in order of time, each starting when the one before ends.</returns>
    /// <exception cref="ArgumentException">A point cannot be flown to; the message says which, why and what helps.</exception>
    public static TrajectorySegment[] Build(ReadOnlySpan<RoutePoint> points, double turnLoadMPerS2, SimTime start)
    {
        if (points.Length < 2) throw new ArgumentException("A route needs at least two points.", nameof(points));
        if (!(turnLoadMPerS2 > 0) || !double.IsFinite(turnLoadMPerS2))
            throw new ArgumentException($"Turns need a positive load; {turnLoadMPerS2} m/s² was given.", nameof(turnLoadMPerS2));
        for (var i = 1; i < points.Length; i++)
        {
            if (!(points[i].SpeedMPerS > 0) || !double.IsFinite(points[i].SpeedMPerS))
                throw new ArgumentException($"Point {i + 1} of the route: the leg to it needs a positive speed; {points[i].SpeedMPerS} m/s was given.", nameof(points));
        }

        var segments = new List<TrajectorySegment>(2 * points.Length);
        var from = points[0].Position;
        for (var i = 1; i < points.Length; i++)
        {
            var arc = Leg(from, points[i].Position, i, nameof(points));
            var turn = i + 1 < points.Length ? PlanTurn(arc, points[i], points[i + 1].Position, turnLoadMPerS2, i, nameof(points)) : default;
            var to = turn.AheadRad > 0 ? OnArc(arc, arc.AngleRad - turn.AheadRad, points[i].Position.HeightM) : points[i].Position;
            if (turn.AheadRad < arc.AngleRad * (1 - 1e-9))
            {
                segments.Add(TrajectorySegment.GreatCircle(from, to, points[i].SpeedMPerS, start));
                start = segments[^1].End;
            }

            from = to;
            var heading = arc.CourseAt(arc.AngleRad - turn.AheadRad, from.HeightM);
            var speedMPerS = LevelSpeedMPerS(arc, points[i] with { Position = from });
            if (points[i].HoldS > 0)
            {
                Hold(segments, points[i], heading * speedMPerS, turnLoadMPerS2, ref start, i, nameof(points));
                var after = segments[^1];
                (from, heading) = (Wgs84.ToGeodetic(after.Position(after.End)), after.Velocity(after.End).Normalized());
                if (i + 1 < points.Length) turn = new PlannedTurn(TurnFrom(heading, from, points[i + 1].Position, i, nameof(points)), 0);
            }

            if (turn.CourseChangeRad == 0) continue;
            var flown = FlyTurn(heading * speedMPerS, turn.CourseChangeRad > 0, from, points[i + 1].Position, turnLoadMPerS2, start, i, nameof(points));
            if (flown is not { } segment) continue;
            segments.Add(segment);
            start = segment.End;
            from = Wgs84.ToGeodetic(segment.Position(segment.End));
        }

        return [.. segments];
    }

    // Circles, or racetracks: half a turn to the right, the leg out, half a turn, and the leg back to the point.
    private static void Hold(List<TrajectorySegment> segments, RoutePoint point, EcefVector velocity, double loadMPerS2, ref SimTime start, int index, string parameter)
    {
        var position = Wgs84.ToEcef(point.Position);
        var holdS = point.HoldS;
        for (var circuit = 0; circuit == 0 || holdS > 0; circuit++)
        {
            var began = start;
            var first = TrajectorySegment.Turn(position, velocity, point.HoldLegM > 0 ? Math.PI : 2 * Math.PI, loadMPerS2, start);
            segments.Add(first);
            start = first.End;
            if (point.HoldLegM > 0)
            {
                var turned = Wgs84.ToGeodetic(first.Position(first.End));
                var course = new LocalFrame(turned).Rotate(first.Velocity(first.End));
                var far = Geodesic.Direct(turned, Math.Atan2(course.East, course.North), point.HoldLegM).Point.WithHeight(turned.HeightM);
                var outward = TrajectorySegment.GreatCircle(turned, far, point.SpeedMPerS, start);
                segments.Add(outward);
                var end = outward.Velocity(outward.End);
                if (FlyTurn(end, toTheRight: true, far, point.Position, loadMPerS2, outward.End, index - 1, parameter) is { } back) segments.Add(back);
                var at = segments[^1];
                var inward = TrajectorySegment.GreatCircle(Wgs84.ToGeodetic(at.Position(at.End)), point.Position, point.SpeedMPerS, at.End);
                segments.Add(inward);
                (velocity, start) = (inward.Velocity(inward.End), inward.End);
            }

            var circuitS = (start - began).TotalS;
            holdS -= circuitS;
            if (holdS < 0.5 * circuitS) break;
        }
    }

    private static double TurnFrom(EcefVector heading, GeodeticPoint from, GeodeticPoint next, int index, string parameter)
    {
        var onward = Leg(from, next, index + 1, parameter);
        var changeRad = CourseChangeRad(heading, onward.CourseAt(0, from.HeightM), onward.From);
        return Math.Abs(changeRad) < StraightRad ? 0 : changeRad;
    }

    /// <summary>Rounds the beginnings and ends of climbs by parabolas of a vertical load: that of the turns, one g at most.</summary>
    /// <param name="segments">A built route.</param>
    /// <param name="turnLoadMPerS2">Acceleration in turns, m/s², positive.</param>
    /// <returns>The same way over the ground; the same segments when nothing climbs.</returns>
    /// <remarks>Where a leg is too short for the load, the parabola takes half of it and the load is greater.</remarks>
    public static TrajectorySegment[] RoundClimbs(TrajectorySegment[] segments, double turnLoadMPerS2) =>
        HeightShaper.RoundClimbs(segments, Math.Min(turnLoadMPerS2, StandardGravityMPerS2));

    /// <summary>The first instant at which the straight distance to the end of the route is at most the given one.</summary>
    /// <param name="segments">Segments in order of time, at least one.</param>
    /// <param name="distanceM">Distance to the end of the last segment, metres, not negative.</param>
    /// <returns>The instant, to a millimetre of distance; the end of the last segment at the latest.</returns>
    /// <exception cref="ArgumentException">There are no segments.</exception>
    public static SimTime TimeAtDistanceFromEnd(ReadOnlySpan<TrajectorySegment> segments, double distanceM)
    {
        if (segments.IsEmpty) throw new ArgumentException("There are no segments.", nameof(segments));
        var last = segments[^1];
        var goal = last.Position(last.End);
        foreach (ref readonly var segment in segments)
        {
            // The distance cannot shrink faster than the speed, so stepping by (excess / speed) never steps over the first crossing.
            var bound = segment.SpeedBoundMPerS;
            for (var time = segment.Start; time <= segment.End;)
            {
                var excessM = segment.Position(time).DistanceTo(goal) - distanceM;
                if (excessM <= 1e-3) return time;
                if (!(bound > 0)) break;
                var leapS = excessM / bound;
                if (leapS > (segment.End - time).TotalS) break;
                time += SimDuration.FromSeconds(Math.Max(leapS, 1e-6));
            }
        }

        return last.End;
    }

    private static GreatCircleArc Leg(GeodeticPoint from, GeodeticPoint to, int index, string parameter)
    {
        var arc = new GreatCircleArc(GreatCircleArc.NormalOf(from), GreatCircleArc.NormalOf(to));
        if (!double.IsFinite(arc.Tangent.LengthSquared) || arc.AngleRad < 1e-9 || arc.AngleRad > Math.PI - 1e-6)
            throw new ArgumentException($"Point {index + 1} of the route is at the same place as the one before it, or opposite on the Earth: leave it out or move it.", parameter);
        return arc;
    }

    private static PlannedTurn PlanTurn(GreatCircleArc arc, RoutePoint point, GeodeticPoint next, double loadMPerS2, int index, string parameter)
    {
        var onward = Leg(point.Position, next, index + 1, parameter);
        var courseChangeRad = CourseChangeRad(arc.CourseAt(arc.AngleRad, point.Position.HeightM), onward.CourseAt(0, point.Position.HeightM), onward.From);
        if (Math.Abs(courseChangeRad) < StraightRad) return default;
        var speedMPerS = LevelSpeedMPerS(arc, point);
        var aheadM = speedMPerS * speedMPerS / loadMPerS2 * Math.Tan(Math.Abs(courseChangeRad) / 2);
        var metresPerRad = Wgs84.MeanRadiusM + point.Position.HeightM;
        var aheadRad = aheadM / metresPerRad;
        var flyBy = point.HoldS == 0 && Math.Abs(courseChangeRad) <= LargestFlyByRad && aheadRad <= arc.AngleRad && aheadRad < 0.999 * onward.AngleRad;
        return new PlannedTurn(courseChangeRad, flyBy ? aheadRad : 0);
    }

    private static TrajectorySegment? FlyTurn(
        EcefVector velocity, bool toTheRight, GeodeticPoint from, GeodeticPoint next, double loadMPerS2, SimTime start, int index, string parameter)
    {
        var position = Wgs84.ToEcef(from);
        var turnRad = PlanarTurnRad(from, velocity.Normalized(), next, velocity.Length, loadMPerS2, toTheRight, index, parameter);

        // Newton on the course that is left at the end: the course at the end turns with the angle one to one.
        for (var i = 0; i < 8; i++)
        {
            if (!(turnRad > 1e-9)) return null;
            var segment = TrajectorySegment.Turn(position, velocity, toTheRight ? turnRad : -turnRad, loadMPerS2, start);
            var end = Wgs84.ToGeodetic(segment.Position(segment.End));
            var onward = Leg(end, next, index + 1, parameter);
            var leftRad = CourseChangeRad(segment.Velocity(segment.End), onward.CourseAt(0, end.HeightM), onward.From);
            if (!toTheRight) leftRad = -leftRad;
            if (Math.Abs(leftRad) < 1e-10) return segment;
            turnRad += leftRad;
        }

        throw Unreachable(from, next, velocity.LengthSquared / loadMPerS2, velocity.Length, loadMPerS2, index, parameter);
    }

    // Positive to the right, seen from above.
    private static double CourseChangeRad(EcefVector from, EcefVector to, EcefVector up) => Math.Atan2(to.Dot(from.Cross(up)), to.Dot(from));

    // The tangent from the turn's circle to the next point, in the plane: with the point at (f, s) ahead and inward of the start and the centre at
    // (0, r), the turn ends at the angle atan2(s - r, f) + asin(r / distance to the centre).
    private static double PlanarTurnRad(
        GeodeticPoint from, EcefVector heading, GeodeticPoint next, double speedMPerS, double loadMPerS2, bool toTheRight, int index, string parameter)
    {
        var radiusM = speedMPerS * speedMPerS / loadMPerS2;
        var onward = Leg(from, next, index + 1, parameter);
        var inward = toTheRight ? heading.Cross(onward.From) : onward.From.Cross(heading);
        var distanceM = onward.AngleRad * (Wgs84.MeanRadiusM + from.HeightM);
        var course = onward.CourseAt(0, from.HeightM);
        var forwardM = distanceM * course.Dot(heading);
        var fromCentreM = (distanceM * course.Dot(inward)) - radiusM;
        var centreM = Math.Sqrt((forwardM * forwardM) + (fromCentreM * fromCentreM));
        if (centreM <= radiusM * (1 + 1e-6) && distanceM > 1e-3) throw Unreachable(from, next, radiusM, speedMPerS, loadMPerS2, index, parameter);
        var turnRad = Math.Atan2(fromCentreM, forwardM) + Math.Asin(Math.Min(1, radiusM / centreM));
        if (turnRad < -1e-2) turnRad += 2 * Math.PI;
        return Math.Max(turnRad, 1e-8);
    }

    private static ArgumentException Unreachable(
        GeodeticPoint from, GeodeticPoint next, double radiusM, double speedMPerS, double loadMPerS2, int index, string parameter) =>
        new($"Point {index + 2} of the route lies {Wgs84.ToEcef(from).DistanceTo(Wgs84.ToEcef(next)):0} m from the turn at point {index + 1}, inside the turning circle "
            + $"of radius {radiusM:0} m flown at {speedMPerS:0.#} m/s and {loadMPerS2:0.#} m/s²: move the point, slow down or allow a greater load.", parameter);

    private static double LevelSpeedMPerS(GreatCircleArc arc, RoutePoint point) =>
        point.SpeedMPerS * Ellipsoid.Rate(arc.NormalAt(arc.AngleRad), arc.TangentAt(arc.AngleRad), point.Position.HeightM, 0).Length * arc.AngleRad / arc.LengthM();

    private static GeodeticPoint OnArc(GreatCircleArc arc, double angleRad, double heightM)
    {
        var normal = arc.NormalAt(angleRad);
        return new GeodeticPoint(Math.Atan2(normal.Z, Math.Sqrt((normal.X * normal.X) + (normal.Y * normal.Y))), Math.Atan2(normal.Y, normal.X), heightM);
    }

    private readonly record struct PlannedTurn(double CourseChangeRad, double AheadRad);
}
