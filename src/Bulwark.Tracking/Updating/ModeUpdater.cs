using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// Corrects the beliefs of several motion models by one plot, eight lanes at a time: measured values one after the other, each a
/// scalar, so that no matrix is inverted.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), sections 7.4 (sequential updating) and 11.6.6 (model probabilities).
/// </summary>
internal static class ModeUpdater
{
    /// <summary>Corrects an estimate already predicted to the plot's time, in place.</summary>
    /// <param name="estimate">The estimate; its time is the plot's or later.</param>
    /// <param name="measurement">The plot, linearised about the estimate's reference or near it.</param>
    /// <param name="likelihood">
    /// Likelihood of the plot, all models together, over that of a plot right where it was expected with no doubt about the target:
    /// sum over the models of probability · sqrt(|R|/|S|) exp(-d²/2).
    /// </param>
    /// <param name="distanceSquared">Least normalised innovation squared of the models that are believed in at all.</param>
    /// <returns>False when the numbers do not allow an update; the estimate is then spoilt.</returns>
    public static bool TryUpdate(ref ModeEstimate estimate, ref readonly Linearization measurement, out double likelihood, out double distanceSquared)
    {
        return estimate.IsOne
            ? OneMode.TryUpdate(ref estimate, in measurement, out likelihood, out distanceSquared)
            : TryUpdateLanes(ref estimate, in measurement, out likelihood, out distanceSquared);
    }

    // Apart, because its frame is large: clearing it would cost one model as much as its own update.
    private static bool TryUpdateLanes(ref ModeEstimate estimate, ref readonly Linearization measurement, out double likelihood, out double distanceSquared)
    {
        ref var m = ref estimate.Modes;
        var lag = measurement.LagS;
        var distance = Vector512<double>.Zero;
        var volume = Vector512<double>.One;
        for (var k = 0; k < measurement.Dimension; k++)
        {
            var g = measurement.Gradient[k];
            var (gx, gy, gz) = (Vector512.Create(g.X), Vector512.Create(g.Y), Vector512.Create(g.Z));
            var px = (m[6] * gx) + (m[7] * gy) + (m[8] * gz);
            var py = (m[7] * gx) + (m[9] * gy) + (m[10] * gz);
            var pz = (m[8] * gx) + (m[10] * gy) + (m[11] * gz);
            var vx = (m[12] * gx) + (m[15] * gy) + (m[18] * gz);
            var vy = (m[13] * gx) + (m[16] * gy) + (m[19] * gz);
            var vz = (m[14] * gx) + (m[17] * gy) + (m[20] * gz);
            var expected = (m[0] * gx) + (m[1] * gy) + (m[2] * gz);
            if (lag != 0)
            {
                // A plot older than the estimate sees position + lag · velocity.
                px += ((m[12] * gx) + (m[13] * gy) + (m[14] * gz)) * lag;
                py += ((m[15] * gx) + (m[16] * gy) + (m[17] * gz)) * lag;
                pz += ((m[18] * gx) + (m[19] * gy) + (m[20] * gz)) * lag;
                vx += ((m[21] * gx) + (m[22] * gy) + (m[23] * gz)) * lag;
                vy += ((m[22] * gx) + (m[24] * gy) + (m[25] * gz)) * lag;
                vz += ((m[23] * gx) + (m[25] * gy) + (m[26] * gz)) * lag;
                expected += ((m[3] * gx) + (m[4] * gy) + (m[5] * gz)) * lag;
            }

            var seen = (gx * px) + (gy * py) + (gz * pz);
            if (lag != 0) seen += ((gx * vx) + (gy * vy) + (gz * vz)) * lag;
            var noise = Vector512.Create(measurement.Noise[k]);
            var s = seen + noise;
            var inverse = Vector512<double>.One / s;
            var residual = Vector512.Create(measurement.Residual[k]) - expected;
            var scaled = residual * inverse;
            distance += residual * scaled;
            volume *= s * (1 / measurement.Noise[k]);
            m[0] += px * scaled;
            m[1] += py * scaled;
            m[2] += pz * scaled;
            m[3] += vx * scaled;
            m[4] += vy * scaled;
            m[5] += vz * scaled;
            var (kx, ky, kz) = (px * inverse, py * inverse, pz * inverse);
            m[6] -= kx * px;
            m[7] -= kx * py;
            m[8] -= kx * pz;
            m[9] -= ky * py;
            m[10] -= ky * pz;
            m[11] -= kz * pz;
            m[12] -= kx * vx;
            m[13] -= kx * vy;
            m[14] -= kx * vz;
            m[15] -= ky * vx;
            m[16] -= ky * vy;
            m[17] -= ky * vz;
            m[18] -= kz * vx;
            m[19] -= kz * vy;
            m[20] -= kz * vz;
            var (lx, ly, lz) = (vx * inverse, vy * inverse, vz * inverse);
            m[21] -= lx * vx;
            m[22] -= lx * vy;
            m[23] -= lx * vz;
            m[24] -= ly * vy;
            m[25] -= ly * vz;
            m[26] -= lz * vz;
        }

        // The largest exponent is taken out, so that a far plot does not make every model impossible.
        var believed = Vector512.GreaterThan(m[ModeState.Probability], Vector512.Create(1e-9));
        var masked = Vector512.ConditionalSelect(believed, distance, Vector512.Create(1e300));
        distanceSquared = Least(masked);
        likelihood = 0;
        if (!(distanceSquared < 1e6)) return false;
        var density = Vector512.Exp((Vector512.Create(distanceSquared) - masked) * 0.5) / Vector512.Sqrt(volume);
        var posterior = Vector512.ConditionalSelect(believed, m[ModeState.Probability] * density, Vector512<double>.Zero);
        var sum = Vector512.Sum(posterior);
        if (!(sum > 0) || !double.IsFinite(sum)) return false;
        m[ModeState.Probability] = posterior * (1 / sum);
        likelihood = sum * Math.Exp(-0.5 * distanceSquared);
        return true;
    }

    private static double Least(Vector512<double> value)
    {
        var four = Vector256.Min(value.GetLower(), value.GetUpper());
        var two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
