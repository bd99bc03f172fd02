using Bulwark.Core.Earth;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Ways to move in scenario files: what is read, what is flown, and what is wrong.</summary>
public sealed class MotionProblemTests
{
    private const string Ballistic = "{id: scud, use: short-range-ballistic-missile, from: \"33.0 N, 27.0 E\", objective: port, apogee: 60 km, count: 2, formation: line, spacing: 500 m}";
    private const string Cruise = "{id: low, use: cruise-missile, clearance: 50 m, objective: port, release-range: 0 m, route: [{at: \"34.2 N, 25.2 E\"}, {at: \"35.34 N, 25.13 E\"}]}";
    private const string Orbit = "{id: orbit, use: stand-off-jammer, route: [{at: \"33.9 N, 24.0 E\"}, {at: \"33.9 N, 25.0 E\", hold-for: 15 min, hold-leg: 40 km}, {at: \"33.9 N, 24.0 E\"}]}";

    [Fact]
    public void Every_way_to_move_is_planned_as_the_file_says()
    {
        var plan = RunPlanner.Plan(ScenarioReader.ReadText(Text(Ballistic, Cruise, Orbit), "x.yaml", Repository.Catalogue), new RunOptions { Threads = 1 });
        Assert.Equal(4, plan.Targets.Length);
        var port = Wgs84.ToEcef(GeodeticPoint.FromDegrees(35.34, 25.13));
        var apogeeM = 0.0;
        foreach (var target in plan.Targets.Take(2))
        {
            var end = target.StateAt(target.DepartsAt);
            Assert.InRange(end.Position.DistanceTo(port), 200, 300);
            Assert.InRange(end.Velocity.Length, 1000, 2000);
            foreach (var segment in target.Segments) apogeeM = Math.Max(apogeeM, Wgs84.ToGeodetic(segment.Position(segment.End)).HeightM);
        }

        Assert.InRange(apogeeM, 59_500, 60_100);
        Assert.Equal(50, Wgs84.ToGeodetic(plan.Targets[2].StateAt(plan.Targets[2].DepartsAt).Position).HeightM, 0.1);
        var away = (plan.Targets[3].DepartsAt - plan.Targets[3].AppearsAt).TotalS;
        Assert.InRange(away, 1600, 2000);
    }

    [Theory]
    [InlineData(Ballistic, "33.0 N", "20.0 N", "'short-range-ballistic-missile' does not reach over 1710 km; expected a distance from 50 km to 500 km between launcher and aim point")]
    [InlineData(Ballistic, "apogee: 60 km", "apogee: 8 km", "No ballistic flight over 311.6 km with an apogee of 8 km was found")]
    [InlineData(Ballistic, "objective: port, ", "", "'short-range-ballistic-missile' has nothing to be thrown at; expected aim: a position, or objective: the id of an asset")]
    [InlineData(Ballistic, "from: \"33.0 N, 27.0 E\", ", "", "the key 'from' is missing; expected from: where it is launched")]
    [InlineData(Ballistic, "apogee: 60 km", "route: [{at: \"34.2 N, 25.2 E\"}, {at: \"35.34 N, 25.13 E\"}]", "'route' is not for 'short-range-ballistic-missile'")]
    [InlineData(Ballistic, "apogee: 60 km", "apogee: 60 kg", "'60 kg' is a mass, not a length")]
    [InlineData(Cruise, "clearance: 50 m", "clearance: -50 m", "'clearance' of '-50 m' is out of range; expected a length from 5 m to 5 km")]
    [InlineData(Cruise, "{at: \"34.2 N, 25.2 E\"}", "{at: \"34.2 N, 25.2 E\", height: 60 m}", "a group that follows the ground has no heights above the sea")]
    [InlineData(Cruise, "clearance: 50 m", "from: \"33.0 N, 27.0 E\"", "'from' is not for 'cruise-missile'")]
    [InlineData(Cruise, "route: [{at: \"34.2 N, 25.2 E\"}, {at: \"35.34 N, 25.13 E\"}]", "count: 1", "the key 'route' is missing")]
    [InlineData(Orbit, "hold-for: 15 min, ", "", "'hold-leg' without 'hold-for'; expected hold-for: how long")]
    [InlineData(Orbit, "hold-for: 15 min", "hold-for: 15 km", "'15 km' is a length, not a time")]
    public void A_group_that_cannot_move_so(string group, string good, string bad, string expected)
    {
        Assert.Contains(good, group, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Check(Text(group)), static problem => problem.Contains("error", StringComparison.Ordinal));
        var problems = Repository.Check(Text(group.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.StartsWith("x.yaml:9:", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  burn-time:", "  #", "the figure 'burn-time' is missing; expected burn-time, which motion 'ballistic' needs")]
    [InlineData("  span:", "  turn-load: {value: 2 g, reasoning: guessed}\n  span:", "'turn-load' is not a figure of motion 'ballistic'")]
    [InlineData("    value: ballistic", "    value: balistic", "did you mean 'ballistic'?")]
    [InlineData("  minimum-range:\n    value: 50 km", "  minimum-range:\n    value: 600 km", "'minimum-range' is not below 'maximum-range'")]
    public void A_ballistic_class_that_is_wrong(string good, string bad, string expected)
    {
        var whole = File.ReadAllText(Repository.PathOf("catalogue", "aircraft", "short-range-ballistic-missile.yaml"));
        var text = whole.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(whole, text);
        var problems = Repository.Catch(() => CatalogueStore.LoadTexts([("short-range-ballistic-missile.yaml", text)]));
        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    private static string Text(params string[] groups) => $$"""
        bulwark: scenario/1
        title: Motion
        terrain: none
        duration: 40 min
        assets:
          - {id: port, at: "35.34 N, 25.13 E", radius: 3 km}
        surveillance: [{id: eye, use: s-surveillance, at: "35.3 N, 25.1 E"}]
        groups:
          - {{string.Join("\n          - ", groups)}}

        """.ReplaceLineEndings("\n").Replace("\n          - ", "\n  - ", StringComparison.Ordinal);
}
