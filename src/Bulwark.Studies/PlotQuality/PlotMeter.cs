using Bulwark.Core.Numerics;

namespace Bulwark.Studies.PlotQuality;

/// <summary>
/// Measures a radar by its plots alone, recorded or simulated: period, share of scans with a plot, scatter and steps. Nothing is asked
/// of the truth, so both kinds are measured in the same way and can be laid side by side.
/// </summary>
/// <remarks>
/// Plots of one aircraft form a group that ends with a gap of 20 s; groups of 30 plots or more are used. The scatter is the error of
/// the middle plot of nine consecutive scans about the quadratic in time through the other eight (least squares), beyond 20 nautical
/// miles, where an aircraft's motion in range and azimuth hardly differs from a quadratic. Of eight even-spaced neighbours the
/// quadratic itself carries 0.343 of the variance, so an error of standard deviation 1 shows as 1.16.
/// </remarks>
public static class PlotMeter
{
    /// <summary>Plots from which a group is used.</summary>
    public const int LongPlots = 30;

    /// <summary>Nearest range at which the scatter is measured: 20 nautical miles, metres.</summary>
    public const double NearestM = 20 * 1852.0;

    private const double GapS = 20;
    private const int Half = 4;

    /// <summary>Measures.</summary>
    /// <param name="plots">The plots, in any order.</param>
    /// <exception cref="ArgumentException">No aircraft has 30 plots without a gap of 20 s.</exception>
    public static PlotFigures Measure(IEnumerable<PlotSample> plots)
    {
        ArgumentNullException.ThrowIfNull(plots);
        var usable = plots.Where(static plot => plot.Aircraft >= 0).OrderBy(static plot => plot.Aircraft).ThenBy(static plot => plot.TimeS).ThenBy(static plot => plot.RangeM).ToArray();
        var groups = Groups(usable);
        if (groups.Count == 0) throw new ArgumentException($"No aircraft has {LongPlots} plots without a gap of {GapS} s.", nameof(plots));
        var periodS = PeriodS(groups);
        var (received, scans) = (0, 0);
        var (rangeErrors, azimuthErrors) = (new List<double>(), new List<double>());
        foreach (var group in groups)
        {
            // Two plots in one scan are of two aircraft with one code: the scan counts once, and no window goes across it.
            var turns = new int[group.Length];
            for (var plot = 1; plot < group.Length; plot++) turns[plot] = (int)Math.Round(((group[plot].TimeS - group[plot - 1].TimeS) / periodS) - (Turn(group[plot - 1], group[plot]) / (2 * Math.PI)));
            received += 1 + turns.Skip(1).Count(static passed => passed > 0);
            scans += 1 + turns.Skip(1).Sum();
            for (var middle = Half; middle < group.Length - Half; middle++)
            {
                if (group[middle].RangeM < NearestM || turns.AsSpan(middle - Half + 1, 2 * Half).ContainsAnyExcept(1)) continue;
                var (range, azimuth) = Errors(group.AsSpan(middle - Half, (2 * Half) + 1), periodS);
                rangeErrors.Add(range);
                azimuthErrors.Add(azimuth);
            }
        }

        return new PlotFigures
        {
            Plots = usable.Length,
            Groups = groups.Count,
            PeriodS = periodS,
            ReceivedShare = received / (double)scans,
            Windows = rangeErrors.Count,
            RangeSigmaM = Spread(rangeErrors),
            Range95M = Quantile([.. rangeErrors.Select(Math.Abs)], 0.95),
            AzimuthSigmaRad = Spread(azimuthErrors),
            Azimuth95Rad = Quantile([.. azimuthErrors.Select(Math.Abs)], 0.95),
            RangeStepM = Step([.. usable.Select(static plot => plot.RangeM)]),
            AzimuthStepRad = Step([.. usable.Select(static plot => plot.AzimuthRad)]),
        };
    }

    private static List<PlotSample[]> Groups(PlotSample[] plots)
    {
        var groups = new List<PlotSample[]>();
        var first = 0;
        for (var next = 1; next <= plots.Length; next++)
        {
            if (next < plots.Length && plots[next].Aircraft == plots[first].Aircraft && plots[next].TimeS - plots[next - 1].TimeS < GapS) continue;
            if (next - first >= LongPlots) groups.Add(plots[first..next]);
            first = next;
        }

        return groups;
    }

    // From one plot to the next the antenna turns once and what the aircraft moved in azimuth: so many turns in so much time. The
    // median finds the period, the mean of all that agree with it to five percent sharpens it.
    private static double PeriodS(List<PlotSample[]> groups)
    {
        var pairs = groups.SelectMany(static group => group.Zip(group.Skip(1), static (before, after) => (TimeS: after.TimeS - before.TimeS, Turns: 1 + (Turn(before, after) / (2 * Math.PI))))).ToList();
        var median = Quantile([.. pairs.Select(static pair => pair.TimeS / pair.Turns)], 0.5);
        var near = pairs.Where(pair => Math.Abs((pair.TimeS / pair.Turns) - median) < 0.05 * median).ToList();
        return near.Sum(static pair => pair.TimeS) / near.Sum(static pair => pair.Turns);
    }

    private static double Turn(in PlotSample before, in PlotSample after) => Math.IEEERemainder(after.AzimuthRad - before.AzimuthRad, 2 * Math.PI);

    // The middle plot about the quadratic through the others, whose constant term is its value at the middle.
    private static (double RangeM, double AzimuthRad) Errors(ReadOnlySpan<PlotSample> window, double periodS)
    {
        var middle = window[Half];
        Span<double> matrix = stackalloc double[9];
        Span<double> right = stackalloc double[6];
        matrix.Clear();
        right.Clear();
        Span<double> powers = stackalloc double[5];
        for (var place = 0; place < window.Length; place++)
        {
            if (place == Half) continue;
            powers[0] = 1;
            for (var power = 1; power < 5; power++) powers[power] = powers[power - 1] * (window[place].TimeS - middle.TimeS) / periodS;
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 3; column++) matrix[(3 * row) + column] += powers[row + column];
                right[2 * row] += powers[row] * (window[place].RangeM - middle.RangeM);
                right[(2 * row) + 1] += powers[row] * Turn(in middle, in window[place]);
            }
        }

        SmallMatrix.TrySolve(matrix, right, 3, 2);
        return (-right[0], -right[1]);
    }

    private static double Spread(List<double> errors)
    {
        var median = Quantile([.. errors], 0.5);
        return 1.4826 * Quantile([.. errors.Select(error => Math.Abs(error - median))], 0.5);
    }

    private static double Quantile(double[] values, double share)
    {
        if (values.Length == 0) return double.NaN;
        Array.Sort(values);
        var place = share * (values.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, values.Length - 1);
        return values[below] + ((place - below) * (values[above] - values[below]));
    }

    // The smallest distance between two different values is the step, if all values are multiples of it.
    private static double Step(double[] values)
    {
        Array.Sort(values);
        var same = 1e-9 * Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
        var step = double.PositiveInfinity;
        for (var value = 1; value < values.Length; value++)
        {
            var gap = values[value] - values[value - 1];
            if (gap > same) step = Math.Min(step, gap);
        }

        return values.All(value => Math.Abs(Math.IEEERemainder(value, step)) < 0.01 * step) ? step : 0;
    }
}
