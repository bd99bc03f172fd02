using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>
/// A piece of a trajectory, valid from <see cref="Start"/> to <see cref="End"/>: position and velocity at any instant by a closed form.
/// A value type of one layout for all kinds, so a table of segments is one array. Immutable; evaluation does not allocate.
/// </summary>
/// <remarks>
/// Legs and turns are circles in the space of ellipsoid normals with an even change of height. On a leg the angle follows the ground
/// distance by a cubic, so the ground speed (at height zero) is constant to 1e-5 on legs up to 1,500 km. In a turn the angle grows
/// evenly, so the speed stays within 0.4 per cent of its mean. Before its start and after its end a segment holds its end points.
/// </remarks>
public readonly struct TrajectorySegment
{
    private readonly EcefVector _a;
    private readonly EcefVector _b;
    private readonly EcefVector _c;
    private readonly EcefVector _d;
    private readonly double _angleRad;
    private readonly double _skew;
    private readonly double _bend;
    private readonly double _startHeightM;
    private readonly double _climbM;
    private readonly double _perS;

    private TrajectorySegment(
        SegmentKind kind, SimTime start, SimTime end, EcefVector a, EcefVector b, EcefVector c, EcefVector d,
        double angleRad, double skew, double bend, double startHeightM, double climbM)
    {
        if (end < start) throw new ArgumentOutOfRangeException(nameof(end), end, "A segment must not end before it starts.");
        Kind = kind;
        Start = start;
        End = end;
        (_a, _b, _c, _d) = (a, b, c, d);
        (_angleRad, _skew, _bend) = (angleRad, skew, bend);
        (_startHeightM, _climbM) = (startHeightM, climbM);
        _perS = end > start && end != SimTime.Never ? 1 / (end - start).TotalS : 0;
    }

    /// <summary>How it moves.</summary>
    public SegmentKind Kind { get; }

    /// <summary>First instant.</summary>
    public SimTime Start { get; }

    /// <summary>Last instant; <see cref="SimTime.Never"/> when it lasts.</summary>
    public SimTime End { get; }

    /// <summary>Something that stays on the ground or hovers.</summary>
    /// <param name="positionM">Earth-fixed position, metres.</param>
    /// <param name="start">First instant.</param>
    /// <param name="end">Last instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public static TrajectorySegment Stationary(EcefVector positionM, SimTime start, SimTime end) =>
        new(SegmentKind.Stationary, start, end, positionM, default, default, default, 0, 0, 0, 0, 0);

    /// <summary>A cubic (Hermite) between two states of an integrated flight.</summary>
    /// <param name="start">First instant.</param>
    /// <param name="startPositionM">Earth-fixed position at the start, metres.</param>
    /// <param name="startVelocityMPerS">Earth-fixed velocity at the start, m/s.</param>
    /// <param name="end">Last instant.</param>
    /// <param name="endPositionM">Earth-fixed position at the end, metres.</param>
    /// <param name="endVelocityMPerS">Earth-fixed velocity at the end, m/s.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public static TrajectorySegment Sampled(
        SimTime start, EcefVector startPositionM, EcefVector startVelocityMPerS, SimTime end, EcefVector endPositionM, EcefVector endVelocityMPerS)
    {
        // Stored as the coefficients of powers of the elapsed share, relative to the start.
        var durationS = (end - start).TotalS;
        var way = endPositionM - startPositionM;
        var first = startVelocityMPerS * durationS;
        var last = endVelocityMPerS * durationS;
        return new TrajectorySegment(
            SegmentKind.Sampled, start, end, startPositionM, first, (way * 3) - (first * 2) - last, first + last - (way * 2), 0, 0, 0, 0, 0);
    }

    /// <summary>Position at an instant, Earth-fixed, metres.</summary>
    /// <param name="time">The instant; outside the segment its end point is returned.</param>
    public EcefVector Position(SimTime time)
    {
        var share = Share(time);
        return Kind switch
        {
            SegmentKind.Stationary => _a,
            SegmentKind.Sampled => _a + (((((_d * share) + _c) * share) + _b) * share),
            _ => Wgs84.FromNormal(Arc.Normal(AngleRad(share)), _startHeightM + (_climbM * share)),
        };
    }

    /// <summary>Velocity at an instant, Earth-fixed, m/s.</summary>
    /// <param name="time">The instant; outside the segment the velocity at its end point is returned.</param>
    public EcefVector Velocity(SimTime time)
    {
        var share = Share(time);
        switch (Kind)
        {
            case SegmentKind.Stationary:
                return default;
            case SegmentKind.Sampled:
                return ((((_d * (3 * share)) + (_c * 2)) * share) + _b) * _perS;
            default:
                var angleRad = AngleRad(share);
                var rest = 1 - share;
                var slope = 1 + (_skew * (rest - share)) + (_bend * (1 - (6 * share * rest)));
                return Surface.Velocity(
                    Arc.Normal(angleRad), Arc.NormalRate(angleRad) * (_angleRad * slope * _perS), _startHeightM + (_climbM * share), _climbM * _perS);
        }
    }

    /// <summary>A leg along a great circle of normals from angle zero.</summary>
    internal static TrajectorySegment Leg(in SurfaceArc arc, double angleRad, double startHeightM, double endHeightM, SimTime start, SimTime end)
    {
        // The share of the angle as a cubic of the share of the distance, exact at thirds: f(u) = u + u(1 - u)(skew + bend (1 - 2u)).
        var lengthM = arc.LengthM(0, angleRad);
        var u1 = arc.LengthM(0, angleRad / 3) / lengthM;
        var u2 = arc.LengthM(0, angleRad * 2 / 3) / lengthM;
        var g1 = ((1.0 / 3) - u1) / (u1 * (1 - u1));
        var g2 = ((2.0 / 3) - u2) / (u2 * (1 - u2));
        var bend = (g1 - g2) / (2 * (u2 - u1));
        var skew = g1 - (bend * (1 - (2 * u1)));
        return new TrajectorySegment(
            SegmentKind.GreatCircleLeg, start, end, arc.Centre, arc.U, arc.V, default, angleRad, skew, bend, startHeightM, endHeightM - startHeightM);
    }

    /// <summary>A level turn along a small circle of normals from angle zero.</summary>
    internal static TrajectorySegment Turn(in SurfaceArc arc, double angleRad, double heightM, SimTime start, SimTime end) =>
        new(SegmentKind.Turn, start, end, arc.Centre, arc.U, arc.V, default, angleRad, 0, 0, heightM, 0);

    private SurfaceArc Arc => new(_a, _b, _c);

    private double AngleRad(double share) => _angleRad * (share + (share * (1 - share) * (_skew + (_bend * (1 - (2 * share))))));

    private double Share(SimTime time)
    {
        if (time <= Start) return 0;
        return time >= End ? 1 : (time.Nanoseconds - Start.Nanoseconds) * (1.0 / SimDuration.NanosecondsPerSecond) * _perS;
    }
}
