using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Files;

namespace Bulwark.Studies.Plans;

/// <summary>Tries the values of a study in its scenario, one at a time, so that a wrong path or value is told before anything runs.</summary>
internal static class CellCheck
{
    private const int MostLevels = 64;

    /// <summary>Tries the scenario as it is, every alternative, and every factor at its levels or ends.</summary>
    public static void Check(Study study, CatalogueStore catalogue, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (!Try([])) return;
        foreach (var alternative in study.Alternatives) Try(alternative.Settings);
        foreach (var factor in study.Factors)
        {
            string[] values = factor.Levels.Count == 0
                ? [factor.ValueAt(0), factor.ValueAt(0.5), factor.ValueAt(1)]
                : [.. factor.Levels.Take(MostLevels), factor.Levels[^1]];
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                if (!Try([CellScenario.Setting(factor, value)])) break;
            }
        }

        if (study.Uncertainty == UncertaintyMode.Typical)
        {
            if (study.UncertainFigures.Count > 0) problems.Warning(study.Factors.Select(static factor => factor.Place).FirstOrDefault(study.Scenario.Place), "figures are named but uncertainty is typical, so none of them varies", "uncertainty: sample or corners");
            return;
        }

        var uncertain = UncertainFigures.Factors(study, catalogue);
        if (uncertain.Count == 0 && study.UncertainFigures.Count == 0)
            problems.Error(study.Scenario.Place, "the scenario rests on no uncertain figure", "figures with low and high in the catalogue");
        foreach (var wanted in study.UncertainFigures.Where(wanted => !uncertain.Any(factor => factor.Name.StartsWith(wanted, StringComparison.Ordinal))))
        {
            List<string> all = [.. UncertainFigures.Factors(study with { UncertainFigures = [] }, catalogue).Select(static factor => factor.Name)];
            problems.Error(
                study.FiguresPlace, $"{QuotedText.Of(wanted)} begins the name of no uncertain figure on which the scenario rests", "the beginning of ENTRY/FIGURE, of a figure with low and high",
                NearestMatch.Hint(wanted, all.Concat(all.Select(static name => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct())));
        }

        Try(uncertain.Select(static factor => CellScenario.Setting(factor, factor.Write(factor.LowSi))));
        Try(uncertain.Select(static factor => CellScenario.Setting(factor, factor.Write(factor.HighSi))));

        bool Try(IEnumerable<StudySetting> settings)
        {
            var errors = problems.ErrorCount;
            foreach (var problem in CellScenario.Read(study, catalogue, settings, problems)?.Problems ?? [])
            {
                if (seen.Add(problem.ToString())) problems.Add(problem);
            }

            return problems.ErrorCount == errors;
        }
    }
}
