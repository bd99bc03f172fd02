using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Flight.Motion;

/// <summary>
/// The way of a missile that flies to a place on the ground: it turns towards it within its load, cruises at a height, and dives at 35 degrees. Textbook
/// pursuit of a point at rest; no real missile's profile.
/// </summary>
public static class HomingPath
{
    private const double StepS = 0.5;
    private const double DiveRad = 35 * Math.PI / 180;
    private const double ClimbRad = 12 * Math.PI / 180;
    private const double SpeedChangeMPerS2 = 40;

    /// <summary>Builds the way.</summary>
    /// <param name="position">Earth-fixed position at the start, metres.</param>
    /// <param name="velocity">Earth-fixed velocity at the start, m/s; not zero.</param>
    /// <param name="aim">Where it is to come down, Earth-fixed, metres.</param>
    /// <param name="cruiseHeightM">Height above the ellipsoid at which it cruises, metres.</param>
    /// <param name="speedMPerS">Speed it takes up and keeps, m/s, positive.</param>
    /// <param name="loadMPerS2">Largest lateral acceleration, m/s², positive.</param>
    /// <param name="longestS">Longest flight, seconds: what has not arrived by then ends where it is.</param>
    /// <param name="start">When it starts.</param>
    /// <returns>Segments in order, each starting when the one before ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A speed, load or time is not positive.</exception>
    public static List<TrajectorySegment> Build(
        EcefVector position, EcefVector velocity, EcefVector aim, double cruiseHeightM, double speedMPerS, double loadMPerS2, double longestS, SimTime start)
    {
        if (!(speedMPerS > 0 && loadMPerS2 > 0 && longestS > 0 && velocity.LengthSquared > 0)) throw new ArgumentOutOfRangeException(nameof(speedMPerS), "Speed, load and time are positive.");
        var segments = new List<TrajectorySegment>();
        var end = start + SimDuration.FromSeconds(longestS);
        for (var time = start; time < end;)
        {
            var way = aim - position;
            var leftM = way.Length;
            var speed = velocity.Length;
            speed += Math.Clamp(speedMPerS - speed, -SpeedChangeMPerS2 * StepS, SpeedChangeMPerS2 * StepS);
            if (leftM <= speed * StepS)
            {
                var arrival = time + SimDuration.FromSeconds(Math.Max(leftM / speed, 1e-6));
                segments.Add(TrajectorySegment.Sampled(position, velocity, time, aim, way * (speed / Math.Max(leftM, 1e-9)), arrival));
                break;
            }

            var forward = velocity.Normalized();
            var wanted = Direction(position, way, cruiseHeightM);
            var next = Turned(forward, wanted, loadMPerS2 / speed * StepS) * speed;
            var until = time + SimDuration.FromSeconds(StepS);
            var moved = position + ((velocity + next) * (0.5 * StepS));
            segments.Add(TrajectorySegment.Sampled(position, velocity, time, moved, next, until));
            (position, velocity, time) = (moved, next, until);
        }

        return segments;
    }

    private static EcefVector Direction(in EcefVector position, in EcefVector way, double cruiseHeightM)
    {
        var up = EarthEnvironment.Up(position);
        var level = way - (up * way.Dot(up));
        var groundM = level.Length;
        var aboveM = -way.Dot(up);
        if (aboveM > 0 && groundM < aboveM / Math.Tan(DiveRad)) return way.Normalized();
        var riseRad = Math.Clamp((cruiseHeightM - EarthEnvironment.HeightM(position)) / 3_000, -1, 1) * ClimbRad;
        var (sine, cosine) = Math.SinCos(riseRad);
        return groundM > 1 ? (level * (cosine / groundM)) + (up * sine) : way.Normalized();
    }

    private static EcefVector Turned(in EcefVector forward, in EcefVector wanted, double largestRad)
    {
        var across = wanted - (forward * wanted.Dot(forward));
        var sine = across.Length;
        var angleRad = Math.Atan2(sine, wanted.Dot(forward));
        if (angleRad <= largestRad || sine < 1e-12) return wanted;
        var (s, c) = Math.SinCos(largestRad);
        return (forward * c) + (across * (s / sine));
    }
}
