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
        Correct(ref m.Lower, out var distance, out var volume);
        Correct(ref m.Upper, out var distance2, out var volume2);
        if (!ModeUpdater.TryWeigh(ref m, distance, distance2, volume, volume2, out var share, out var least)) return false;
        likelihood *= share;
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

    private void Correct(ref ModeHalf m, out Vector256<double> distance, out Vector256<double> volume)
    {
        var (gx, gy, gz) = (Vector256.Create(_swing.X), Vector256.Create(_swing.Y), Vector256.Create(_swing.Z));
        var (hx, hy, hz) = (Vector256.Create(_line.X), Vector256.Create(_line.Y), Vector256.Create(_line.Z));
        var px = (m.Pxx * gx) + (m.Pxy * gy) + (m.Pxz * gz) + (m.Cxx * hx) + (m.Cxy * hy) + (m.Cxz * hz);
        var py = (m.Pxy * gx) + (m.Pyy * gy) + (m.Pyz * gz) + (m.Cyx * hx) + (m.Cyy * hy) + (m.Cyz * hz);
        var pz = (m.Pxz * gx) + (m.Pyz * gy) + (m.Pzz * gz) + (m.Czx * hx) + (m.Czy * hy) + (m.Czz * hz);
        var vx = (m.Cxx * gx) + (m.Cyx * gy) + (m.Czx * gz) + (m.Vxx * hx) + (m.Vxy * hy) + (m.Vxz * hz);
        var vy = (m.Cxy * gx) + (m.Cyy * gy) + (m.Czy * gz) + (m.Vxy * hx) + (m.Vyy * hy) + (m.Vyz * hz);
        var vz = (m.Cxz * gx) + (m.Cyz * gy) + (m.Czz * gz) + (m.Vxz * hx) + (m.Vyz * hy) + (m.Vzz * hz);
        var expected = (m.Px * gx) + (m.Py * gy) + (m.Pz * gz) + (m.Vx * hx) + (m.Vy * hy) + (m.Vz * hz);
        var s = (px * gx) + (py * gy) + (pz * gz) + (vx * hx) + (vy * hy) + (vz * hz) + Vector256.Create(_variance);
        var inverse = Vector256<double>.One / s;
        var residual = Vector256.Create(_residual) - expected;
        var scaled = residual * inverse;
        distance = residual * scaled;
        volume = s * (1 / _variance);
        (m.Px, m.Py, m.Pz) = (m.Px + (px * scaled), m.Py + (py * scaled), m.Pz + (pz * scaled));
        (m.Vx, m.Vy, m.Vz) = (m.Vx + (vx * scaled), m.Vy + (vy * scaled), m.Vz + (vz * scaled));
        var (kx, ky, kz) = (px * inverse, py * inverse, pz * inverse);
        var (lx, ly, lz) = (vx * inverse, vy * inverse, vz * inverse);
        (m.Pxx, m.Pxy, m.Pxz) = (m.Pxx - (kx * px), m.Pxy - (kx * py), m.Pxz - (kx * pz));
        (m.Pyy, m.Pyz, m.Pzz) = (m.Pyy - (ky * py), m.Pyz - (ky * pz), m.Pzz - (kz * pz));
        (m.Cxx, m.Cxy, m.Cxz) = (m.Cxx - (kx * vx), m.Cxy - (kx * vy), m.Cxz - (kx * vz));
        (m.Cyx, m.Cyy, m.Cyz) = (m.Cyx - (ky * vx), m.Cyy - (ky * vy), m.Cyz - (ky * vz));
        (m.Czx, m.Czy, m.Czz) = (m.Czx - (kz * vx), m.Czy - (kz * vy), m.Czz - (kz * vz));
        (m.Vxx, m.Vxy, m.Vxz) = (m.Vxx - (lx * vx), m.Vxy - (lx * vy), m.Vxz - (lx * vz));
        (m.Vyy, m.Vyz, m.Vzz) = (m.Vyy - (ly * vy), m.Vyz - (ly * vz), m.Vzz - (lz * vz));
    }
}
