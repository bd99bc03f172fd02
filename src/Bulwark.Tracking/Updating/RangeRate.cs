using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// Corrects beliefs by a measured range rate (Doppler), after range and angles: one more scalar, linearised about the estimate.
/// Source: Blackman and Popoli (1999), section 3.3; Bar-Shalom, Li and Kirubarajan (2001), section 7.4 (sequential updating).
/// </summary>
internal readonly struct RangeRate
{
    private readonly EcefVector _line;
    private readonly EcefVector _swing;
    private readonly double _residual;
    private readonly double _variance;

    /// <summary>Linearises a range rate.</summary>
    /// <param name="plot">The plot; it has one.</param>
    /// <param name="antenna">Place of the antenna.</param>
    /// <param name="position">Reference position.</param>
    /// <param name="velocity">Reference velocity.</param>
    public RangeRate(in PreparedPlot plot, EcefVector antenna, EcefVector position, EcefVector velocity)
    {
        var apart = position - antenna;
        var range = Math.Max(1, apart.Length);
        _line = apart / range;
        var rate = _line.Dot(velocity);
        _swing = (velocity - (_line * rate)) / range;
        _residual = plot.Plot.RangeRateMPerS - rate;
        _variance = plot.Plot.RangeRateSigmaMPerS * plot.Plot.RangeRateSigmaMPerS;
    }

    /// <summary>Corrects the beliefs of several motion models, already corrected by the plot's position, and weighs them by how well they foresaw the rate.</summary>
    /// <param name="estimate">The beliefs, at the plot's time.</param>
    /// <param name="likelihood">The plot's likelihood so far; multiplied by that of the rate.</param>
    /// <param name="distanceSquared">The least distance so far; the rate's least is added.</param>
    /// <returns>False when the numbers do not allow an update; the estimate is then spoilt.</returns>
    public bool TryUpdate(ref ModeEstimate estimate, ref double likelihood, ref double distanceSquared)
    {
        ref var m = ref estimate.Modes;
        var (gx, gy, gz) = (Vector512.Create(_swing.X), Vector512.Create(_swing.Y), Vector512.Create(_swing.Z));
        var (hx, hy, hz) = (Vector512.Create(_line.X), Vector512.Create(_line.Y), Vector512.Create(_line.Z));
        var px = (m[6] * gx) + (m[7] * gy) + (m[8] * gz) + (m[12] * hx) + (m[13] * hy) + (m[14] * hz);
        var py = (m[7] * gx) + (m[9] * gy) + (m[10] * gz) + (m[15] * hx) + (m[16] * hy) + (m[17] * hz);
        var pz = (m[8] * gx) + (m[10] * gy) + (m[11] * gz) + (m[18] * hx) + (m[19] * hy) + (m[20] * hz);
        var vx = (m[12] * gx) + (m[15] * gy) + (m[18] * gz) + (m[21] * hx) + (m[22] * hy) + (m[23] * hz);
        var vy = (m[13] * gx) + (m[16] * gy) + (m[19] * gz) + (m[22] * hx) + (m[24] * hy) + (m[25] * hz);
        var vz = (m[14] * gx) + (m[17] * gy) + (m[20] * gz) + (m[23] * hx) + (m[25] * hy) + (m[26] * hz);
        var expected = (m[0] * gx) + (m[1] * gy) + (m[2] * gz) + (m[3] * hx) + (m[4] * hy) + (m[5] * hz);
        var s = (px * gx) + (py * gy) + (pz * gz) + (vx * hx) + (vy * hy) + (vz * hz) + Vector512.Create(_variance);
        var inverse = Vector512<double>.One / s;
        var residual = Vector512.Create(_residual) - expected;
        var scaled = residual * inverse;
        var distance = residual * scaled;
        (m[0], m[1], m[2]) = (m[0] + (px * scaled), m[1] + (py * scaled), m[2] + (pz * scaled));
        (m[3], m[4], m[5]) = (m[3] + (vx * scaled), m[4] + (vy * scaled), m[5] + (vz * scaled));
        var (kx, ky, kz) = (px * inverse, py * inverse, pz * inverse);
        var (lx, ly, lz) = (vx * inverse, vy * inverse, vz * inverse);
        (m[6], m[7], m[8]) = (m[6] - (kx * px), m[7] - (kx * py), m[8] - (kx * pz));
        (m[9], m[10], m[11]) = (m[9] - (ky * py), m[10] - (ky * pz), m[11] - (kz * pz));
        (m[12], m[13], m[14]) = (m[12] - (kx * vx), m[13] - (kx * vy), m[14] - (kx * vz));
        (m[15], m[16], m[17]) = (m[15] - (ky * vx), m[16] - (ky * vy), m[17] - (ky * vz));
        (m[18], m[19], m[20]) = (m[18] - (kz * vx), m[19] - (kz * vy), m[20] - (kz * vz));
        (m[21], m[22], m[23]) = (m[21] - (lx * vx), m[22] - (lx * vy), m[23] - (lx * vz));
        (m[24], m[25], m[26]) = (m[24] - (ly * vy), m[25] - (ly * vz), m[26] - (lz * vz));

        var believed = Vector512.GreaterThan(m[ModeState.Probability], Vector512.Create(1e-9));
        var masked = Vector512.ConditionalSelect(believed, distance, Vector512.Create(1e300));
        var least = Math.Min(
            Math.Min(Math.Min(masked[0], masked[1]), Math.Min(masked[2], masked[3])),
            Math.Min(Math.Min(masked[4], masked[5]), Math.Min(masked[6], masked[7])));
        if (!(least < 1e6)) return false;
        var density = Vector512.Exp((Vector512.Create(least) - masked) * 0.5) / Vector512.Sqrt(s * (1 / _variance));
        var posterior = Vector512.ConditionalSelect(believed, m[ModeState.Probability] * density, Vector512<double>.Zero);
        var sum = Vector512.Sum(posterior);
        if (!(sum > 0) || !double.IsFinite(sum)) return false;
        m[ModeState.Probability] = posterior * (1 / sum);
        likelihood *= sum * Math.Exp(-0.5 * least);
        distanceSquared += least;
        return true;
    }

    /// <summary>Corrects one estimate of the plot's time, in place, covariance in Joseph's form.</summary>
    public void Update(ref KinematicEstimate estimate)
    {
        var position = estimate.BlockTimes(0, 0, _swing) + estimate.BlockTimes(0, 3, _line);
        var velocity = estimate.BlockTimes(3, 0, _swing) + estimate.BlockTimes(3, 3, _line);
        var s = _swing.Dot(position) + _line.Dot(velocity) + _variance;
        if (!(s > 0) || !double.IsFinite(s)) return;
        var next = estimate;
        var (positionGain, velocityGain) = (position / s, velocity / s);

        // (I - KH) P (I - KH)ᵀ + K R Kᵀ for one value: A = P - K (PHᵀ)ᵀ, then A - (A Hᵀ - K R) Kᵀ.
        next.SubtractOuter(positionGain, velocityGain, position, velocity);
        var positionRest = next.BlockTimes(0, 0, _swing) + next.BlockTimes(0, 3, _line) - (positionGain * _variance);
        var velocityRest = next.BlockTimes(3, 0, _swing) + next.BlockTimes(3, 3, _line) - (velocityGain * _variance);
        next.SubtractOuter(positionRest, velocityRest, positionGain, velocityGain);
        SmallMatrix.Symmetrize(next.Matrix, 6);
        if (!next.HasUsableVariances) return;
        next.Position += positionGain * _residual;
        next.Velocity += velocityGain * _residual;
        estimate = next;
    }
}
