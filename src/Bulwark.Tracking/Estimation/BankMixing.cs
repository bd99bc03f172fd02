namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Puts beliefs of different state sizes together. What one state lacks is taken from the other's own belief, independent of the rest, so
/// that nothing is pulled towards zero.
/// Source: Yuan, Bar-Shalom, Willett, Mozeson, Pollak and Hardiman, "A multiple IMM estimation approach with unbiased mixing for thrusting
/// projectiles", IEEE Trans. AES 48 (2012) 3250-3267.
/// </summary>
internal static class BankMixing
{
    /// <summary>A belief in the layout of another one.</summary>
    /// <param name="source">The belief.</param>
    /// <param name="layout">The other one: its layout, and its extra components where the source has none such.</param>
    /// <param name="result">The source's position and velocity in the other's layout.</param>
    public static void Convert(in GaussianBelief source, in GaussianBelief layout, out GaussianBelief result)
    {
        if (source.Extra == layout.Extra)
        {
            result = source;
            return;
        }

        var (from, own) = (source, layout);
        result = new GaussianBelief(layout.Extra) { Time = source.Time };
        var (size, wide) = (result.Dimension, from.Dimension);
        from.MeanSi[..6].CopyTo(result.MeanSi);
        own.MeanSi[6..].CopyTo(result.MeanSi[6..]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                result.CovarianceSi[(size * row) + column] = row < 6 && column < 6 ? from.CovarianceSi[(wide * row) + column]
                    : row >= 6 && column >= 6 ? own.CovarianceSi[(size * row) + column] : 0;
            }
        }
    }

    /// <summary>One Gaussian with the moments of a mixture whose parts all have the same layout.</summary>
    public static void Combine(ReadOnlySpan<GaussianBelief> parts, ReadOnlySpan<double> weights, out GaussianBelief result)
    {
        result = new GaussianBelief(parts[0].Extra) { Time = parts[0].Time };
        var size = result.Dimension;
        var mean = result.MeanSi;
        var covariance = result.CovarianceSi;
        var first = parts[0];
        for (var part = 0; part < parts.Length; part++)
        {
            var own = parts[part];
            for (var k = 0; k < size; k++) mean[k] += weights[part] * (own.MeanSi[k] - first.MeanSi[k]);
        }

        for (var k = 0; k < size; k++) mean[k] += first.MeanSi[k];
        for (var part = 0; part < parts.Length; part++)
        {
            if (weights[part] == 0) continue;
            var own = parts[part];
            var ownMean = own.MeanSi;
            var ownCovariance = own.CovarianceSi;
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < size; column++)
                {
                    covariance[(size * row) + column] += weights[part]
                        * (ownCovariance[(size * row) + column] + ((ownMean[row] - mean[row]) * (ownMean[column] - mean[column])));
                }
            }
        }
    }
}
