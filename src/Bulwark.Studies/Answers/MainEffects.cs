using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>Main effects of the uncertain figures of the catalogue from a study of their corners.</summary>
internal static class MainEffects
{
    /// <summary>Effect of every uncertain figure on every measure asked for; corners without results leave an effect out.</summary>
    public static IReadOnlyList<MainEffectAnswer> Of(StudyPlan plan, RunningMoments[][] cells)
    {
        if (plan.Study.Uncertainty != UncertaintyMode.Corners || plan.Study.Design is not (StudyDesign.Factorial or StudyDesign.OneAtATime)) return [];

        // The first sample of every setting is the typical one; the others are corners.
        var settings = plan.Cells.Where(static cell => cell.Sample > 0).GroupBy(static cell => (cell.Point, cell.Alternative)).Select(static group => group.ToArray()).ToList();
        var answers = new List<MainEffectAnswer>();
        for (var measure = 0; measure < plan.Study.Measures.WantedCount; measure++)
        {
            for (var factor = 0; factor < plan.Factors.Count; factor++)
            {
                if (plan.Factors[factor].IsUncertain && Effect(plan, cells, settings, factor, measure) is { } effect) answers.Add(new MainEffectAnswer(plan.Factors[factor].Name, measure, effect));
            }
        }

        return answers;
    }

    // Settings share their luck, so their errors do not cancel: the error of the mean effect is taken as the mean of their errors.
    private static Estimate? Effect(StudyPlan plan, RunningMoments[][] cells, List<StudyCell[]> settings, int factor, int measure)
    {
        var high = plan.Factors[factor].Write(plan.Factors[factor].HighSi);
        var (sum, error, runs, freedom, whole) = (0.0, 0.0, 0L, 0L, 0);
        foreach (var corners in settings)
        {
            if (!Array.TrueForAll(corners, corner => cells[corner.Index] is { } moments && moments[measure].Count > 0)) continue;
            var (difference, squares, degrees, inverse) = (0.0, 0.0, 0L, 0.0);
            foreach (var corner in corners)
            {
                var moments = cells[corner.Index][measure];
                difference += corner.Values[factor] == high ? moments.Mean : -moments.Mean;
                squares += (moments.Count - 1) * moments.Variance;
                degrees += moments.Count - 1;
                inverse += 1.0 / moments.Count;
                runs += moments.Count;
            }

            var half = 0.5 * corners.Length;
            sum += difference / half;
            error += degrees == 0 ? double.NaN : Math.Sqrt(squares / degrees * inverse) / half;
            freedom = whole == 0 ? degrees : Math.Min(freedom, degrees);
            whole++;
        }

        if (whole == 0) return null;
        var (effect, level) = (sum / whole, plan.Study.LevelProbability);
        var reach = freedom == 0 ? double.PositiveInfinity : StudentT.Quantile(0.5 + (0.5 * level), freedom) * error / whole;
        return new Estimate(effect, effect - reach, effect + reach, runs, level);
    }
}
