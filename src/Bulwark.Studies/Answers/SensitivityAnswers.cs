using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>Indices and effects from the cells of the designs made for them.</summary>
internal static class SensitivityAnswers
{
    /// <summary>The name under which chance itself is listed.</summary>
    public const string Luck = "luck";

    private const int SettlingFactors = 4;
    private const int SettlingSteps = 8;
    private const int SettlingLeast = 8;

    /// <summary>Sobol' indices of every factor and of luck, for every measure asked for; rows with a missing cell are left out.</summary>
    public static IReadOnlyList<IndexAnswer> Indices(StudyPlan plan, RunningMoments[][] cells)
    {
        if (plan.Study.Design != StudyDesign.SobolIndices) return [];
        string[] names = [.. plan.Factors.Select(static factor => factor.Name), Luck];
        var answers = new List<IndexAnswer>();
        for (var measure = 0; measure < plan.Study.Measures.WantedCount; measure++)
        {
            var whole = WholeRows(plan, cells, measure);
            if (whole.Count < 2) continue;
            double[] At(string part) => [.. whole.Select(row => cells[row[part].Index][measure].Mean)];
            var indices = SobolIndices.Of(At("a"), At("b"), [.. names.Select(At)], plan.Study.LevelProbability, plan.Study.Seed);
            for (var factor = 0; factor < names.Length; factor++) answers.Add(new IndexAnswer(names[factor], measure, indices[factor]));
        }

        return answers;
    }

    /// <summary>How the total indices of the main measure settled with the rows, for the factors that have most part in it.</summary>
    public static IReadOnlyList<ConvergenceLine> Settling(StudyPlan plan, RunningMoments[][] cells, IReadOnlyList<IndexAnswer> indices)
    {
        string[] names = [.. indices.Where(static index => index.Measure == 0 && double.IsFinite(index.Index.Total.Value)).OrderByDescending(static index => index.Index.Total.Value).Take(SettlingFactors).Select(static index => index.Factor)];
        if (names.Length == 0) return [];
        var rows = WholeRows(plan, cells, 0);
        List<ConvergencePoint>[] paths = [.. names.Select(static _ => new List<ConvergencePoint>())];
        for (var step = 1; step <= SettlingSteps; step++)
        {
            var count = rows.Count * step / SettlingSteps;
            if (count < SettlingLeast) continue;
            double[] At(string part) => [.. rows.Take(count).Select(row => cells[row[part].Index][0].Mean)];
            var found = SobolIndices.Of(At("a"), At("b"), [.. names.Select(At)], plan.Study.LevelProbability, plan.Study.Seed);
            for (var factor = 0; factor < names.Length; factor++) paths[factor].Add(new ConvergencePoint(count, found[factor].Total.Value, found[factor].Total.Low, found[factor].Total.High));
        }

        return [.. names.Select((name, factor) => new ConvergenceLine(name, paths[factor]))];
    }

    private static List<Dictionary<string, StudyCell>> WholeRows(StudyPlan plan, RunningMoments[][] cells, int measure) =>
        [.. plan.Cells.GroupBy(static cell => cell.Point).Select(static row => row.ToDictionary(static cell => cell.Part)).Where(row => row.Values.All(cell => cells[cell.Index] is { } moments && moments[measure].Count > 0))];

    /// <summary>Elementary effects of every factor, for every measure asked for, per full range of the factor.</summary>
    public static IReadOnlyList<EffectAnswer> Effects(StudyPlan plan, RunningMoments[][] cells)
    {
        if (plan.Study.Design != StudyDesign.Morris) return [];
        var answers = new List<EffectAnswer>();
        for (var measure = 0; measure < plan.Study.Measures.WantedCount; measure++)
        {
            foreach (var factor in plan.Factors)
            {
                var effects = plan.Cells.Where(cell => cell.Part == factor.Name).Select(cell => Effect(plan, cells, cell, factor, measure)).OfType<double>().ToArray();
                answers.Add(new EffectAnswer(factor.Name, measure, ElementaryEffect.Of(effects, plan.Study.LevelProbability)));
            }
        }

        return answers;
    }

    private static double? Effect(StudyPlan plan, RunningMoments[][] cells, StudyCell cell, StudyFactor factor, int measure)
    {
        var before = plan.Cells[cell.Index - 1];
        if (cells[cell.Index] is not { } here || cells[before.Index] is not { } there || here[measure].Count == 0 || there[measure].Count == 0) return null;
        var index = plan.Factors.ToList().IndexOf(factor);

        // The grid has four levels and every step is two thirds of the range; only its direction differs.
        var rises = Share(factor, cell.Values[index]) >= Share(factor, before.Values[index]);
        return (here[measure].Mean - there[measure].Mean) / (rises ? 2.0 / 3 : -2.0 / 3);
    }

    private static double Share(StudyFactor factor, string value) =>
        factor.Levels.Count > 0 ? factor.Levels.ToList().IndexOf(value) : FactorReader.Number(value)?.Number ?? 0;
}
