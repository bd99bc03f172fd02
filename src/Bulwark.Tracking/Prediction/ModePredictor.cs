using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// Mixes and predicts the beliefs of several motion models (interacting multiple models), eight lanes at a time.
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
    private readonly MotionModelSet _set;
    private readonly double[] _jumps;
    private readonly double _manoeuvreTimeS;
    private readonly int _count;
    private readonly double _horizontalPsd;
    private readonly double _verticalLessHorizontalPsd;
    private readonly double[] _stays = new double[ModeState.Lanes];
    private readonly double[] _sines = new double[ModeState.Lanes];
    private readonly double[] _cosines = new double[ModeState.Lanes];
    private readonly double[] _halves = new double[ModeState.Lanes];
    private ModeTransition _transition;

    public ModePredictor(MotionModelSet set, double manoeuvreTimeS)
    {
        _set = set;
        _jumps = [.. set.Jumps];
        _manoeuvreTimeS = manoeuvreTimeS;
        _count = set.Models.Length;
        _transition.Seconds = double.NaN;
        (_horizontalPsd, _verticalLessHorizontalPsd) = Psd(set.Models[0]);
    }

    /// <summary>Models in use.</summary>
    public int Count => _count;

    /// <summary>Predicts to a time not before the estimate's.</summary>
    public void Predict(ref readonly ModeEstimate from, SimTime time, out ModeEstimate to)
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
            Move(ref to, Up(from.Position));
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
        Span<double> row = stackalloc double[ModeState.Lanes];
        Span<double> lanes = stackalloc double[6 * ModeState.Lanes];
        lanes.Clear();
        _transition.Seconds = seconds;
        for (var from = 0; from < ModeState.Lanes; from++)
        {
            row.Clear();
            if (from < _count)
            {
                var model = _set.Models[from];
                var stay = _count == 1 ? 1 : Stay(from, model.MeanStayS, seconds);
                _stays[from] = stay;
                for (var into = 0; into < _count; into++) row[into] = from == into ? stay : (1 - stay) * _jumps[(from * _count) + into];
                var rate = model.TurnRateRadPerS;
                var (sine, cosine, half) = Turn(from, rate, seconds);
                (_sines[from], _cosines[from], _halves[from]) = (sine, cosine, half);
                lanes[from] = sine;
                lanes[8 + from] = cosine;
                lanes[16 + from] = rate == 0 ? seconds : sine / rate;
                lanes[24 + from] = rate == 0 ? 0 : 2 * half * half / rate;
                (lanes[32 + from], lanes[40 + from]) = Psd(model);
            }

            _transition.From[from] = Vector512.Create<double>(row);
        }

        _transition.Sine = Vector512.Create<double>(lanes[..8]);
        _transition.Cosine = Vector512.Create<double>(lanes[8..16]);
        _transition.SineOverRate = Vector512.Create<double>(lanes[16..24]);
        _transition.VersineOverRate = Vector512.Create<double>(lanes[24..32]);
        _transition.HorizontalPsd = Vector512.Create<double>(lanes[32..40]);
        _transition.VerticalLessHorizontalPsd = Vector512.Create<double>(lanes[40..48]);
    }

    // Models share their times and their rates, to either side: what is known from an earlier one is not worked out again. The sine is odd and the
    // cosine even to the last bit, so that nothing changes by it.
    private double Stay(int model, double meanS, double seconds)
    {
        for (var earlier = 0; earlier < model; earlier++)
        {
            if (_set.Models[earlier].MeanStayS == meanS) return _stays[earlier];
        }

        return Math.Exp(-seconds / meanS);
    }

    private (double Sine, double Cosine, double Half) Turn(int model, double rate, double seconds)
    {
        if (rate == 0) return (0, 1, 0);
        for (var earlier = 0; earlier < model; earlier++)
        {
            if (_set.Models[earlier].TurnRateRadPerS == rate) return (_sines[earlier], _cosines[earlier], _halves[earlier]);
            if (_set.Models[earlier].TurnRateRadPerS == -rate) return (-_sines[earlier], _cosines[earlier], -_halves[earlier]);
        }

        var (sine, cosine) = Math.SinCos(rate * seconds);
        return (sine, cosine, Math.Sin(0.5 * rate * seconds));
    }

    // Moments of the mixture that enters each model: first moments, then second moments less the product of the first.
    private void Mix(ref readonly ModeState from, ref ModeState to)
    {
        Unsafe.SkipInit(out ModeState moments);
        for (var k = 0; k < 6; k++) moments[k] = from[k];
        var at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) moments[at] = from[at] + (from[row] * from[column]);
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) moments[at] = from[at] + (from[row] * from[column]);
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) moments[at] = from[at] + (from[row] * from[column]);
        }

        ref var flat = ref Unsafe.As<ModeState, double>(ref moments);
        ref var probabilities = ref Unsafe.As<ModeState, double>(ref Unsafe.AsRef(in from));
        probabilities = ref Unsafe.Add(ref probabilities, ModeState.Probability * ModeState.Lanes);
        var w0 = _transition.From[0] * probabilities;
        var w1 = _transition.From[1] * Unsafe.Add(ref probabilities, 1);
        var w2 = _transition.From[2] * Unsafe.Add(ref probabilities, 2);
        var w3 = _transition.From[3] * Unsafe.Add(ref probabilities, 3);
        var w4 = _transition.From[4] * Unsafe.Add(ref probabilities, 4);
        var w5 = _transition.From[5] * Unsafe.Add(ref probabilities, 5);
        var w6 = _transition.From[6] * Unsafe.Add(ref probabilities, 6);
        var w7 = _transition.From[7] * Unsafe.Add(ref probabilities, 7);
        var entered = ((w0 + w1) + (w2 + w3)) + ((w4 + w5) + (w6 + w7));
        to[ModeState.Probability] = entered;
        var scale = Vector512<double>.One / Vector512.Max(entered, Vector512.Create(1e-300));
        w0 *= scale;
        w1 *= scale;
        w2 *= scale;
        w3 *= scale;
        w4 *= scale;
        w5 *= scale;
        w6 *= scale;
        w7 *= scale;
        for (var k = 0; k < ModeState.Probability; k++)
        {
            ref var lane = ref Unsafe.Add(ref flat, k * ModeState.Lanes);
            to[k] = (((w0 * lane) + (w1 * Unsafe.Add(ref lane, 1))) + ((w2 * Unsafe.Add(ref lane, 2)) + (w3 * Unsafe.Add(ref lane, 3))))
                + (((w4 * Unsafe.Add(ref lane, 4)) + (w5 * Unsafe.Add(ref lane, 5))) + ((w6 * Unsafe.Add(ref lane, 6)) + (w7 * Unsafe.Add(ref lane, 7))));
        }

        at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) to[at] -= to[row] * to[column];
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) to[at] -= to[row] * to[column];
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) to[at] -= to[row] * to[column];
        }
    }

    private void Move(ref ModeEstimate to, EcefVector up)
    {
        ref var m = ref to.Modes;
        ref readonly var t = ref _transition;
        var seconds = t.Seconds;
        var one = Vector512<double>.One;

        // B = c I + (1-c) uuᵀ - s [u]×, A = s/ω I + (t - s/ω) uuᵀ - (1-c)/ω [u]×: a turn to the right is about -u.
        Rotation(t.Cosine, one - t.Cosine, t.Sine, up, out var b);
        Rotation(t.SineOverRate, Vector512.Create(seconds) - t.SineOverRate, t.VersineOverRate, up, out var a);

        var vx = m[3] + Vector512.Create(to.Velocity.X);
        var vy = m[4] + Vector512.Create(to.Velocity.Y);
        var vz = m[5] + Vector512.Create(to.Velocity.Z);
        m[0] += (a.XX * vx) + (a.XY * vy) + (a.XZ * vz) - Vector512.Create(to.Velocity.X * seconds);
        m[1] += (a.YX * vx) + (a.YY * vy) + (a.YZ * vz) - Vector512.Create(to.Velocity.Y * seconds);
        m[2] += (a.ZX * vx) + (a.ZY * vy) + (a.ZZ * vz) - Vector512.Create(to.Velocity.Z * seconds);
        m[3] = (b.XX * vx) + (b.XY * vy) + (b.XZ * vz) - Vector512.Create(to.Velocity.X);
        m[4] = (b.YX * vx) + (b.YY * vy) + (b.YZ * vz) - Vector512.Create(to.Velocity.Y);
        m[5] = (b.ZX * vx) + (b.ZY * vy) + (b.ZZ * vz) - Vector512.Create(to.Velocity.Z);

        // With C = cov(p, v) and V = cov(v): X = A V, Y = C + X; cov(p) += C Aᵀ + A Cᵀ + X Aᵀ = (C + X/2) Aᵀ + its transpose.
        var velocity = Matrix3.Symmetric(m[21], m[22], m[23], m[24], m[25], m[26]);
        var cross = new Matrix3(m[12], m[13], m[14], m[15], m[16], m[17], m[18], m[19], m[20]);
        Matrix3.Multiply(in a, in velocity, out var moved);
        var half = Matrix3.AddScaled(in cross, in moved, 0.5);
        Matrix3.MultiplyTransposed(in half, in a, out var grown);
        m[6] += grown.XX + grown.XX;
        m[7] += grown.XY + grown.YX;
        m[8] += grown.XZ + grown.ZX;
        m[9] += grown.YY + grown.YY;
        m[10] += grown.YZ + grown.ZY;
        m[11] += grown.ZZ + grown.ZZ;
        var sum = Matrix3.AddScaled(in cross, in moved, 1);
        Matrix3.MultiplyTransposed(in sum, in b, out var turned);
        Matrix3.Multiply(in b, in velocity, out var half2);
        Matrix3.MultiplyTransposed(in half2, in b, out var spun);

        // Q = D ⊗ [t³/3, t²/2; t²/2, t] with D = qh I + (qv - qh) uuᵀ.
        var (third, second) = (Vector512.Create(seconds * seconds * seconds / 3), Vector512.Create(seconds * seconds / 2));
        var first = Vector512.Create(seconds);
        var qh = t.HorizontalPsd;
        var dv = t.VerticalLessHorizontalPsd;
        var xx = qh + (dv * (up.X * up.X));
        var xy = dv * (up.X * up.Y);
        var xz = dv * (up.X * up.Z);
        var yy = qh + (dv * (up.Y * up.Y));
        var yz = dv * (up.Y * up.Z);
        var zz = qh + (dv * (up.Z * up.Z));
        m[6] += xx * third;
        m[7] += xy * third;
        m[8] += xz * third;
        m[9] += yy * third;
        m[10] += yz * third;
        m[11] += zz * third;
        m[12] = turned.XX + (xx * second);
        m[13] = turned.XY + (xy * second);
        m[14] = turned.XZ + (xz * second);
        m[15] = turned.YX + (xy * second);
        m[16] = turned.YY + (yy * second);
        m[17] = turned.YZ + (yz * second);
        m[18] = turned.ZX + (xz * second);
        m[19] = turned.ZY + (yz * second);
        m[20] = turned.ZZ + (zz * second);
        m[21] = spun.XX + (xx * first);
        m[22] = spun.XY + (xy * first);
        m[23] = spun.XZ + (xz * first);
        m[24] = spun.YY + (yy * first);
        m[25] = spun.YZ + (yz * first);
        m[26] = spun.ZZ + (zz * first);
    }

    private static void Rotation(Vector512<double> along, Vector512<double> about, Vector512<double> across, EcefVector up, out Matrix3 r)
    {
        var (sx, sy, sz) = (across * up.X, across * up.Y, across * up.Z);
        var (xy, xz, yz) = (about * (up.X * up.Y), about * (up.X * up.Z), about * (up.Y * up.Z));
        r = new Matrix3(
            along + (about * (up.X * up.X)), xy + sz, xz - sy,
            xy - sz, along + (about * (up.Y * up.Y)), yz + sx,
            xz + sy, yz - sx, along + (about * (up.Z * up.Z)));
    }
}
