using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// What the filters share. Each replaces a function y = f(x) by a straight line and what that leaves out: y ≈ ȳ + Ψ L⁻¹ (x - x̄) + e with
/// cov(x) = L Lᵀ and cov(e) = Ω; how ȳ, Ψ and Ω are found is what tells them apart. Prediction is ΨΨᵀ + Ω + Q; the correction, in Joseph's
/// form with M = L - KΨ, is M Mᵀ + K (Ω + R) Kᵀ, positive whatever the gain.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), 5.2.3-18 (Joseph's form) and 10.3;
/// Lefebvre, Bruyninckx and De Schutter, IEEE Trans. Automatic Control 47 (2002) 1406-1409 (statistical linear regression).
/// </summary>
internal abstract class StateFilter : IStateFilter
{
    protected const int Largest = GaussianBelief.LargestDimension;

    // A covariance of many orders of magnitude may lose its last digits; this share of each variance is put back.
    private const double Jitter = 1e-12;

    public abstract string Name { get; }

    public bool TryPredict(in GaussianBelief from, IStateMotion motion, double intervalS, out GaussianBelief to, Span<double> crossSi)
    {
        var belief = from;
        var size = belief.Dimension;
        to = new GaussianBelief(from.Extra) { Time = from.Time + Core.Timing.SimDuration.FromSeconds(intervalS) };
        Span<double> root = stackalloc double[Largest * Largest];
        Span<double> slope = stackalloc double[Largest * Largest];
        root = root[..(size * size)];
        slope = slope[..(size * size)];
        if (!TryRoot(belief.CovarianceSi, root, size)) return false;
        var covariance = to.CovarianceSi;
        Regress(new MotionMap(motion, intervalS, size), belief.MeanSi, root, to.MeanSi, slope, covariance);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var k = 0; k < size; k++) covariance[(size * row) + column] += slope[(size * row) + k] * slope[(size * column) + k];
            }
        }

        if (!crossSi.IsEmpty) SmallMatrix.MultiplyTransposed(root, slope, crossSi, size, size, size);
        motion.AddNoise(belief.MeanSi, intervalS, covariance);
        SmallMatrix.Symmetrize(covariance, size);
        return true;
    }

    public bool TryUpdate(ref GaussianBelief belief, IStateMeasurement measurement, out MeasurementFit fit)
    {
        fit = default;
        var (size, values) = (belief.Dimension, measurement.Dimension);
        Span<double> root = stackalloc double[Largest * Largest];
        Span<double> slope = stackalloc double[Largest * Largest];
        Span<double> rest = stackalloc double[Largest * Largest];
        Span<double> s = stackalloc double[Largest * Largest];
        Span<double> gain = stackalloc double[Largest * Largest];
        Span<double> expected = stackalloc double[Largest];
        Span<double> residual = stackalloc double[Largest];
        root = root[..(size * size)];
        slope = slope[..(values * size)];
        rest = rest[..(values * values)];
        rest.Clear();
        if (!TryRoot(belief.CovarianceSi, root, size)) return false;
        Regress(new MeasurementMap(measurement), belief.MeanSi, root, expected[..values], slope, rest);

        // S = ΨΨᵀ + Ω + R by its Cholesky factor; K = L Ψᵀ S⁻¹, worked out as its transpose.
        var noise = 1.0;
        for (var row = 0; row < values; row++)
        {
            residual[row] = measurement.DifferenceSi(row, measurement.MeasuredSi[row], expected[row]);
            rest[(values + 1) * row] += measurement.NoiseSi[row];
            noise *= measurement.NoiseSi[row];
            for (var column = 0; column < values; column++)
            {
                var sum = rest[(values * row) + column];
                for (var k = 0; k < size; k++) sum += slope[(size * row) + k] * slope[(size * column) + k];
                s[(values * row) + column] = sum;
            }
        }

        if (!SmallMatrix.TryCholesky(s, values)) return false;
        SmallMatrix.MultiplyTransposed(slope, root, gain, values, size, size);
        SmallMatrix.CholeskySolve(s, gain, values, size);
        Span<double> weighted = stackalloc double[Largest];
        residual[..values].CopyTo(weighted);
        SmallMatrix.CholeskySolve(s, weighted, values);
        var (distance, volume) = (0.0, 1.0);
        for (var k = 0; k < values; k++)
        {
            distance += residual[k] * weighted[k];
            volume *= s[(values + 1) * k] * s[(values + 1) * k];
        }

        if (!double.IsFinite(distance)) return false;
        fit = new MeasurementFit(distance, -0.5 * (distance + Math.Log(volume / noise)));
        Correct(ref belief, root, slope, rest, gain, residual, values);
        return true;
    }

    /// <summary>Replaces a function by a straight line.</summary>
    /// <param name="map">The function.</param>
    /// <param name="mean">x̄.</param>
    /// <param name="root">L.</param>
    /// <param name="expected">Receives ȳ.</param>
    /// <param name="slope">Receives Ψ: one row for each value.</param>
    /// <param name="rest">Ω is added to it.</param>
    protected abstract void Regress<TMap>(TMap map, ReadOnlySpan<double> mean, ReadOnlySpan<double> root, Span<double> expected, Span<double> slope, Span<double> rest)
        where TMap : struct, IStateMap;

    private static void Correct(
        ref GaussianBelief belief, Span<double> root, ReadOnlySpan<double> slope, ReadOnlySpan<double> rest, ReadOnlySpan<double> gain, ReadOnlySpan<double> residual, int values)
    {
        var size = belief.Dimension;
        var mean = belief.MeanSi;
        var covariance = belief.CovarianceSi;
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < values; k++)
            {
                mean[row] += gain[(size * k) + row] * residual[k];
                for (var column = 0; column < size; column++) root[(size * row) + column] -= gain[(size * k) + row] * slope[(size * k) + column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < size; k++) sum += root[(size * row) + k] * root[(size * column) + k];
                for (var i = 0; i < values; i++)
                {
                    for (var j = 0; j < values; j++) sum += gain[(size * i) + row] * rest[(values * i) + j] * gain[(size * j) + column];
                }

                covariance[(size * row) + column] = covariance[(size * column) + row] = sum;
            }
        }
    }

    private static bool TryRoot(ReadOnlySpan<double> covariance, Span<double> root, int size)
    {
        covariance.CopyTo(root);
        if (SmallMatrix.TryCholesky(root, size)) return true;
        covariance.CopyTo(root);
        for (var k = 0; k < size; k++) root[(size + 1) * k] += (Jitter * covariance[(size + 1) * k]) + 1e-300;
        return SmallMatrix.TryCholesky(root, size);
    }
}
