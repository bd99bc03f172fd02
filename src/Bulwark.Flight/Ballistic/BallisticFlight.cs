using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Flight.Motion;

namespace Bulwark.Flight.Ballistic;

/// <summary>
/// Free flight over the turning, oblate Earth (J2) with drag by Mach number in the US Standard Atmosphere 1976, as trajectory segments.
/// </summary>
/// <remarks>
/// Runge-Kutta of order four; steps of a quarter of a second in air and of a second above it change the impact by less than a centimetre when they are
/// halved. Segments are cubics through states of the integration (Hermite), each as long as keeps its middle within <see cref="SegmentErrorM"/> of the
/// integrated flight.
/// </remarks>
public static class BallisticFlight
{
    /// <summary>Largest distance between a segment and the integrated flight, metres.</summary>
    public const double SegmentErrorM = 0.02;

    private const double AirStepS = 0.25;
    private const double SpaceStepS = 1;
    private const double AirHeightM = 110_000;
    private const double LongestSegmentS = 16;
    private const double ShortestSegmentS = 0.0625;
    private const double LongestFlightS = 4 * 3600;

    /// <summary>Flies a body until it comes down to a height.</summary>
    /// <param name="body">The body.</param>
    /// <param name="position">Earth-fixed position at the start, metres.</param>
    /// <param name="velocity">Earth-fixed velocity at the start, m/s.</param>
    /// <param name="groundHeightM">Height above the ellipsoid at which it ends, metres.</param>
    /// <returns>The end, or null when it does not come down within four hours.</returns>
    public static BallisticFall? Fall(BallisticBody body, EcefVector position, EcefVector velocity, double groundHeightM) =>
        Fall(new FreeBody<EarthEnvironment>(body.DragAreaPerMassM2PerKg, DragCurve.Standard, default), position, velocity, groundHeightM);

    /// <summary>The flight as segments.</summary>
    /// <param name="body">The body.</param>
    /// <param name="position">Earth-fixed position at the start, metres.</param>
    /// <param name="velocity">Earth-fixed velocity at the start, m/s.</param>
    /// <param name="groundHeightM">Height above the ellipsoid at which it ends, metres.</param>
    /// <param name="start">When it starts.</param>
    /// <returns>Segments in order, each starting when the one before ends.</returns>
    /// <exception cref="ArgumentException">The body does not come down.</exception>
    public static List<TrajectorySegment> Segments(BallisticBody body, EcefVector position, EcefVector velocity, double groundHeightM, SimTime start)
    {
        var free = new FreeBody<EarthEnvironment>(body.DragAreaPerMassM2PerKg, DragCurve.Standard, default);
        var fall = Fall(body, position, velocity, groundHeightM) ?? throw new ArgumentException("The body does not come down within four hours.", nameof(velocity));
        var segments = new List<TrajectorySegment>();
        var end = start + SimDuration.FromSeconds(fall.TimeS);
        var lengthS = 1.0;
        var time = start;
        while (time < end)
        {
            var leftS = (end - time).TotalS;
            var stepS = Math.Min(lengthS, leftS);
            var middle = Carried(free, position, velocity, 0.5 * stepS);
            var last = Carried(free, middle.Position, middle.Velocity, 0.5 * stepS);
            var until = stepS == leftS ? end : time + SimDuration.FromSeconds(stepS);
            var segment = TrajectorySegment.Sampled(position, velocity, time, last.Position, last.Velocity, until);
            var errorM = segment.Position(time + new SimDuration((until - time).Nanoseconds / 2)).DistanceTo(middle.Position);
            if (errorM > SegmentErrorM && stepS > ShortestSegmentS)
            {
                lengthS = Math.Max(ShortestSegmentS, 0.5 * stepS);
                continue;
            }

            segments.Add(segment);
            (position, velocity, time) = (last.Position, last.Velocity, until);

            // The error grows with the fourth power of the length.
            if (errorM < SegmentErrorM / 20) lengthS = Math.Min(LongestSegmentS, 2 * lengthS);
        }

        return segments;
    }

    internal static BallisticFall? Fall<TEnvironment>(FreeBody<TEnvironment> free, EcefVector position, EcefVector velocity, double groundHeightM)
        where TEnvironment : struct, IFlightEnvironment
    {
        var timeS = 0.0;
        var apogeeM = HeightM(position);
        while (timeS < LongestFlightS)
        {
            var (before, speed) = (position, velocity);
            var stepS = StepS(position);
            free.Step(ref position, ref velocity, stepS);
            timeS += stepS;
            var heightM = HeightM(position);
            apogeeM = Math.Max(apogeeM, TopM(before, speed, position, velocity, stepS));
            if (heightM > groundHeightM || EarthEnvironment.Up(position).Dot(velocity) > 0) continue;

            // The step in which it comes down, again: secant on the height.
            var (lowS, highS) = (0.0, stepS);
            for (var i = 0; i < 60 && highS - lowS > 1e-10; i++)
            {
                var lowM = HeightAt(free, before, speed, lowS) - groundHeightM;
                var highM = HeightAt(free, before, speed, highS) - groundHeightM;
                var tryS = i % 3 == 2 || !(lowM > 0 && highM < 0) ? 0.5 * (lowS + highS) : lowS + ((highS - lowS) * lowM / (lowM - highM));
                if (HeightAt(free, before, speed, tryS) > groundHeightM) lowS = tryS;
                else highS = tryS;
            }

            var (end, endVelocity) = (before, speed);
            free.Step(ref end, ref endVelocity, highS);
            return new BallisticFall(end, endVelocity, timeS - stepS + highS, apogeeM);
        }

        return null;
    }

    private static (EcefVector Position, EcefVector Velocity) Carried(FreeBody<EarthEnvironment> free, EcefVector position, EcefVector velocity, double timeS)
    {
        free.Advance(ref position, ref velocity, timeS, StepS(position));
        return (position, velocity);
    }

    private static double StepS(in EcefVector position) => EarthEnvironment.HeightM(position) < AirHeightM ? AirStepS : SpaceStepS;

    private static double HeightAt<TEnvironment>(FreeBody<TEnvironment> free, EcefVector position, EcefVector velocity, double stepS)
        where TEnvironment : struct, IFlightEnvironment
    {
        if (stepS > 0) free.Step(ref position, ref velocity, stepS);
        return HeightM(position);
    }

    // The top of the parabola through two rising and falling ends; the higher end otherwise.
    private static double TopM(in EcefVector from, in EcefVector fromVelocity, in EcefVector to, in EcefVector toVelocity, double stepS)
    {
        var (up, down) = (EarthEnvironment.Up(from).Dot(fromVelocity), EarthEnvironment.Up(to).Dot(toVelocity));
        if (!(up > 0 && down < 0)) return HeightM(to);
        var share = up / (up - down);
        return HeightM(from) + (0.5 * up * share * stepS);
    }

    // Along the ellipsoid's normal: the quicker height along the radius is off by metres at the top of a long flight.
    private static double HeightM(in EcefVector position) => Wgs84.HeightM(position);
}
