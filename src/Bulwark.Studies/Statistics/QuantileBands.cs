namespace Bulwark.Studies.Statistics;

/// <summary>Bands of several runs of the same curve: at every place the quantiles over the runs.</summary>
public static class QuantileBands
{
    /// <summary>The quantiles at every place of a curve.</summary>
    /// <param name="curves">The runs, at least one, all equally long.</param>
    /// <param name="probabilities">Which quantiles, each 0 to 1.</param>
    /// <returns>For each probability the curve of that quantile, as long as the runs.</returns>
    /// <exception cref="ArgumentException">There is no run, or the runs differ in length.</exception>
    public static double[][] Of(IReadOnlyList<double[]> curves, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (curves.Count == 0) throw new ArgumentException("A band needs at least one run.", nameof(curves));
        var length = curves[0].Length;
        if (curves.Any(curve => curve.Length != length)) throw new ArgumentException("The runs differ in length.", nameof(curves));
        double[][] bands = [.. probabilities.Select(_ => new double[length])];
        var column = new double[curves.Count];
        for (var place = 0; place < length; place++)
        {
            for (var run = 0; run < column.Length; run++) column[run] = curves[run][place];
            Array.Sort(column);
            for (var band = 0; band < bands.Length; band++) bands[band][place] = SampleQuantiles.At(column, probabilities[band]);
        }

        return bands;
    }
}
