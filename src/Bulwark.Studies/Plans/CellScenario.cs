using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Files;

namespace Bulwark.Studies.Plans;

/// <summary>Makes the scenario of a setting: sets values in the scenario's document and figures in the catalogue, then reads it as any other.</summary>
internal static class CellScenario
{
    private const string CatalogueStep = "catalogue";

    /// <summary>Makes the scenario.</summary>
    /// <param name="study">The study.</param>
    /// <param name="catalogue">The systems.</param>
    /// <param name="settings">Paths with the values they get, in order.</param>
    /// <param name="problems">Receives what is wrong with paths and values, at the place in the study file.</param>
    /// <returns>What came of reading, or null when a path leads nowhere.</returns>
    public static ScenarioReading? Read(Study study, CatalogueStore catalogue, IEnumerable<StudySetting> settings, ProblemList problems)
    {
        var document = study.Scenario;
        foreach (var setting in settings)
        {
            var steps = setting.Path.Split('/');
            if (steps[0] == CatalogueStep)
            {
                if (SetFigure(catalogue, steps, setting.Value, problems) is not { } changed) return null;
                catalogue = changed;
            }
            else
            {
                if (DocumentEdit.Set(document, steps, setting.Value, out var problem) is not { } changed)
                {
                    problems.Error(setting.Value.Place, problem!);
                    return null;
                }

                document = changed;
            }
        }

        return ScenarioReader.Check(document, catalogue);
    }

    /// <summary>The settings of a cell: its alternative's, then every factor's.</summary>
    public static IEnumerable<StudySetting> Settings(StudyPlan plan, StudyCell cell)
    {
        if (cell.Alternative >= 0)
        {
            foreach (var setting in plan.Study.Alternatives[cell.Alternative].Settings) yield return setting;
        }

        for (var factor = 0; factor < plan.Factors.Count; factor++) yield return Setting(plan.Factors[factor], cell.Values[factor]);
    }

    /// <summary>A factor's value as a setting.</summary>
    public static StudySetting Setting(StudyFactor factor, string value) => new(factor.Path, new ScalarNode(factor.Place, value, isPlain: true));

    private static CatalogueStore? SetFigure(CatalogueStore catalogue, string[] steps, ScalarNode value, ProblemList problems)
    {
        if (steps.Length != 3)
        {
            problems.Error(value.Place, $"the path {QuotedText.Of(string.Join('/', steps))} names no figure", "catalogue/ENTRY/FIGURE, such as catalogue/48n6e/lethal-radius");
            return null;
        }

        if (catalogue.Find(steps[1]) is not { } entry)
        {
            var ids = catalogue.Entries.Select(static candidate => candidate.Id).ToList();
            problems.Error(value.Place, $"there is no catalogue entry {QuotedText.Of(steps[1])}", "an id of the catalogue; 'bulwark catalogue list' prints them", NearestMatch.Hint(steps[1], ids));
            return null;
        }

        if (entry.Figures.Find(steps[2]) is not { Word.Length: 0 } figure)
        {
            var names = entry.Figures.All.Where(static candidate => candidate.Word.Length == 0).Select(static candidate => candidate.Name).ToList();
            problems.Error(value.Place, $"'{entry.Id}' has no number {QuotedText.Of(steps[2])}", "one of " + string.Join(", ", names), NearestMatch.Hint(steps[2], names));
            return null;
        }

        if (!QuantityText.TryRead(value.Text, figure.Dimension, out var valueSi, out var problem))
        {
            problems.Error(value.Place, problem);
            return null;
        }

        try
        {
            return catalogue.WithFigure(entry.Id, figure.Name, valueSi);
        }
        catch (ArgumentException wrong)
        {
            problems.Error(value.Place, wrong.Message.Split(" (Parameter")[0]);
            return null;
        }
    }
}
