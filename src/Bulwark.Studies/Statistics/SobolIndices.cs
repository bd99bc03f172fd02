using Bulwark.Core.Randomness;

namespace Bulwark.Studies.Statistics;

/// <summary>
/// Sobol' indices from two independent samples A and B of the factors and, for each factor, A with that factor taken from B.
/// First-order index by A. Saltelli et al., Computer Physics Communications 181 (2010) 259-270, table 2 (b), of values less their
/// mean; total index by M. Jansen, Computer Physics Communications 117 (1999) 35-43. Intervals by resampling rows (B. Efron and
/// R. Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3).
/// </summary>
public static class SobolIndices
{
    private const int Resamples = 1000;

    /// <summary>Estimates the indices of every factor.</summary>
    /// <param name="a">Answers at the points of A.</param>
    /// <param name="b">Answers at the points of B.</param>
    /// <param name="mixed">For each factor the answers at A with that factor from B.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <returns>One pair of indices a factor; all not-a-number when the answer never varies.</returns>
    /// <exception cref="ArgumentException">The samples differ in number, or there are fewer than two rows.</exception>
    public static SobolIndex[] Of(double[] a, double[] b, IReadOnlyList<double[]> mixed, double level = 0.95, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(mixed);
        Estimate.RequireLevel(level);
        if (a.Length < 2) throw new ArgumentException("Indices need at least two rows.", nameof(a));
        if (b.Length != a.Length || mixed.Any(values => values.Length != a.Length)) throw new ArgumentException("All samples need the same number of rows.", nameof(mixed));
        var rows = new int[a.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        var found = At(rows, a, b, mixed);
        var first = new double[mixed.Count][];
        var total = new double[mixed.Count][];
        for (var factor = 0; factor < mixed.Count; factor++) (first[factor], total[factor]) = (new double[Resamples], new double[Resamples]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var stream = new RandomStream(seed, (uint)resample, 0, RandomPurpose.General);
            for (var row = 0; row < rows.Length; row++) rows[row] = (int)(((ulong)stream.NextUInt32() * (ulong)rows.Length) >> 32);
            var again = At(rows, a, b, mixed);
            for (var factor = 0; factor < mixed.Count; factor++) (first[factor][resample], total[factor][resample]) = again[factor];
        }

        return [.. found.Select((index, factor) => new SobolIndex(Band(index.First, first[factor], a.Length, level), Band(index.Total, total[factor], a.Length, level)))];
    }

    private static (double First, double Total)[] At(int[] rows, double[] a, double[] b, IReadOnlyList<double[]> mixed)
    {
        var moments = new RunningMoments();
        foreach (var row in rows)
        {
            moments.Add(a[row]);
            moments.Add(b[row]);
        }

        var (mean, variance) = (moments.Mean, moments.Variance);
        var indices = new (double First, double Total)[mixed.Count];
        for (var factor = 0; factor < mixed.Count; factor++)
        {
            var values = mixed[factor];
            var (first, total) = (0.0, 0.0);
            foreach (var row in rows)
            {
                first += (b[row] - mean) * (values[row] - a[row]);
                total += (values[row] - a[row]) * (values[row] - a[row]);
            }

            indices[factor] = variance > 0 ? (first / rows.Length / variance, total / (2 * rows.Length) / variance) : (double.NaN, double.NaN);
        }

        return indices;
    }

    private static Estimate Band(double value, double[] resampled, int rows, double level)
    {
        double[] known = [.. resampled.Where(double.IsFinite)];
        if (known.Length < Resamples / 2 || !double.IsFinite(value)) return new Estimate(value, double.NaN, double.NaN, rows, level);
        Array.Sort(known);
        return new Estimate(value, SampleQuantiles.At(known, 0.5 * (1 - level)), SampleQuantiles.At(known, 0.5 * (1 + level)), rows, level);
    }
}
