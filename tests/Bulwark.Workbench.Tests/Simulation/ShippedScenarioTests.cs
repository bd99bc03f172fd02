using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>The scenario of each system runs, and shows what its page says it teaches.</summary>
public sealed class ShippedScenarioTests
{
    [Theory]
    [InlineData("s-400", 8)]
    [InlineData("s-300p", 8)]
    [InlineData("s-500", 11)]
    [InlineData("tor-m1", 8)]
    [InlineData("osa-akm", 8)]
    public void The_system_is_fought_with(string name, int minutes)
    {
        var result = Run(name, minutes);
        Assert.True(result.Summary.Targets.Total > 0);
        Assert.NotEqual(0, result.Recorder.Events<TrackUpdated>().Length);
        Assert.NotEqual(0, result.Recorder.Events<EngagementStarted>().Length);
        // A page in docs tells what the scenario teaches.
        Assert.Contains($"scenarios/{name}.yaml", File.ReadAllText(Path.Combine(Files.Repository.Root, "docs", "scenarios", name + ".md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Patriot_that_faces_away_stops_nobody_from_the_side()
    {
        var result = Run("patriot", 11);
        var sides = new HashSet<string>();
        foreach (var row in result.Recorder.Events<MissileLaunched>())
        {
            if (row.Happened.Target >= 0) sides.Add(result.Plan.Targets[row.Happened.Target].Group.Id.Split('-')[0]);
        }

        Assert.Equal(["front"], sides);
    }

    /// <summary>A missile thrown over 300 km comes into range 16 degrees high and climbs: a fence that ends below finds it never.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData(", set: {an-mpq-65.fence-elevation: 8 deg}", false)]
    public void A_Patriot_searches_as_high_as_missiles_come(string set, bool finds)
    {
        var text = $$"""
            bulwark: scenario/1
            title: Thrown from afar
            duration: 4 min
            terrain: none
            assets: [{id: depot, at: "49.50 N, 8.50 E", radius: 2 km}]
            batteries: [{id: sector, use: patriot-pac-3, at: "49.52 N, 8.52 E", ground: 110 m, facing: 90 deg{{set}}}]
            groups: [{id: thrown, use: short-range-ballistic-missile, from: "49.50 N, 12.60 E", aim: "49.50 N, 8.50 E", objective: depot}]
            """;
        var result = Simulator.Run(ScenarioReader.ReadText(text, "x.yaml", Files.Repository.Catalogue), new RunOptions { Threads = 1 });
        Assert.Equal(finds, result.Recorder.Events<PlotMade>().ToArray().Any(static row => row.Happened.Target == 0));
        Assert.Equal(finds, result.Recorder.Events<MissileLaunched>().ToArray().Any(static row => row.Happened.Target == 0));
    }

    [Fact]
    public void A_hundred_lines_are_enough_for_two_sides_and_several_systems()
    {
        var file = Path.Combine(Files.Repository.Root, "scenarios", "layered.yaml");
        Assert.InRange(File.ReadAllLines(file).Length, 1, 100);
        var scenario = ScenarioReader.Read(file, Files.Repository.Catalogue);
        // A regiment, two point-defence batteries and a radar, against seven kinds of attackers.
        Assert.Equal(4, scenario.Wiring.Count);
        Assert.InRange(scenario.Raids.SelectMany(raid => raid.Elements).Select(element => element.Class.Id).Distinct().Count(), 6, 20);
    }

    private static RunResult Run(string name, int minutes)
    {
        var scenario = ScenarioReader.Read(Path.Combine(Files.Repository.Root, "scenarios", name + ".yaml"), Files.Repository.Catalogue);
        return Simulator.Run(scenario with { Duration = new Core.Timing.SimDuration((long)(minutes * 60e9)) }, new RunOptions { Threads = 1 });
    }
}
