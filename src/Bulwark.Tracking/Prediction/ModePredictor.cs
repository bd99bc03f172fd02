using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// Mixes and predicts the beliefs of several motion models (interacting multiple models), four lanes at a time.
/// Source: Blom and Bar-Shalom, "The interacting multiple model algorithm for systems with Markovian switching coefficients", IEEE
/// Trans. Automatic Control 33 (1988) 780-783; Bar-Shalom, Li and Kirubarajan (2001), sections 11.6.6 and 11.7.
/// </summary>
/// <remarks>
/// The models switch as a Markov process in continuous time: over an interval t a target keeps to model i with probability exp(-t/τᵢ).
/// Turns are about the local vertical, in Earth-fixed coordinates: v' = R v with Rodrigues' rotation R, p' = p + A v with A its integral.
/// Not safe for use by two threads at once (it remembers the last interval).
/// </remarks>
internal sealed class ModePredictor
{
    private static readonly Vector256<double> LaneNumbers = Vector256.Create(0.0, 1, 2, 3);

    private readonly MotionModelSet _set;
    private readonly double[] _jumps = new double[ModeState.Lanes * ModeState.Lanes];
    private readonly double[] _rates = new double[ModeState.Lanes];

    // All bits set where there is a model.
    private readonly double[] _used = new double[ModeState.Lanes];

    // The first model with the same time, and with the same rate to either side.
    private readonly int[] _sameStay = new int[ModeState.Lanes];
    private readonly int[] _sameTurn = new int[ModeState.Lanes];
    private readonly double _manoeuvreTimeS;
    private readonly int _count;
    private readonly double _horizontalPsd;
    private readonly double _verticalLessHorizontalPsd;
    private readonly double[] _stays = new double[ModeState.Lanes];
    private readonly double[] _sines = new double[ModeState.Lanes];
    private readonly double[] _cosines = new double[ModeState.Lanes];
    private readonly double[] _halves = new double[ModeState.Lanes];
    private readonly ModePredictor[] _ofClass = [];
    private ModeTransition _transition;

    public ModePredictor(MotionModelSet set, double manoeuvreTimeS)
    {
        _set = set;
        _manoeuvreTimeS = manoeuvreTimeS;
        _count = set.Models.Length;
        _transition.Seconds = double.NaN;
        (_horizontalPsd, _verticalLessHorizontalPsd) = Psd(set.Models[0]);
        var jumps = set.Jumps;
        var (horizontal, excess) = (new double[ModeState.Lanes], new double[ModeState.Lanes]);
        for (var model = 0; model < _count; model++)
        {
            jumps.AsSpan(model * _count, _count).CopyTo(_jumps.AsSpan(model * ModeState.Lanes));
            (_rates[model], _cosines[model], _used[model]) = (set.Models[model].TurnRateRadPerS, 1, BitConverter.UInt64BitsToDouble(ulong.MaxValue));
            (horizontal[model], excess[model]) = Psd(set.Models[model]);
            (_sameStay[model], _sameTurn[model]) = (model, model);
            for (var earlier = model - 1; earlier >= 0; earlier--)
            {
                if (set.Models[earlier].MeanStayS == set.Models[model].MeanStayS) _sameStay[model] = earlier;
                if (Math.Abs(_rates[earlier]) == Math.Abs(_rates[model])) _sameTurn[model] = earlier;
            }
        }

        (_transition.Lower.HorizontalPsd, _transition.Upper.HorizontalPsd) = (Lanes(horizontal, 0), Lanes(horizontal, ModeHalf.Lanes));
        (_transition.Lower.VerticalLessHorizontalPsd, _transition.Upper.VerticalLessHorizontalPsd) = (Lanes(excess, 0), Lanes(excess, ModeHalf.Lanes));
    }

    /// <summary>Makes the predictor of a tracker: its own motion, and what each class of target makes of it.</summary>
    public ModePredictor(TrackerParameters parameters)
        : this(parameters.EffectiveMotion, parameters.ManoeuvreTimeS) =>
        _ofClass = [.. parameters.MotionOfClasses.Select(set => new ModePredictor(set, parameters.ManoeuvreTimeS))];

    /// <summary>Models in use.</summary>
    public int Count => _count;

    /// <summary>Predicts to a time not before the estimate's.</summary>
    public void Predict(ref readonly ModeEstimate from, SimTime time, out ModeEstimate to)
    {
        if (from.MotionOf > 0 && _ofClass.Length > 0)
        {
            _ofClass[from.MotionOf - 1].Move(in from, time, out to);
            return;
        }

        Move(in from, time, out to);
    }

    /// <summary>Predicts by the tracker's own motion, whatever the class of the target.</summary>
    public void PredictByOwn(ref readonly ModeEstimate from, SimTime time, out ModeEstimate to)
    {
        Move(in from, time, out to);
        to.MotionOf = 0;
    }

    private void Move(ref readonly ModeEstimate from, SimTime time, out ModeEstimate to)
    {
        var seconds = (time - from.Time).TotalS;
        if (!(seconds > 0))
        {
            to = from;
            return;
        }

        Unsafe.SkipInit(out to);
        to.Time = time;
        to.Position = from.Position + (from.Velocity * seconds);
        to.Velocity = from.Velocity;
        to.IsBallistic = from.IsBallistic;
        to.IsOne = from.IsOne;
        to.MotionOf = from.MotionOf;
        to.Doubt = from.Doubt;
        to.InverseCoefficientM2PerKg = from.InverseCoefficientM2PerKg;
        if (from.IsOne)
        {
            OneMode.Move(in from, ref to, seconds, _horizontalPsd, _verticalLessHorizontalPsd, Up(from.Position));
        }
        else
        {
            if (seconds != _transition.Seconds) Prepare(seconds);
            if (_count > 1) Mix(in from.Modes, ref to.Modes);
            else to.Modes = from.Modes;
            var up = Up(from.Position);
            Move(ref to.Modes.Lower, in _transition.Lower, seconds, to.Velocity, up);
            Move(ref to.Modes.Upper, in _transition.Upper, seconds, to.Velocity, up);
        }

        if (!from.IsBallistic) return;

        // The models' offsets move as about a straight line; the line itself is bent.
        (to.Position, to.Velocity) = (from.Position, from.Velocity);
        BallisticPath.Move(ref to.Position, ref to.Velocity, from.InverseCoefficientM2PerKg, seconds);
    }

    // The ellipsoid's normal to better than 1e-5 rad at aircraft heights, without the iteration for latitude.
    private static EcefVector Up(EcefVector position) =>
        new EcefVector(position.X, position.Y, position.Z / (1 - Wgs84.EccentricitySquared)).Normalized();

    private (double Horizontal, double VerticalLessHorizontal) Psd(MotionModel model)
    {
        var horizontal = model.AccelerationSigmaMPerS2 * model.AccelerationSigmaMPerS2 * _manoeuvreTimeS;
        return (horizontal, (model.VerticalAccelerationSigmaMPerS2 * model.VerticalAccelerationSigmaMPerS2 * _manoeuvreTimeS) - horizontal);
    }

    private void Prepare(double seconds)
    {
        _transition.Seconds = seconds;
        for (var from = 0; from < _count; from++)
        {
            var stay = _count == 1 ? 1 : Stay(from, seconds);
            _stays[from] = stay;
            var leave = Vector256.Create(1 - stay);
            var kept = Vector256.Create(stay);
            var (low, high) = (leave * Lanes(_jumps, from * ModeState.Lanes), leave * Lanes(_jumps, (from * ModeState.Lanes) + ModeHalf.Lanes));
            _transition.Lower.From[from] = Vector256.ConditionalSelect(Vector256.Equals(LaneNumbers, Vector256.Create((double)from)), kept, low);
            _transition.Upper.From[from] = Vector256.ConditionalSelect(Vector256.Equals(LaneNumbers, Vector256.Create((double)from - ModeHalf.Lanes)), kept, high);
            if (_rates[from] != 0) (_sines[from], _cosines[from], _halves[from]) = Turn(from, seconds);
        }

        Fill(ref _transition.Lower, 0, seconds);
        Fill(ref _transition.Upper, ModeHalf.Lanes, seconds);
    }

    // Sine and versine over the rate: the time and nothing where there is no turn.
    private void Fill(ref ModeTransition.Half half, int first, double seconds)
    {
        var rate = Lanes(_rates, first);
        var isStraight = Vector256.Equals(rate, Vector256<double>.Zero);
        var divisor = Vector256.ConditionalSelect(isStraight, Vector256<double>.One, rate);
        var halves = Lanes(_halves, first);
        half.Sine = Lanes(_sines, first);
        half.Cosine = Lanes(_cosines, first);
        half.SineOverRate = Vector256.ConditionalSelect(isStraight, Vector256.Create(seconds) & Lanes(_used, first), half.Sine / divisor);
        half.VersineOverRate = 2 * halves * halves / divisor;
    }

    private static Vector256<double> Lanes(double[] values, int first) => Vector256.LoadUnsafe(ref values[first]);

    // Models share their times and their rates, to either side: what is known from an earlier one is not worked out again. The sine is odd and the
    // cosine even to the last bit, so that nothing changes by it.
    private double Stay(int model, double seconds) => _sameStay[model] < model ? _stays[_sameStay[model]] : Math.Exp(-seconds / _set.Models[model].MeanStayS);

    private (double Sine, double Cosine, double Half) Turn(int model, double seconds)
    {
        var earlier = _sameTurn[model];
        if (earlier < model) return _rates[earlier] == _rates[model] ? (_sines[earlier], _cosines[earlier], _halves[earlier]) : (-_sines[earlier], _cosines[earlier], -_halves[earlier]);
        var (sine, cosine) = Math.SinCos(_rates[model] * seconds);
        return (sine, cosine, Math.Sin(0.5 * _rates[model] * seconds));
    }

    // Moments of the mixture that enters each model: first moments, then second moments less the product of the first.
    private void Mix(ref readonly ModeState from, ref ModeState to)
    {
        Unsafe.SkipInit(out ModeState moments);
        ModeHalf.Moments(in from.Lower, out moments.Lower);
        ModeHalf.Moments(in from.Upper, out moments.Upper);
        Mix(in moments, in _transition.Lower.From, ref to.Lower);
        Mix(in moments, in _transition.Upper.From, ref to.Upper);
    }

    private static void Mix(ref readonly ModeState moments, ref readonly ModeTransition.Rows from, ref ModeHalf to)
    {
        ref var lower = ref Unsafe.As<ModeState, double>(ref Unsafe.AsRef(in moments));
        ref var upper = ref Unsafe.Add(ref lower, ModeHalf.Length * ModeHalf.Lanes);
        ref var probability = ref Unsafe.Add(ref lower, ModeHalf.Probability * ModeHalf.Lanes);
        var w0 = from[0] * probability;
        var w1 = from[1] * Unsafe.Add(ref probability, 1);
        var w2 = from[2] * Unsafe.Add(ref probability, 2);
        var w3 = from[3] * Unsafe.Add(ref probability, 3);
        probability = ref Unsafe.Add(ref upper, ModeHalf.Probability * ModeHalf.Lanes);
        var w4 = from[4] * probability;
        var w5 = from[5] * Unsafe.Add(ref probability, 1);
        var w6 = from[6] * Unsafe.Add(ref probability, 2);
        var w7 = from[7] * Unsafe.Add(ref probability, 3);
        var entered = ((w0 + w1) + (w2 + w3)) + ((w4 + w5) + (w6 + w7));
        to.Weight = entered;
        var scale = Vector256<double>.One / Vector256.Max(entered, Vector256.Create(1e-300));
        w0 *= scale;
        w1 *= scale;
        w2 *= scale;
        w3 *= scale;
        w4 *= scale;
        w5 *= scale;
        w6 *= scale;
        w7 *= scale;
        ref var element = ref to.Px;
        for (nint k = 0; k < ModeHalf.Probability; k++)
        {
            ref var low = ref Unsafe.Add(ref lower, k * ModeHalf.Lanes);
            ref var high = ref Unsafe.Add(ref upper, k * ModeHalf.Lanes);
            Unsafe.Add(ref element, k) = (((w0 * low) + (w1 * Unsafe.Add(ref low, 1))) + ((w2 * Unsafe.Add(ref low, 2)) + (w3 * Unsafe.Add(ref low, 3))))
                + (((w4 * high) + (w5 * Unsafe.Add(ref high, 1))) + ((w6 * Unsafe.Add(ref high, 2)) + (w7 * Unsafe.Add(ref high, 3))));
        }

        ModeHalf.Centre(ref to);
    }

    private static void Move(ref ModeHalf m, ref readonly ModeTransition.Half t, double seconds, EcefVector velocity, EcefVector up)
    {
        var one = Vector256<double>.One;

        // B = c I + (1-c) uuᵀ - s [u]×, A = s/ω I + (t - s/ω) uuᵀ - (1-c)/ω [u]×: a turn to the right is about -u.
        Rotation(t.Cosine, one - t.Cosine, t.Sine, up, out var b);
        Rotation(t.SineOverRate, Vector256.Create(seconds) - t.SineOverRate, t.VersineOverRate, up, out var a);

        var vx = m.Vx + Vector256.Create(velocity.X);
        var vy = m.Vy + Vector256.Create(velocity.Y);
        var vz = m.Vz + Vector256.Create(velocity.Z);
        m.Px += (a.XX * vx) + (a.XY * vy) + (a.XZ * vz) - Vector256.Create(velocity.X * seconds);
        m.Py += (a.YX * vx) + (a.YY * vy) + (a.YZ * vz) - Vector256.Create(velocity.Y * seconds);
        m.Pz += (a.ZX * vx) + (a.ZY * vy) + (a.ZZ * vz) - Vector256.Create(velocity.Z * seconds);
        m.Vx = (b.XX * vx) + (b.XY * vy) + (b.XZ * vz) - Vector256.Create(velocity.X);
        m.Vy = (b.YX * vx) + (b.YY * vy) + (b.YZ * vz) - Vector256.Create(velocity.Y);
        m.Vz = (b.ZX * vx) + (b.ZY * vy) + (b.ZZ * vz) - Vector256.Create(velocity.Z);

        // With C = cov(p, v) and V = cov(v): X = A V, Y = C + X; cov(p) += C Aᵀ + A Cᵀ + X Aᵀ = (C + X/2) Aᵀ + its transpose.
        var spread = Matrix3.Symmetric(m.Vxx, m.Vxy, m.Vxz, m.Vyy, m.Vyz, m.Vzz);
        var cross = new Matrix3(m.Cxx, m.Cxy, m.Cxz, m.Cyx, m.Cyy, m.Cyz, m.Czx, m.Czy, m.Czz);
        Matrix3.Multiply(in a, in spread, out var moved);
        var half = Matrix3.AddScaled(in cross, in moved, 0.5);
        Matrix3.MultiplyTransposed(in half, in a, out var grown);
        m.Pxx += grown.XX + grown.XX;
        m.Pxy += grown.XY + grown.YX;
        m.Pxz += grown.XZ + grown.ZX;
        m.Pyy += grown.YY + grown.YY;
        m.Pyz += grown.YZ + grown.ZY;
        m.Pzz += grown.ZZ + grown.ZZ;
        var sum = Matrix3.AddScaled(in cross, in moved, 1);
        Matrix3.MultiplyTransposed(in sum, in b, out var turned);
        Matrix3.Multiply(in b, in spread, out var half2);
        Matrix3.MultiplyTransposed(in half2, in b, out var spun);

        // Q = D ⊗ [t³/3, t²/2; t²/2, t] with D = qh I + (qv - qh) uuᵀ.
        var (third, second) = (Vector256.Create(seconds * seconds * seconds / 3), Vector256.Create(seconds * seconds / 2));
        var first = Vector256.Create(seconds);
        var qh = t.HorizontalPsd;
        var dv = t.VerticalLessHorizontalPsd;
        var xx = qh + (dv * (up.X * up.X));
        var xy = dv * (up.X * up.Y);
        var xz = dv * (up.X * up.Z);
        var yy = qh + (dv * (up.Y * up.Y));
        var yz = dv * (up.Y * up.Z);
        var zz = qh + (dv * (up.Z * up.Z));
        m.Pxx += xx * third;
        m.Pxy += xy * third;
        m.Pxz += xz * third;
        m.Pyy += yy * third;
        m.Pyz += yz * third;
        m.Pzz += zz * third;
        m.Cxx = turned.XX + (xx * second);
        m.Cxy = turned.XY + (xy * second);
        m.Cxz = turned.XZ + (xz * second);
        m.Cyx = turned.YX + (xy * second);
        m.Cyy = turned.YY + (yy * second);
        m.Cyz = turned.YZ + (yz * second);
        m.Czx = turned.ZX + (xz * second);
        m.Czy = turned.ZY + (yz * second);
        m.Czz = turned.ZZ + (zz * second);
        m.Vxx = spun.XX + (xx * first);
        m.Vxy = spun.XY + (xy * first);
        m.Vxz = spun.XZ + (xz * first);
        m.Vyy = spun.YY + (yy * first);
        m.Vyz = spun.YZ + (yz * first);
        m.Vzz = spun.ZZ + (zz * first);
    }

    private static void Rotation(Vector256<double> along, Vector256<double> about, Vector256<double> across, EcefVector up, out Matrix3 r)
    {
        var (sx, sy, sz) = (across * up.X, across * up.Y, across * up.Z);
        var (xy, xz, yz) = (about * (up.X * up.Y), about * (up.X * up.Z), about * (up.Y * up.Z));
        r = new Matrix3(
            along + (about * (up.X * up.X)), xy + sz, xz - sy,
            xy - sz, along + (about * (up.Y * up.Y)), yz + sx,
            xz + sy, yz - sx, along + (about * (up.Z * up.Z)));
    }
}
