using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Two batteries that share a picture although their radars are not quite aligned.</summary>
public class RegistrationRunTests
{
    private const int Seeds = 8;

    [Fact]
    public void Positions_are_better_for_it_over_seeds()
    {
        var (sum, squares, floor) = (0.0, 0.0, 0.0);
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var gainM = HorizontalRmsM(Run("0.3 deg", "off", seed)) - HorizontalRmsM(Run("0.3 deg", "on", seed));
            sum += gainM;
            squares += gainM * gainM;
            floor += HorizontalRmsM(Run("0.3 deg", "off", seed)) - HorizontalRmsM(Run("0 deg", "off", seed));
        }

        // A paired test: Student's t with seven degrees of freedom exceeds 3 once in a hundred by chance. And half of what the errors cost is saved.
        var mean = sum / Seeds;
        var standardError = Math.Sqrt((squares - (Seeds * mean * mean)) / (Seeds - 1) / Seeds);
        Assert.True(mean > 3 * standardError, $"{mean} m, standard error {standardError} m");
        Assert.True(sum > 0.5 * floor, $"{sum} of {floor} m");
    }

    [Fact]
    public void Fewer_aircraft_are_tracked_twice_where_errors_are_large()
    {
        var (without, with) = (0.0, 0.0);
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            without += Run("0.5 deg", "off", seed).Pictures.Sum(static picture => picture.Score.AmbiguityRatio - 1);
            with += Run("0.5 deg", "on", seed).Pictures.Sum(static picture => picture.Score.AmbiguityRatio - 1);
        }

        Assert.True(with < 0.5 * without, $"{with} against {without}");
    }

    [Fact]
    public void What_is_believed_of_the_errors_is_true_within_what_is_claimed()
    {
        var (squares, count) = (0.0, 0);
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var result = Run("0.3 deg", "on", seed);
            var last = new Dictionary<(int, int), RadarRegistered>();
            foreach (ref readonly var row in result.Recorder.Events<RadarRegistered>())
            {
                last[(row.Happened.Picture, row.Happened.Node)] = row.Happened;
                Assert.Equal(result.Plan.Nodes[row.Happened.Node].Bias.AzimuthRad, row.Happened.TrueAzimuthRad);
                Assert.Equal(0, row.Happened.Believed.RangeM);
            }

            Assert.Equal(4, last.Count);
            foreach (var told in last.Values)
            {
                squares += Math.Pow((told.Believed.AzimuthRad - told.TrueAzimuthRad) / told.Believed.AzimuthSigmaRad, 2);
                count++;

                // Much is learned: a third of what was stated is left at most.
                Assert.True(told.Pairs > 50 && told.Believed.AzimuthSigmaRad < double.DegreesToRadians(0.1), $"{told}");
            }
        }

        // Two pictures make much the same of the same plots: 16 independent values, whose mean square stays below 2 in 99 %.
        Assert.InRange(squares / count, 0.2, 2);
    }

    [Fact]
    public void Nothing_changes_where_no_errors_are_stated_or_it_is_off()
    {
        Assert.Equal(Run("0 deg", "off", 3).Summary.Hash, Run("0 deg", "on", 3).Summary.Hash);
        Assert.Equal(Run("0.3 deg", "on", 3).Summary.Hash, Run("0.3 deg", "on", 3).Summary.Hash);
        Assert.Equal(0, Run("0.3 deg", "off", 3).Recorder.Events<RadarRegistered>().Length);
        Assert.Equal(0, Run("0 deg", "on", 3).Recorder.Events<RadarRegistered>().Length);
    }

    [Fact]
    public void A_branch_goes_on_with_what_was_learned()
    {
        var plan = RunPlanner.Plan(Read("0.3 deg", "on"), new RunOptions { Threads = 1 });
        var whole = new Simulator(plan);
        whole.RunUntil(plan.End, TestContext.Current.CancellationToken);
        var first = new Simulator(plan);
        first.RunUntil(SimTime.FromSeconds(200), TestContext.Current.CancellationToken);
        var second = first.Snapshot().Continue();
        second.RunUntil(plan.End, TestContext.Current.CancellationToken);
        Assert.Equal(whole.Result().Summary.Hash, second.Result().Summary.Hash);
    }

    [Fact]
    public void A_post_that_only_hears_registers_the_radars_it_hears_of()
    {
        var text = Text("0.5 deg", "on")
            .Replace("  links:\n", "  coordination: decentralised\n  command-posts:\n    - {id: post, at: \"40.00 N, 32.60 E\", ground: 850 m, commands: [battery-1, battery-2]}\n  links:\n", StringComparison.Ordinal)
            .Replace("{from: battery-1, to: battery-2}", "{from: battery-1, to: post}\n    - {from: battery-2, to: post}", StringComparison.Ordinal);
        var result = Simulator.Run(ScenarioReader.ReadText(text, "two.yaml", CatalogueStore.LoadEmbedded()), new RunOptions { Seed = 1, Threads = 1 }, TestContext.Current.CancellationToken);
        var told = 0;
        foreach (ref readonly var row in result.Recorder.Events<RadarRegistered>()) told += row.Happened is { Picture: 2, Pairs: > 20 } ? 1 : 0;
        Assert.True(told > 4, $"{told}");
    }

    [Fact]
    public void A_wrong_value_is_told_by_its_place()
    {
        var reading = ScenarioReader.CheckText(Text("0.3 deg", "sometimes"), "two.yaml", CatalogueStore.LoadEmbedded());
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, static problem => problem.ToString().Contains("sometimes", StringComparison.Ordinal) && problem.ToString().Contains("on", StringComparison.Ordinal));
    }

    private static double HorizontalRmsM(RunResult result) => Math.Sqrt(result.Pictures.Average(static picture => picture.Score.HorizontalRmsM * picture.Score.HorizontalRmsM));

    private static string Text(string angleBias, string registration) =>
        File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "two-batteries.yaml"))
            .Replace("use: s-400-battery,", $"use: s-400-battery, doctrine: {{rules: hold}}, set: {{acquisition.angle-bias: {angleBias}}},", StringComparison.Ordinal)
        + $"\nnetwork:\n  sharing: integrated\n  report-period: 4 s\n  registration: {registration}\n  links:\n    - {{from: battery-1, to: battery-2}}\n";

    private static Scenario Read(string angleBias, string registration) => ScenarioReader.ReadText(Text(angleBias, registration), "two.yaml", CatalogueStore.LoadEmbedded());

    private static RunResult Run(string angleBias, string registration, ulong seed) =>
        Simulator.Run(Read(angleBias, registration), new RunOptions { Seed = seed, Threads = 1 }, TestContext.Current.CancellationToken);
}
