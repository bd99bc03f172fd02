using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>
/// A piece of motion that can be evaluated at any instant: a row of a table, of one size for every kind. Immutable; evaluation does not allocate.
/// </summary>
/// <remarks>
/// Times before <see cref="Start"/> and after <see cref="End"/> continue the same law, so a slightly late or early question is answered smoothly;
/// sampled segments should not be asked further than a fraction of their length outside.
/// Sources: Gade (2010) for the great circle (see docs/models/flight.md); the level turn is a circle in the local plane of its start, lowered by
/// the curvature of the ellipsoid (do Carmo, Differential Geometry of Curves and Surfaces, section 3.3: the second fundamental form).
/// </remarks>
public readonly struct TrajectorySegment
{
    // Great circle: start normal, start tangent; rate. Turn: start, forward, inward, up; rate, radius, three curvatures. Sampled: polynomial
    // coefficients of position. Stationary: the position. The height law is that of great circles (above the ellipsoid) and turns (above the level one).
    private readonly EcefVector _a;
    private readonly EcefVector _b;
    private readonly EcefVector _c;
    private readonly EcefVector _d;
    private readonly double _p;
    private readonly double _q;
    private readonly double _r;
    private readonly double _s;
    private readonly double _t;

    // Time already flown of the horizontal law at the start, for a piece cut out of a longer segment.
    private readonly double _flownS;
    private readonly HeightLaw _height;

    private TrajectorySegment(
        SegmentKind kind, SimTime start, SimTime end, EcefVector a, EcefVector b = default, EcefVector c = default, EcefVector d = default,
        double p = 0, double q = 0, double r = 0, double s = 0, double t = 0, HeightLaw height = default)
    {
        (Kind, Start, End) = (kind, start, end);
        (_a, _b, _c, _d) = (a, b, c, d);
        (_p, _q, _r, _s, _t) = (p, q, r, s, t);
        _height = height;
    }

    private TrajectorySegment(in TrajectorySegment earlier, SimDuration by)
    {
        this = earlier;
        (Start, End) = (earlier.Start + by, earlier.End + by);
    }

    private TrajectorySegment(in TrajectorySegment whole, SimTime start, SimTime end, HeightLaw height)
    {
        (Kind, Start, End) = (whole.Kind, start, end);
        (_a, _b, _c, _d) = (whole._a, whole._b, whole._c, whole._d);
        (_p, _q, _r, _s, _t) = (whole._p, whole._q, whole._r, whole._s, whole._t);
        _flownS = whole._flownS + (start - whole.Start).TotalS;
        _height = height;
    }

    /// <summary>How it moves.</summary>
    public SegmentKind Kind { get; }

    /// <summary>When it begins.</summary>
    public SimTime Start { get; }

    /// <summary>When it ends and the next one begins.</summary>
    public SimTime End { get; }

    /// <summary>A leg along the great circle between two points; the height changes linearly with time.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="to">Where it ends; neither the same place nor opposite on the Earth.</param>
    /// <param name="groundSpeedMPerS">Mean speed over the ellipsoid, m/s, positive.</param>
    /// <param name="start">When it starts; the end is rounded to the nanosecond and the rate follows from it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not positive.</exception>
    /// <exception cref="ArgumentException">The points are the same place or opposite on the Earth.</exception>
    public static TrajectorySegment GreatCircle(GeodeticPoint from, GeodeticPoint to, double groundSpeedMPerS, SimTime start)
    {
        if (!(groundSpeedMPerS > 0)) throw new ArgumentOutOfRangeException(nameof(groundSpeedMPerS), groundSpeedMPerS, "A leg needs a positive speed.");
        var arc = new GreatCircleArc(GreatCircleArc.NormalOf(from), GreatCircleArc.NormalOf(to));
        if (!double.IsFinite(arc.Tangent.LengthSquared)) throw new ArgumentException("The leg's ends are the same place, or opposite on the Earth.", nameof(to));
        var end = start + SimDuration.FromSeconds(arc.LengthM() / groundSpeedMPerS);
        if (end <= start) throw new ArgumentException("The leg is shorter than a nanosecond of flight.", nameof(to));
        var durationS = (end - start).TotalS;
        return new TrajectorySegment(
            SegmentKind.GreatCircle, start, end, arc.From, arc.Tangent, p: arc.AngleRad / durationS, height: new HeightLaw(from.HeightM, (to.HeightM - from.HeightM) / durationS, 0, 0));
    }

    /// <summary>
    /// A level turn of constant speed and load. Its height is held to within 0.01 m for radii to 10 km and 1 m to 50 km.
    /// </summary>
    /// <param name="positionM">Where it starts, Earth-fixed.</param>
    /// <param name="velocityMPerS">Velocity at the start; its vertical part is left out.</param>
    /// <param name="turnRad">Change of course, radians: to the right positive, to the left negative, not zero.</param>
    /// <param name="loadMPerS2">Horizontal acceleration towards the centre, m/s², positive.</param>
    /// <param name="start">When it starts; the end is rounded to the nanosecond and the rate follows from it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Load, speed or turn leave nothing to fly.</exception>
    public static TrajectorySegment Turn(EcefVector positionM, EcefVector velocityMPerS, double turnRad, double loadMPerS2, SimTime start)
    {
        if (!(loadMPerS2 > 0)) throw new ArgumentOutOfRangeException(nameof(loadMPerS2), loadMPerS2, "A turn needs a positive load.");
        var origin = Wgs84.ToGeodetic(positionM);
        var frame = new LocalFrame(origin);
        var level = frame.Rotate(velocityMPerS) with { Up = 0 };
        var speedMPerS = level.Length;
        if (!(speedMPerS > 0)) throw new ArgumentOutOfRangeException(nameof(velocityMPerS), "A turn needs a horizontal speed.");
        var durationS = Math.Abs(turnRad) * speedMPerS / loadMPerS2;
        var end = start + SimDuration.FromSeconds(durationS);
        if (end <= start) throw new ArgumentOutOfRangeException(nameof(turnRad), turnRad, "The turn is shorter than a nanosecond of flight.");

        var forward = level / speedMPerS;
        var inward = turnRad > 0 ? new EnuVector(forward.North, -forward.East, 0) : new EnuVector(-forward.North, forward.East, 0);
        var (meridianM, primeVerticalM) = Ellipsoid.Radii(origin.LatitudeRad);
        var north = 0.5 / (meridianM + origin.HeightM);
        var east = 0.5 / (primeVerticalM + origin.HeightM);
        return new TrajectorySegment(
            SegmentKind.Turn, start, end, positionM, frame.Rotate(forward), frame.Rotate(inward), frame.Up,
            p: Math.Abs(turnRad) / (end - start).TotalS,
            q: speedMPerS * speedMPerS / loadMPerS2,
            r: (east * forward.East * forward.East) + (north * forward.North * forward.North),
            s: (east * forward.East * inward.East) + (north * forward.North * inward.North),
            t: (east * inward.East * inward.East) + (north * inward.North * inward.North));
    }

    /// <summary>Something that stays at one place.</summary>
    /// <param name="positionM">The place, Earth-fixed.</param>
    /// <param name="start">From when.</param>
    /// <param name="end">Until when.</param>
    public static TrajectorySegment Stationary(EcefVector positionM, SimTime start, SimTime end) => new(SegmentKind.Stationary, start, end, positionM);

    /// <summary>The cubic through two states (Hermite), for flight that was integrated.</summary>
    /// <param name="startPositionM">Position at the start, Earth-fixed.</param>
    /// <param name="startVelocityMPerS">Velocity at the start.</param>
    /// <param name="start">When it starts.</param>
    /// <param name="endPositionM">Position at the end.</param>
    /// <param name="endVelocityMPerS">Velocity at the end.</param>
    /// <param name="end">When it ends, after the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the start.</exception>
    public static TrajectorySegment Sampled(
        EcefVector startPositionM, EcefVector startVelocityMPerS, SimTime start, EcefVector endPositionM, EcefVector endVelocityMPerS, SimTime end)
    {
        if (end <= start) throw new ArgumentOutOfRangeException(nameof(end), end, "A sampled segment ends after it starts.");
        var durationS = (end - start).TotalS;
        var mean = (endPositionM - startPositionM) / durationS;
        return new TrajectorySegment(
            SegmentKind.Sampled, start, end, startPositionM, startVelocityMPerS,
            ((3 * mean) - (2 * startVelocityMPerS) - endVelocityMPerS) / durationS,
            (startVelocityMPerS + endVelocityMPerS - (2 * mean)) / (durationS * durationS));
    }

    /// <summary>A part of a great circle or turn with another height.</summary>
    /// <param name="start">Start of the part.</param>
    /// <param name="end">Its end.</param>
    /// <param name="height">Height in the time since its start: above the ellipsoid for a great circle, above the level turn for a turn.</param>
    internal TrajectorySegment Piece(SimTime start, SimTime end, HeightLaw height) =>
        Kind is SegmentKind.GreatCircle or SegmentKind.Turn ? new TrajectorySegment(this, start, end, height) : throw new InvalidOperationException($"A segment of kind {Kind} has no height law.");

    /// <summary>The same motion some time later.</summary>
    /// <param name="by">How much later.</param>
    public TrajectorySegment Later(SimDuration by) => new(this, by);

    /// <summary>Earth-fixed position at an instant, metres.</summary>
    /// <param name="time">The instant, normally between start and end.</param>
    public EcefVector Position(SimTime time)
    {
        var seconds = (time - Start).TotalS;
        switch (Kind)
        {
            case SegmentKind.GreatCircle:
                var (sine, cosine) = Math.SinCos(_p * (seconds + _flownS));
                return Wgs84.FromNormal((_a * cosine) + (_b * sine), _height.HeightM(seconds));
            case SegmentKind.Turn:
                var (turnSine, turnCosine) = Math.SinCos(_p * (seconds + _flownS));
                var (f, s) = (_q * turnSine, _q * (1 - turnCosine));
                var level = _a + (_b * f) + (_c * s) - (_d * ((_r * f * f) + (2 * _s * f * s) + (_t * s * s)));
                return _height.IsZero ? level : level + ((_d + (((_b * f) + (_c * s)) / Wgs84.MeanRadiusM)) * _height.HeightM(seconds));
            case SegmentKind.Sampled:
                return _a + (seconds * (_b + (seconds * (_c + (seconds * _d)))));
            default:
                return _a;
        }
    }

    /// <summary>Earth-fixed velocity at an instant, m/s: the derivative of <see cref="Position"/>.</summary>
    /// <param name="time">The instant, normally between start and end.</param>
    public EcefVector Velocity(SimTime time)
    {
        var seconds = (time - Start).TotalS;
        switch (Kind)
        {
            case SegmentKind.GreatCircle:
                var (sine, cosine) = Math.SinCos(_p * (seconds + _flownS));
                return Ellipsoid.Rate((_a * cosine) + (_b * sine), ((_b * cosine) - (_a * sine)) * _p, _height.HeightM(seconds), _height.RateMPerS(seconds));
            case SegmentKind.Turn:
                var (turnSine, turnCosine) = Math.SinCos(_p * (seconds + _flownS));
                var (f, s) = (_q * turnSine, _q * (1 - turnCosine));
                var (fRate, sRate) = (_q * _p * turnCosine, _q * _p * turnSine);
                var drop = 2 * ((_r * f * fRate) + (_s * ((f * sRate) + (s * fRate))) + (_t * s * sRate));
                var levelRate = (_b * fRate) + (_c * sRate) - (_d * drop);
                if (_height.IsZero) return levelRate;
                var up = _d + (((_b * f) + (_c * s)) / Wgs84.MeanRadiusM);
                return levelRate + (up * _height.RateMPerS(seconds)) + (((_b * fRate) + (_c * sRate)) * (_height.HeightM(seconds) / Wgs84.MeanRadiusM));
            case SegmentKind.Sampled:
                return _b + (seconds * ((2 * _c) + (3 * seconds * _d)));
            default:
                return EcefVector.Zero;
        }
    }

    /// <summary>Both at an instant: the same values, in one go.</summary>
    /// <param name="time">The instant, normally between start and end.</param>
    public (EcefVector PositionM, EcefVector VelocityMPerS) State(SimTime time)
    {
        if (Kind != SegmentKind.GreatCircle) return (Position(time), Velocity(time));
        var seconds = (time - Start).TotalS;
        var heightM = _height.HeightM(seconds);
        var (sine, cosine) = Math.SinCos(_p * (seconds + _flownS));
        var normal = (_a * cosine) + (_b * sine);
        return (Wgs84.FromNormal(normal, heightM), Ellipsoid.Rate(normal, ((_b * cosine) - (_a * sine)) * _p, heightM, _height.RateMPerS(seconds)));
    }

    /// <summary>A bound that the speed does not exceed between start and end, m/s; at most a few per cent above the greatest.</summary>
    public double SpeedBoundMPerS
    {
        get
        {
            var durationS = (End - Start).TotalS;
            switch (Kind)
            {
                case SegmentKind.GreatCircle:
                    // The largest radius of curvature of the ellipsoid is the one at the poles, a²/b.
                    const double LargestRadiusM = Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM / Wgs84.SemiMinorAxisM;
                    return (_p * (LargestRadiusM + _height.LargestM(durationS))) + _height.FastestMPerS(durationS);
                case SegmentKind.Turn:
                    var largest = 2 * Math.Max(_r, _t) * 4 * _q;
                    return (_q * _p * (1 + largest)) + _height.FastestMPerS(durationS);
                case SegmentKind.Sampled:
                    // Control points of the derivative's Bézier form: the curve stays in their hull.
                    var endVelocity = _b + (durationS * ((2 * _c) + (3 * durationS * _d)));
                    return Math.Max(Math.Max(_b.Length, endVelocity.Length), (_b + (durationS * _c)).Length);
                default:
                    return 0;
            }
        }
    }
}
