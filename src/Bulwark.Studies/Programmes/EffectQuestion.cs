using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Files;
using Bulwark.Studies.Measures;
using Bulwark.Studies.Plans;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// What readiness is asked to be worth: a study of one setting, whose scenario is met by batteries as ready as the units of a programme,
/// and whose first measure that is true or false says whether the raid was stopped. Immutable.
/// </summary>
public sealed class EffectQuestion
{
    private EffectQuestion(StudyPlan plan, int stopped) => (Plan, Stopped) = (plan, stopped);

    /// <summary>The study, made ready to run with everything ready.</summary>
    public StudyPlan Plan { get; }

    /// <summary>Index of the measure that says whether the raid was stopped.</summary>
    public int Stopped { get; }

    /// <summary>The scenario with everything ready.</summary>
    public Scenario Scenario => CellScenario.Read(Plan.Study, Plan.Catalogue, [], new ProblemList())!.Scenario!;

    /// <summary>Asks with a study.</summary>
    /// <param name="study">The study; it varies nothing but the catalogue's uncertain figures.</param>
    /// <param name="catalogue">The systems it uses.</param>
    /// <exception cref="ArgumentException">It varies something else, or has no measure that is true or false.</exception>
    /// <exception cref="DocumentException">Its scenario cannot be read.</exception>
    public static EffectQuestion Of(Study study, CatalogueStore catalogue)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Factors.Count > 0 || study.Alternatives.Count > 0)
            throw new ArgumentException("the study varies the scenario, and here readiness is what varies; expected a study without factors and alternatives", nameof(study));
        if (study.Design is not (StudyDesign.Factorial or StudyDesign.OneAtATime))
            throw new ArgumentException("the study has a design for factors; expected one without, where 'uncertainty: sample' draws the catalogue's figures", nameof(study));
        if (study.Replications.AtLeast < 2) throw new ArgumentException("one engagement for each state of readiness says nothing of its luck; expected 2 replications or more", nameof(study));
        var stopped = study.Measures.All.Take(study.Measures.WantedCount).ToList().FindIndex(static measure => measure.IsTruth);
        if (stopped < 0)
            throw new ArgumentException("no measure of the study is true or false, so nothing says whether the raid was stopped; expected one such as no_leak", nameof(study));
        return new EffectQuestion(StudyPlanner.Plan(study, catalogue), stopped);
    }

    /// <summary>Asks with a scenario alone: the raid is stopped when no attacker reaches its objective.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="catalogue">The systems it uses.</param>
    /// <param name="runs">Engagements for each state of readiness, at least 2.</param>
    /// <exception cref="DocumentException">The file cannot be read.</exception>
    public static EffectQuestion OfScenario(string path, CatalogueStore catalogue, int runs)
    {
        var problems = new ProblemList();
        var node = DocumentLoader.LoadFile(path, problems);
        problems.ThrowIfErrors();
        var document = ScenarioReader.Compose(node!, problems);
        var reading = ScenarioReader.Check(document, catalogue);
        foreach (var problem in reading.Problems) problems.Add(problem);
        problems.ThrowIfErrors();
        var measures = MeasureReader.Read([("no_leak", node!.Place), ("leaked", node.Place), ("rounds_spent", node.Place)], [], problems)!;
        var scenario = reading.Scenario!;
        return Of(
            new Study
            {
                Id = scenario.Id,
                Title = scenario.Title,
                ScenarioFile = path,
                Scenario = document,
                Seed = scenario.Seed,
                Replications = new ReplicationPlan { AtLeast = runs, AtMost = runs },
                Measures = measures,
                Text = "",
                DecisiveText = "",
            },
            catalogue);
    }
}
