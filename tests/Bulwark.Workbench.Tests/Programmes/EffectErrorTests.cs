using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Store;
using Bulwark.Workbench.Tests.Cli;
using Bulwark.Workbench.Tests.Files;
using Bulwark.Workbench.Tests.Studies.Experiments;

namespace Bulwark.Workbench.Tests.Programmes;

/// <summary>The band of what readiness is worth.</summary>
public class EffectErrorTests
{
    private const string Raid = """
        bulwark: study/1
        title: Raid
        scenario: small-scenario.yaml
        replications: 8
        measures: [no_leak, leaked]
        """;

    [Fact]
    public void States_that_share_their_luck_err_together()
    {
        // Both states win the same five of eight engagements: their mixture knows no more than either.
        double[] won = [1, 1, 0, 1, 0, 1, 1, 0];
        var paired = Point(Raid, [won, won], [0, 1, 0, 1]);
        Assert.Equal(0.625, paired.StoppedProbability, 1e-12);
        Assert.Equal(Math.Sqrt(0.625 * 0.375 * 8 / 7 / 8), paired.ErrorProbability, 1e-12);

        // With luck of their own it knows as much as sixteen engagements.
        var apart = Point(Raid + "\npairing: no", [won, won], [0, 1, 0, 1]);
        Assert.Equal(Math.Sqrt(0.625 * 0.375 / 16), apart.ErrorProbability, 1e-12);

        // One wins where the other loses: under common luck the mixture of both is certain.
        double[] lost = [.. won.Select(static one => 1 - one)];
        var opposite = Point(Raid, [won, lost], [0, 1]);
        Assert.Equal(0.5, opposite.StoppedProbability, 1e-12);
        Assert.Equal(Math.Sqrt(0.125 * 0.125 * 2 / 1 / 2), opposite.ErrorProbability, 1e-12);

        // Certain states leave the variance between the replications of the years: three of four won.
        var certain = Point(Raid, [[1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0]], [0, 0, 0, 1]);
        Assert.Equal(Math.Sqrt(0.75 * 0.25 * 4 / 3 / 4), certain.ErrorProbability, 1e-12);
        Assert.Equal([0.75, 0.25], certain.MeansSi.Select(static mean => Math.Round(mean, 12)));
    }

    [Fact]
    public void Samples_of_uncertain_figures_are_shared_by_all_states()
    {
        // Two samples of four engagements each; the first wins three of four, the second one of four, in both states.
        double[] won = [1, 1, 1, 0, 1, 0, 0, 0];
        var text = Raid.Replace("replications: 8", "replications: 4\nuncertainty: sample\nsamples: 2", StringComparison.Ordinal);
        var point = Point(text, [won, won], [0, 1]);
        Assert.Equal(0.5, point.StoppedProbability, 1e-12);
        Assert.Equal(Math.Sqrt(2 * 0.25 * 0.25 / 1 / 2), point.ErrorProbability, 1e-12);
    }

    [Fact]
    public void The_shipped_study_is_of_the_S_400_and_of_the_units_of_the_programme()
    {
        var catalogue = CatalogueStore.LoadEmbedded();
        var question = EffectQuestion.Of(StudyReader.Read(Repository.PathOf("studies", "readiness-effect.yaml"), catalogue), catalogue);
        var units = ProgrammeReader.Read(Repository.PathOf("programmes", "turkey-s400.yaml")).Units.Select(static unit => unit.Id);
        Assert.All(question.Scenario.Batteries, battery => Assert.Contains(battery.Id, units));
        Assert.All(question.Scenario.Batteries, static battery => Assert.Contains(battery.FireUnits[0].Launchers.SelectMany(static group => group.Load), static load => load.Id == "48n6e3"));
        Assert.Equal("no_leak", question.Plan.Study.Measures.All[question.Stopped].Name);
    }

    private static EffectPoint Point(string text, double[][] won, int[] sample)
    {
        using var scratch = new Scratch();
        var plan = StudyPlanner.Repeat(SmallStudy.Plan(text), [.. won.Select(static (_, state) => $"state {state}")], "of a test", static (scenario, _) => scenario);
        var measures = plan.Study.Measures.All.Count;
        var perCell = won[0].Length * won.Length / plan.Cells.Count;
        var cells = plan.Cells.Count / won.Length;
        using var store = StudyStore.Open(scratch["results.sqlite"], plan);
        store.Add([.. won.SelectMany((runs, state) => runs.Select((one, run) => new StudyResult((state * cells) + (run / perCell), run % perCell, "", [one, 1 - one, .. new double[measures - 2]])))]);
        return new StateTable(plan, store, won.Length, 0).Point(0, sample);
    }
}
