using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// Corrects the beliefs of several motion models by one plot, four lanes at a time: measured values one after the other, each a
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
        Correct(ref m.Lower, in measurement, out var distance, out var volume);
        Correct(ref m.Upper, in measurement, out var distance2, out var volume2);
        return TryWeigh(ref m, distance, distance2, volume, volume2, out likelihood, out distanceSquared);
    }

    /// <summary>Weighs the models by how well they foresaw a measurement.</summary>
    /// <param name="m">The models.</param>
    /// <param name="lower">Normalised innovations squared of the first four.</param>
    /// <param name="upper">Of the others.</param>
    /// <param name="lowerVolume">|S| / |R| of the first four.</param>
    /// <param name="upperVolume">Of the others.</param>
    /// <param name="likelihood">Receives sum over the models of probability · sqrt(|R|/|S|) exp(-d²/2).</param>
    /// <param name="distanceSquared">Receives the least distance of those that are believed in at all.</param>
    /// <returns>False when the numbers do not allow it.</returns>
    internal static bool TryWeigh(
        ref ModeState m, Vector256<double> lower, Vector256<double> upper, Vector256<double> lowerVolume, Vector256<double> upperVolume, out double likelihood, out double distanceSquared)
    {
        // The largest exponent is taken out, so that a far plot does not make every model impossible.
        var (believedLow, believedHigh) = (Vector256.GreaterThan(m.Lower.Weight, Vector256.Create(1e-9)), Vector256.GreaterThan(m.Upper.Weight, Vector256.Create(1e-9)));
        var (low, high) = (Vector256.ConditionalSelect(believedLow, lower, Vector256.Create(1e300)), Vector256.ConditionalSelect(believedHigh, upper, Vector256.Create(1e300)));
        distanceSquared = Least(low, high);
        likelihood = 0;
        if (!(distanceSquared < 1e6)) return false;
        var least = Vector256.Create(distanceSquared);
        var densityLow = VectorExponential.Exp((least - low) * 0.5) / Vector256.Sqrt(lowerVolume);
        var densityHigh = VectorExponential.Exp((least - high) * 0.5) / Vector256.Sqrt(upperVolume);
        var posteriorLow = Vector256.ConditionalSelect(believedLow, m.Lower.Weight * densityLow, Vector256<double>.Zero);
        var posteriorHigh = Vector256.ConditionalSelect(believedHigh, m.Upper.Weight * densityHigh, Vector256<double>.Zero);
        var sum = Vector256.Sum(posteriorLow) + Vector256.Sum(posteriorHigh);
        if (!(sum > 0) || !double.IsFinite(sum)) return false;
        (m.Lower.Weight, m.Upper.Weight) = (posteriorLow * (1 / sum), posteriorHigh * (1 / sum));
        likelihood = sum * Math.Exp(-0.5 * distanceSquared);
        return true;
    }

    private static void Correct(ref ModeHalf m, ref readonly Linearization measurement, out Vector256<double> distance, out Vector256<double> volume)
    {
        var lag = measurement.LagS;
        distance = Vector256<double>.Zero;
        volume = Vector256<double>.One;
        for (var k = 0; k < measurement.Dimension; k++)
        {
            var g = measurement.Gradient[k];
            var (gx, gy, gz) = (Vector256.Create(g.X), Vector256.Create(g.Y), Vector256.Create(g.Z));
            var px = (m.Pxx * gx) + (m.Pxy * gy) + (m.Pxz * gz);
            var py = (m.Pxy * gx) + (m.Pyy * gy) + (m.Pyz * gz);
            var pz = (m.Pxz * gx) + (m.Pyz * gy) + (m.Pzz * gz);
            var vx = (m.Cxx * gx) + (m.Cyx * gy) + (m.Czx * gz);
            var vy = (m.Cxy * gx) + (m.Cyy * gy) + (m.Czy * gz);
            var vz = (m.Cxz * gx) + (m.Cyz * gy) + (m.Czz * gz);
            var expected = (m.Px * gx) + (m.Py * gy) + (m.Pz * gz);
            if (lag != 0)
            {
                // A plot older than the estimate sees position + lag · velocity.
                px += ((m.Cxx * gx) + (m.Cxy * gy) + (m.Cxz * gz)) * lag;
                py += ((m.Cyx * gx) + (m.Cyy * gy) + (m.Cyz * gz)) * lag;
                pz += ((m.Czx * gx) + (m.Czy * gy) + (m.Czz * gz)) * lag;
                vx += ((m.Vxx * gx) + (m.Vxy * gy) + (m.Vxz * gz)) * lag;
                vy += ((m.Vxy * gx) + (m.Vyy * gy) + (m.Vyz * gz)) * lag;
                vz += ((m.Vxz * gx) + (m.Vyz * gy) + (m.Vzz * gz)) * lag;
                expected += ((m.Vx * gx) + (m.Vy * gy) + (m.Vz * gz)) * lag;
            }

            var seen = (gx * px) + (gy * py) + (gz * pz);
            if (lag != 0) seen += ((gx * vx) + (gy * vy) + (gz * vz)) * lag;
            var noise = Vector256.Create(measurement.Noise[k]);
            var s = seen + noise;
            var inverse = Vector256<double>.One / s;
            var residual = Vector256.Create(measurement.Residual[k]) - expected;
            var scaled = residual * inverse;
            distance += residual * scaled;
            volume *= s * (1 / measurement.Noise[k]);
            m.Px += px * scaled;
            m.Py += py * scaled;
            m.Pz += pz * scaled;
            m.Vx += vx * scaled;
            m.Vy += vy * scaled;
            m.Vz += vz * scaled;
            var (kx, ky, kz) = (px * inverse, py * inverse, pz * inverse);
            m.Pxx -= kx * px;
            m.Pxy -= kx * py;
            m.Pxz -= kx * pz;
            m.Pyy -= ky * py;
            m.Pyz -= ky * pz;
            m.Pzz -= kz * pz;
            m.Cxx -= kx * vx;
            m.Cxy -= kx * vy;
            m.Cxz -= kx * vz;
            m.Cyx -= ky * vx;
            m.Cyy -= ky * vy;
            m.Cyz -= ky * vz;
            m.Czx -= kz * vx;
            m.Czy -= kz * vy;
            m.Czz -= kz * vz;
            var (lx, ly, lz) = (vx * inverse, vy * inverse, vz * inverse);
            m.Vxx -= lx * vx;
            m.Vxy -= lx * vy;
            m.Vxz -= lx * vz;
            m.Vyy -= ly * vy;
            m.Vyz -= ly * vz;
            m.Vzz -= lz * vz;
        }
    }

    private static double Least(Vector256<double> low, Vector256<double> high)
    {
        var four = Vector256.Min(low, high);
        var two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
