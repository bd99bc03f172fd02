using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

public sealed class StudyFileTests
{
    [Theory]
    [InlineData("values: [2, 4, 6]", "values: [2, 4, 0]", "small.yaml:7:24", "'count' of 0 is out of range")]
    [InlineData("groups/raid/count", "groups/road/count", "small.yaml:7:24", "has no item 'road'")]
    [InlineData("groups/raid/count", "groups/raid/cuont", "small.yaml:7:24", "unknown key 'cuont'")]
    [InlineData("groups/raid/count", "catalogue/48n6e/lethal-radios", "small.yaml:7:24", "no number 'lethal-radios'")]
    [InlineData("groups/raid/count", "catalogue/48n7e/lethal-radius", "small.yaml:7:24", "no catalogue entry '48n7e'")]
    [InlineData("groups/raid/count", "groups//count", "small.yaml:7:24", "has an empty step")]
    [InlineData("name: raid", "name: hash", "small.yaml:7:12", "cannot name a factor")]
    [InlineData("name: raid", "name: leaked", "small.yaml:7:26", "names a factor and a measure")]
    [InlineData("values: [2, 4, 6]", "values: [2, 2]", "small.yaml:7:51", "stands twice")]
    [InlineData("values: [2, 4, 6]", "from: 2, to: 6", "small.yaml:7:5", "needs levels")]
    [InlineData("values: [2, 4, 6]", "from: 6, to: 2, steps: 3", "small.yaml:7:56", "not above the lower end")]
    [InlineData("values: [2, 4, 6]", "from: many, to: 2, steps: 3", "small.yaml:7:49", "does not begin with a number")]
    [InlineData("replications: 6", "replications: 0", "small.yaml:8:15", "out of range")]
    [InlineData("launches: count(missile_launched)", "launches: count(missile_launched", "small.yaml:11:", "the expression ends here")]
    [InlineData("measures: [leaked,", "measures: [leeked,", "small.yaml:9:11", "there is no measure 'leeked'")]
    [InlineData("replications: 6", "replications: 6\nstop: {on: leaked, at-most: 3}", "small.yaml:9:", "stop on nothing")]
    [InlineData("replications: 6", "replications: 6\nstop: {on: other, half-width: 1, at-most: 30}", "small.yaml:9:", "takes no measure 'other'")]
    [InlineData("replications: 6", "replications: 6\nstop: {on: leaked, decided: yes, at-most: 30}", "small.yaml:9:", "two alternatives")]
    [InlineData("replications: 6", "replications: 6\ndesign: morris\nalternatives: [{id: a}, {id: b}]", "small.yaml:9:", "compares no alternatives")]
    [InlineData("replications: 6", "replications: 6\nalternatives: [{id: a, set: {batteries/north/limits/targets: many}}, {id: b}]", "small.yaml:9:", "many")]
    [InlineData("replications: 6", "replications: 6\nuncertainty: sample\nfigures: nothing-of-that-name", "small.yaml:10:10", "begins the name of no uncertain figure")]
    [InlineData("replications: 6", "replications: 6\nuncertainty: sample\nfigures: [48n6e/, figther/rcs]", "small.yaml:10:10", "did you mean 'fighter/rcs'?")]
    public void Slips_are_told_by_their_place(string good, string bad, string place, string message)
    {
        Assert.Contains(good, SmallStudy.Text, StringComparison.Ordinal);
        var problems = SmallStudy.Problems(SmallStudy.Text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith(place, StringComparison.Ordinal) && problem.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("replications: 6", "replications: 6\nstop: {on: leaked, half-width: 1}", "'at-most' is missing")]
    [InlineData("values: [2, 4, 6]}", "from: 2 m, to: 6 s}\ndesign: sobol", "expected the same unit", "not above")]
    [InlineData("study/1", "scenario/1", "this file is a scenario, not a study")]
    public void A_slip_is_told_without_others_that_follow_from_it(string good, string bad, params string[] messages)
    {
        var problems = SmallStudy.Problems(SmallStudy.Text.Replace(good, bad, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Contains(messages, message => problem.Contains(message, StringComparison.Ordinal)));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void A_scenario_that_is_not_there_is_told_where_it_is_named()
    {
        using var folder = new TemporaryFolder();
        var study = SmallStudy.Write(folder.Path, SmallStudy.Text.Replace("small-scenario.yaml", "nowhere.yaml", StringComparison.Ordinal));
        var problem = Assert.Single(StudyReader.Check(study, SmallStudy.Catalogue).Problems);
        Assert.Contains("small.yaml:4:11: error: the scenario file 'nowhere.yaml' does not exist", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_study_is_told_once() =>
        Assert.Single(StudyReader.Check(Path.Combine(Path.GetTempPath(), "no-such-study.yaml"), SmallStudy.Catalogue).Problems);

    [Fact]
    public void Values_between_the_ends_follow_the_distribution()
    {
        var factor = SmallStudy.Read(SmallStudy.Text.Replace("values: [2, 4, 6]", "from: 2, to: 6, whole: yes}\n  - {name: range, path: batteries/north/set/acquisition.detection-range, from: 200 km, typical: 250 km, to: 300 km, distribution: triangular", StringComparison.Ordinal).Replace("replications: 6", "replications: 6\ndesign: sobol", StringComparison.Ordinal)).Factors;
        Assert.Equal(["2", "3", "4", "5", "6"], new[] { 0.1, 0.3, 0.5, 0.7, 1 }.Select(factor[0].ValueAt));
        Assert.Equal("250 km", factor[1].ValueAt(0.5));
        Assert.Equal("200 km", factor[1].ValueAt(0));
    }

    [Fact]
    public void Designs_make_the_settings_they_should()
    {
        const string Two = "values: [2, 4, 6]}\n  - {name: speed, path: groups/raid/abreast, values: [1, 2]";
        string With(string design) => SmallStudy.Text.Replace("values: [2, 4, 6]", Two, StringComparison.Ordinal).Replace("replications: 6", "replications: 6\n" + design, StringComparison.Ordinal);
        Assert.Equal(6, SmallStudy.Plan(With("design: factorial")).Cells.Count);
        Assert.Equal(4, SmallStudy.Plan(With("design: one-at-a-time")).Cells.Count);
        Assert.Equal(16, SmallStudy.Plan(With("design: latin-hypercube\npoints: 16")).Cells.Count);
        Assert.Equal(10 * 3, SmallStudy.Plan(With("design: morris\npoints: 10")).Cells.Count);
        var indices = SmallStudy.Plan(With("design: sobol-indices\npoints: 8"));
        Assert.Equal(8 * (2 + 2 + 1), indices.Cells.Count);
        var row = indices.Cells.Where(static cell => cell.Point == 3).ToDictionary(static cell => cell.Part);
        Assert.Equal(row["a"].Seed, row["raid"].Seed);
        Assert.Equal(row["b"].Seed, row["luck"].Seed);
        Assert.NotEqual(row["a"].Seed, row["b"].Seed);
        Assert.Equal(row["a"].Values, row["luck"].Values);
        Assert.Equal(row["b"].Values[0], row["raid"].Values[0]);
        Assert.Equal(row["a"].Values[1], row["raid"].Values[1]);
    }

    [Fact]
    public void Uncertain_figures_become_factors_and_samples()
    {
        var sampled = SmallStudy.Plan(SmallStudy.Text + "\nuncertainty: sample\nsamples: 5\nfigures: [48n6e/, fighter/rcs]");
        Assert.Equal(3 * 5, sampled.Cells.Count);
        Assert.Contains(sampled.Factors, static factor => factor.Name == "fighter/rcs" && factor.IsUncertain);
        Assert.Equal(5, sampled.Cells.Select(static cell => cell.Seed).Distinct().Count());
        var corners = SmallStudy.Plan(SmallStudy.Text + "\nuncertainty: corners\nfigures: [fighter/rcs]");
        var rcs = corners.Factors.ToList().FindIndex(static factor => factor.Name == "fighter/rcs");
        Assert.Equal(3, corners.Cells.Where(static cell => cell.Point == 0).Select(cell => cell.Values[rcs]).Distinct().Count());
    }

    [Fact]
    public void The_rounds_that_a_batterys_launchers_bear_are_figures_it_rests_on()
    {
        // The S-400 battery names its rounds in the load of its launchers only.
        var scenario = SmallStudy.Scenario.Replace("s-300-pmu-1", "s-400-battery", StringComparison.Ordinal);
        var text = SmallStudy.Text + "\nuncertainty: sample\nsamples: 2\nfigures: [48n6e3/reliability, 9m96e2/kill-probability, 40n6e/reliability]";
        StudyPlan Plan(Bulwark.Simulation.Catalogue.CatalogueStore catalogue)
        {
            var reading = StudyReader.CheckText(text, "small.yaml", scenario, catalogue);
            Assert.Empty(reading.Problems);
            return StudyPlanner.Plan(reading.Study!, catalogue);
        }

        var plan = Plan(SmallStudy.Catalogue);

        // A whole name is that figure alone: not the kill-probability of cruise missiles.
        Assert.Equal(["40n6e/reliability", "48n6e3/reliability", "9m96e2/kill-probability"], plan.Factors.Where(static factor => factor.IsUncertain).Select(static factor => factor.Name).Order(StringComparer.Ordinal));
        Assert.NotEqual(plan.Hash, Plan(SmallStudy.Catalogue.WithFigure("9m96e2", "time-constant", 0.2)).Hash);
    }

    [Fact]
    public void Only_what_decides_results_changes_the_fingerprint()
    {
        var hash = SmallStudy.Plan().Hash;
        Assert.Equal(hash, SmallStudy.Plan(SmallStudy.Text.Replace("replications: 6", "replications: 600 # more", StringComparison.Ordinal).Replace("title: Small", "title: Other", StringComparison.Ordinal)).Hash);
        Assert.NotEqual(hash, SmallStudy.Plan(SmallStudy.Text.Replace("seed: 5", "seed: 6", StringComparison.Ordinal)).Hash);
        var catalogue = SmallStudy.Catalogue.WithFigure("48n6e", "reliability", 0.5);
        Assert.NotEqual(hash, StudyPlanner.Plan(StudyReader.CheckText(SmallStudy.Text, "small.yaml", SmallStudy.Scenario, catalogue).Study!, catalogue).Hash);
    }
}
