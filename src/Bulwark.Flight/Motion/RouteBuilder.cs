using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>
/// Turns a route into trajectory segments: great-circle legs joined by level turns that cut the corners ("fly-by").
/// </summary>
/// <remarks>
/// A turn has the radius v²/load of the incoming leg's speed and touches both legs, so position and course are continuous. The height is
/// that of the point through the whole turn; all climbing is done on legs, evenly in time. The speed of a leg is taken up at once where
/// the leg begins. Legs are great circles of ellipsoid normals: against geodesics they are longer by less than 5e-7 of their length up
/// to 9,000 km, and the time flown is the length of the path itself (integrated on the ellipsoid) over the ground speed.
/// </remarks>
public static class RouteBuilder
{
    // Below this change of course the legs are taken as one line.
    private const double SmallestTurnRad = 1e-6;

    /// <summary>Builds the segments of a route.</summary>
    /// <param name="route">At least two points, neighbours apart and not antipodal.</param>
    /// <param name="turnLoadMPerS2">Horizontal acceleration in turns, m/s², positive.</param>
    /// <param name="start">When the first point is left.</param>
    /// <returns>Legs and turns in order of time; each starts at the instant the one before ends.</returns>
    /// <exception cref="ArgumentException">A point, speed or turn is impossible; the message says which and what to do.</exception>
    public static TrajectorySegment[] Build(ReadOnlySpan<RoutePoint> route, double turnLoadMPerS2, SimTime start)
    {
        if (route.Length < 2) throw new ArgumentException("A route needs at least two points.", nameof(route));
        if (!(turnLoadMPerS2 > 0) || !double.IsFinite(turnLoadMPerS2))
            throw new ArgumentOutOfRangeException(nameof(turnLoadMPerS2), turnLoadMPerS2, "The load in turns must be positive.");

        var normals = new EcefVector[route.Length];
        var poles = new EcefVector[route.Length - 1];
        for (var i = 0; i < route.Length; i++)
        {
            normals[i] = Normal(route[i], i);
            if (i > 0) poles[i - 1] = Pole(normals, route, i);
        }

        var segments = new List<TrajectorySegment>((2 * route.Length) - 3);
        var from = normals[0];
        var time = start;
        for (var i = 1; i < route.Length; i++)
        {
            var speedMPerS = route[i].SpeedMPerS;
            var turn = i + 1 < route.Length ? Corner.Make(normals[i], poles[i - 1], poles[i], route[i], turnLoadMPerS2) : default;
            var to = turn.AngleRad > 0 ? turn.Entry : normals[i];
            time = AddLeg(segments, from, to, poles[i - 1], route[i - 1].Position.HeightM, route[i].Position.HeightM, speedMPerS, time, i);
            from = to;
            if (turn.AngleRad == 0) continue;

            var end = time + SimDuration.FromSeconds(turn.Arc.LengthM(0, turn.AngleRad) / speedMPerS);
            segments.Add(TrajectorySegment.Turn(turn.Arc, turn.AngleRad, route[i].Position.HeightM, time, end));
            time = end;
            from = turn.Exit;
        }

        return [.. segments];
    }

    private static SimTime AddLeg(
        List<TrajectorySegment> segments, EcefVector from, EcefVector to, EcefVector pole, double startHeightM, double endHeightM, double speedMPerS, SimTime time, int index)
    {
        var ahead = pole.Cross(from);
        var angleRad = Math.Atan2(ahead.Dot(to), from.Dot(to));
        if (angleRad <= 0)
        {
            throw Problem(
                $"Route points {index} and {index + 1} are too close together for their turns; move them apart, fly slower or turn harder.");
        }

        var arc = new SurfaceArc(default, from, ahead);
        var end = time + SimDuration.FromSeconds(arc.LengthM(0, angleRad) / speedMPerS);
        segments.Add(TrajectorySegment.Leg(arc, angleRad, startHeightM, endHeightM, time, end));
        return end;
    }

    private static EcefVector Normal(in RoutePoint point, int index)
    {
        var p = point.Position;
        if (!double.IsFinite(p.LatitudeRad + p.LongitudeRad + p.HeightM))
            throw Problem($"Route point {index + 1} must have finite coordinates.");
        if (index > 0 && !(point.SpeedMPerS > 0 && double.IsFinite(point.SpeedMPerS)))
            throw Problem($"Route point {index + 1} has the speed {point.SpeedMPerS} m/s; expected a positive number.");
        return new LocalFrame(p).Up;
    }

    private static EcefVector Pole(EcefVector[] normals, ReadOnlySpan<RoutePoint> route, int index)
    {
        var cross = normals[index - 1].Cross(normals[index]);
        if (cross.Length > 1e-10) return cross.Normalized();
        throw Problem(
            $"Route points {index} and {index + 1} are {(normals[index].Dot(normals[index - 1]) > 0 ? "the same place" : "on opposite sides of the Earth")}"
            + $" (near {route[index].Position.LatitudeDeg:0.####}, {route[index].Position.LongitudeDeg:0.####}); a leg needs two different places.");
    }

    private static ArgumentException Problem(string message, string route = "route") => new(message, nameof(route));

    /// <summary>The small circle that touches the legs before and after a point on the inside of the corner.</summary>
    private readonly record struct Corner(SurfaceArc Arc, double AngleRad, EcefVector Entry, EcefVector Exit)
    {
        public static Corner Make(EcefVector at, EcefVector poleIn, EcefVector poleOut, in RoutePoint point, double loadMPerS2)
        {
            var courseChangeRad = Math.Atan2(poleIn.Cross(poleOut).Dot(at), poleIn.Dot(poleOut));
            if (Math.Abs(courseChangeRad) < SmallestTurnRad) return default;

            var side = Math.Sign(courseChangeRad);
            var w = 1 - (Wgs84.EccentricitySquared * at.Z * at.Z);
            var meanCurvatureM = Wgs84.SemiMajorAxisM * Math.Sqrt(1 - Wgs84.EccentricitySquared) / w;
            var radiusRad = point.SpeedMPerS * point.SpeedMPerS / loadMPerS2 / meanCurvatureM;
            var sine = Math.Sin(radiusRad);
            var sum = poleIn + poleOut;
            var lean = side * sine / (0.5 * sum.LengthSquared);
            var upSquared = 1 - (lean * lean * sum.LengthSquared);
            if (!(upSquared > 0.25) || !(radiusRad < 0.5))
            {
                throw Problem(
                    $"The route turns by {double.RadiansToDegrees(courseChangeRad):0} degrees at {point.Position.LatitudeDeg:0.####}, {point.Position.LongitudeDeg:0.####};"
                    + " a turn back needs a point in between.");
            }

            var axis = (sum * lean) + (at * Math.Sqrt(upSquared));
            var entry = (axis - (poleIn * (side * sine))).Normalized();
            var exit = (axis - (poleOut * (side * sine))).Normalized();
            var centre = axis * Math.Cos(radiusRad);
            var u = entry - centre;
            var v = axis.Cross(u) * side;
            var last = exit - centre;
            return new Corner(new SurfaceArc(centre, u, v), Math.Atan2(v.Dot(last), u.Dot(last)), entry, exit);
        }
    }
}
