namespace Bulwark.Operations.Logistics;

/// <summary>
/// Output of a year that grows by a constant share, but never beyond what a bottleneck allows: the simplest model of a line that is being
/// enlarged while one component limits it. Immutable.
/// </summary>
/// <param name="FirstCount">Output of year 0.</param>
/// <param name="GrowthShare">Growth from one year to the next.</param>
public sealed record ProductionRamp(double FirstCount, double GrowthShare)
{
    /// <summary>Output of a year without a bottleneck.</summary>
    /// <param name="year">The year, counted from year 0.</param>
    public double OutputCount(int year) => FirstCount * Math.Pow(1 + GrowthShare, year);

    /// <summary>Mean output of some years, each cut to what the bottleneck allows.</summary>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <param name="mostCount">What the bottleneck allows in a year; infinite for no limit.</param>
    public double MeanCount(int firstYear, int lastYear, Func<int, double> mostCount)
    {
        ArgumentNullException.ThrowIfNull(mostCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        var sum = 0.0;
        for (var year = firstYear; year <= lastYear; year++) sum += Math.Min(OutputCount(year), mostCount(year));
        return sum / (lastYear - firstYear + 1);
    }

    /// <summary>
    /// Fits both figures to mean outputs by least squares of logarithms: for each growth the best first output is known in closed form, and
    /// the growth is found by golden section between −50 and +200 per cent a year.
    /// </summary>
    /// <param name="observations">Mean outputs of spans of years, at least two different ones.</param>
    /// <exception cref="ArgumentException">There are too few observations, or one is not positive.</exception>
    public static ProductionRamp Fit(IReadOnlyList<(int FirstYear, int LastYear, double OutputCount)> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Count < 2 || observations.Any(static one => !(one.OutputCount > 0))) throw new ArgumentException("A ramp is fitted to at least two positive outputs.", nameof(observations));
        var (low, high) = (-0.5, 2.0);
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (leftError, rightError) = (Error(left, observations, out _), Error(right, observations, out _));
        for (var step = 0; step < 120; step++)
        {
            if (leftError <= rightError)
            {
                (high, right, rightError) = (right, left, leftError);
                left = high - (golden * (high - low));
                leftError = Error(left, observations, out _);
            }
            else
            {
                (low, left, leftError) = (left, right, rightError);
                right = low + (golden * (high - low));
                rightError = Error(right, observations, out _);
            }
        }

        Error((low + high) / 2, observations, out var first);
        return new ProductionRamp(first, (low + high) / 2);
    }

    private static double Error(double growth, IReadOnlyList<(int FirstYear, int LastYear, double OutputCount)> observations, out double first)
    {
        var unit = new ProductionRamp(1, growth);
        var ratios = observations.Select(one => Math.Log(one.OutputCount) - Math.Log(unit.MeanCount(one.FirstYear, one.LastYear, static _ => double.PositiveInfinity))).ToList();
        var mean = ratios.Average();
        first = Math.Exp(mean);
        return ratios.Sum(ratio => (ratio - mean) * (ratio - mean));
    }
}
