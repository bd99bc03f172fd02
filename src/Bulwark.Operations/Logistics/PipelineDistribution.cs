using Bulwark.Core.Numerics;

namespace Bulwark.Operations.Logistics;

/// <summary>
/// The distribution of the number of items in resupply: in repair, on order and on the way. Spares cover the first of them; what is
/// beyond is a backorder. Immutable.
/// </summary>
/// <remarks>
/// By Palm's theorem (C. Palm 1938; Feeney and Sherbrooke, Management Science 12 (1966) 391-411) the number in resupply under Poisson
/// demand of rate λ and independent resupply times of mean T is Poisson with mean λT, whatever the distribution of the times.
/// </remarks>
public sealed class PipelineDistribution
{
    // What lies beyond the last term kept; backorders are means of the tail, so this is far below every printed digit.
    private const double Tail = 1e-16;
    private const int MostTerms = 2_000_000;

    private readonly double[] _probabilities;

    private PipelineDistribution(double[] probabilities) => _probabilities = probabilities;

    /// <summary>Mean number in resupply.</summary>
    public double MeanCount => Sum(static k => k);

    /// <summary>Variance of the number in resupply.</summary>
    public double VarianceCount2
    {
        get
        {
            var mean = MeanCount;
            return Sum(k => (k - mean) * (k - mean));
        }
    }

    /// <summary>A Poisson distribution: single demands, by Palm's theorem.</summary>
    /// <param name="meanCount">Mean, 0 to 1e5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is outside its range.</exception>
    public static PipelineDistribution Poisson(double meanCount)
    {
        Require(meanCount);
        if (meanCount == 0) return new PipelineDistribution([1]);
        var logMean = Math.Log(meanCount);
        return Terms(k => Math.Exp((k * logMean) - meanCount - GammaFunction.Log(k + 1.0)), meanCount);
    }

    /// <summary>
    /// A negative binomial distribution with a mean and a variance above it: the approximation of VARI-METRIC (Slay 1984; Sherbrooke,
    /// Operations Research 34 (1986) 311-319). Without excess variance it is Poisson.
    /// </summary>
    /// <param name="meanCount">Mean, 0 to 1e5.</param>
    /// <param name="varianceCount2">Variance, not below the mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is outside its range or the variance below it.</exception>
    public static PipelineDistribution NegativeBinomial(double meanCount, double varianceCount2)
    {
        Require(meanCount);
        if (!(varianceCount2 >= meanCount * (1 - 1e-12)) || !double.IsFinite(varianceCount2))
            throw new ArgumentOutOfRangeException(nameof(varianceCount2), varianceCount2, "The variance of a negative binomial distribution is not below its mean.");
        if (meanCount == 0 || varianceCount2 <= meanCount * (1 + 1e-12)) return Poisson(meanCount);
        var q = 1 - (meanCount / varianceCount2);
        var r = meanCount * (1 - q) / q;
        var logQ = Math.Log(q);
        var start = (r * Math.Log(1 - q)) - GammaFunction.Log(r);
        return Terms(k => Math.Exp(start + GammaFunction.Log(r + k) - GammaFunction.Log(k + 1.0) + (k * logQ)), meanCount);
    }

    /// <summary>
    /// Batches that come in a Poisson stream, all items of a batch being resupplied together (Feeney and Sherbrooke 1966). The terms
    /// follow from Adelson's recursion (Operational Research Quarterly 17 (1966) 73-75).
    /// </summary>
    /// <param name="meanBatchCount">Mean number of batches in resupply, 0 to 500.</param>
    /// <param name="batchSizeProbability">Probability of a batch of 1, 2, 3 ... items; their sum is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is outside its range or the probabilities are none.</exception>
    public static PipelineDistribution CompoundPoisson(double meanBatchCount, IReadOnlyList<double> batchSizeProbability)
    {
        ArgumentNullException.ThrowIfNull(batchSizeProbability);
        if (!(meanBatchCount is >= 0 and <= 500)) throw new ArgumentOutOfRangeException(nameof(meanBatchCount), meanBatchCount, "The mean number of batches lies between 0 and 500.");
        if (batchSizeProbability.Any(static share => !(share is >= 0 and <= 1)) || Math.Abs(batchSizeProbability.Sum() - 1) > 1e-9)
            throw new ArgumentOutOfRangeException(nameof(batchSizeProbability), "The probabilities of the batch sizes are not negative and sum to 1.");
        var terms = new List<double> { Math.Exp(-meanBatchCount) };
        var sum = terms[0];
        while (sum < 1 - 1e-15 && terms.Count < MostTerms)
        {
            var k = terms.Count;
            var term = 0.0;
            for (var size = 1; size <= Math.Min(k, batchSizeProbability.Count); size++) term += size * batchSizeProbability[size - 1] * terms[k - size];
            term *= meanBatchCount / k;
            terms.Add(term);
            sum += term;
            if (k > 20 + (4 * meanBatchCount * batchSizeProbability.Count) && term < Tail) break;
        }

        return new PipelineDistribution([.. terms]);
    }

    /// <summary>Batches of geometric size (1, 2, 3 ... with a constant chance of one more) in a Poisson stream.</summary>
    /// <param name="meanBatchCount">Mean number of batches in resupply, 0 to 500.</param>
    /// <param name="batchMeanCount">Mean size of a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A mean is outside its range.</exception>
    public static PipelineDistribution GeometricBatches(double meanBatchCount, double batchMeanCount)
    {
        if (!(batchMeanCount is >= 1 and <= 1000)) throw new ArgumentOutOfRangeException(nameof(batchMeanCount), batchMeanCount, "The mean size of a batch lies between 1 and 1000.");
        if (batchMeanCount == 1) return Poisson(meanBatchCount);
        var again = 1 - (1 / batchMeanCount);
        var sizes = new List<double>();
        for (var share = 1 / batchMeanCount; share > 1e-17 && sizes.Count < 20_000; share *= again) sizes.Add(share);
        var total = sizes.Sum();
        return CompoundPoisson(meanBatchCount, [.. sizes.Select(share => share / total)]);
    }

    /// <summary>The sum of two independent numbers in resupply.</summary>
    /// <param name="other">The other.</param>
    public PipelineDistribution Plus(PipelineDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = new double[_probabilities.Length + other._probabilities.Length - 1];
        for (var i = 0; i < _probabilities.Length; i++)
        {
            for (var j = 0; j < other._probabilities.Length; j++) sum[i + j] += _probabilities[i] * other._probabilities[j];
        }

        return new PipelineDistribution(sum);
    }

    /// <summary>What is beyond a stock: the distribution of backorders.</summary>
    /// <param name="stock">Spares, not negative.</param>
    public PipelineDistribution Beyond(int stock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stock);
        if (stock == 0) return this;
        if (stock >= _probabilities.Length) return new PipelineDistribution([1]);
        var left = new double[_probabilities.Length - stock];
        for (var k = 0; k <= stock; k++) left[0] += _probabilities[k];
        for (var k = stock + 1; k < _probabilities.Length; k++) left[k - stock] = _probabilities[k];
        return new PipelineDistribution(left);
    }

    /// <summary>Those that belong to one of several owners, each item with the same chance by itself.</summary>
    /// <param name="share">The owner's chance, 0 to 1.</param>
    public PipelineDistribution Thinned(double share)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        var thinned = new double[_probabilities.Length];
        var row = new double[_probabilities.Length];
        row[0] = 1;
        for (var n = 0; n < _probabilities.Length; n++)
        {
            for (var k = 0; k <= n; k++) thinned[k] += _probabilities[n] * row[k];
            for (var k = Math.Min(n + 1, row.Length - 1); k > 0; k--) row[k] = (row[k] * (1 - share)) + (row[k - 1] * share);
            row[0] *= 1 - share;
        }

        return new PipelineDistribution(thinned);
    }

    /// <summary>Expected backorders: the mean number in resupply beyond a stock.</summary>
    /// <param name="stock">Spares, not negative.</param>
    public double BackordersCount(int stock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stock);
        return Sum(k => Math.Max(0, k - stock));
    }

    /// <summary>Variance of the number of backorders.</summary>
    /// <param name="stock">Spares, not negative.</param>
    public double BackorderVarianceCount2(int stock)
    {
        var mean = BackordersCount(stock);
        return Sum(k => Math.Max(0, k - stock) * Math.Max(0, k - stock)) - (mean * mean);
    }

    /// <summary>Fill rate: the share of demands met at once from a stock, the chance that fewer than that many are in resupply.</summary>
    /// <param name="stock">Spares, not negative.</param>
    public double FillShare(int stock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stock);
        var sum = 0.0;
        for (var k = 0; k < Math.Min(stock, _probabilities.Length); k++) sum += _probabilities[k];
        return sum;
    }

    private static PipelineDistribution Terms(Func<int, double> term, double mean)
    {
        var terms = new List<double>();
        for (var k = 0; k < MostTerms; k++)
        {
            var value = term(k);
            terms.Add(value);
            if (k > mean && value < Tail) break;
        }

        return new PipelineDistribution([.. terms]);
    }

    private static void Require(double meanCount)
    {
        if (!(meanCount is >= 0 and <= 1e5)) throw new ArgumentOutOfRangeException(nameof(meanCount), meanCount, "The mean number in resupply lies between 0 and 100000.");
    }

    private double Sum(Func<double, double> worth)
    {
        var sum = 0.0;
        for (var k = _probabilities.Length - 1; k >= 0; k--) sum += worth(k) * _probabilities[k];
        return sum;
    }
}
