using Bulwark.Core.Earth;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Raids, formations and orders: what the reader makes of them, and what is drawn.</summary>
public sealed class RaidTests
{
    private const string Text = """
        bulwark: scenario/1
        title: Waves
        duration: 40 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
          - {id: airfield, at: "35.53 N, 24.15 E"}
        surveillance:
          - {id: watch, use: 64n6e, set: {deploy-time: 5 min, road-speed: 60 km/h}, at: "35.5 N, 24.1 E"}
        raids:
          - id: storm
            objective: [harbour, airfield]
            directions: [330 deg, 30 deg]
            direction-spread: 10 deg
            distance: 200 km
            start-area: 15 km
            start: 1 min
            start-spread: 30 s
            waves: 3
            wave-interval: 5 min
            elements:
              - {use: fighter, count: 5, formation: wedge, spacing: 2 km, height: 8 km}
              - {use: cruise-missile, count: 6, formation: scattered, spacing: 1 km, delay: 2 min, distance: 150 km, directions: 0 deg}

        """;

    [Fact]
    public void Waves_come_from_their_directions_within_the_stated_bounds()
    {
        var scenario = ScenarioReader.ReadText(Text, "x.yaml", Repository.Catalogue);
        var targets = RunPlanner.Plan(scenario, new RunOptions()).Targets;
        Assert.Equal(3 * ((2 * 5) + 6), targets.Length);
        Assert.Equal("storm-1-fighter-1-01", targets[0].Id);
        Assert.Contains(targets, target => target.Id == "storm-3-cruise-missile-06");
        var spreads = new HashSet<double>();
        foreach (var group in targets.Select(target => target.Group).DistinctBy(group => group.Id))
        {
            var isFighter = group.Class.Id == "fighter";
            var objective = scenario.Assets.Single(asset => asset.Id == group.Objective);
            Assert.Equal(group.Id.EndsWith("-2", StringComparison.Ordinal) ? "airfield" : "harbour", group.Objective);
            var back = Geodesic.Inverse(objective.Position.WithHeight(0), group.Route[0].Position.WithHeight(0));
            Assert.InRange(back.DistanceM, (isFighter ? 200e3 : 150e3) - 15e3, (isFighter ? 200e3 : 150e3) + 15e3);
            var wanted = !isFighter ? 0 : group.Objective == "harbour" ? 330 : 30;
            var off = Math.IEEERemainder(double.RadiansToDegrees(back.AzimuthStartRad) - wanted, 360);
            Assert.InRange(Math.Abs(off), 0, 10 + 6);
            Assert.True(spreads.Add(off));
            var wave = int.Parse(group.Id.Split('-')[1]) - 1;
            var sinceWave = group.Start.TotalS - 60 - (wave * 300) - (isFighter ? 0 : 120);
            Assert.InRange(sinceWave, 0, 30);
            Assert.Equal(isFighter ? 8000 : group.Class.HeightM, group.Route[0].Position.HeightM);
        }
    }

    [Fact]
    public void Ballistic_missiles_of_a_raid_are_thrown_from_their_distance()
    {
        var scenario = ScenarioReader.Read(Repository.PathOf("scenarios", "s-500.yaml"), Repository.Catalogue);
        var target = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 }).Targets[0];
        var highest = Enumerable.Range(0, 100).Max(step => Wgs84.ToGeodetic(target.StateAt(target.AppearsAt + new Core.Timing.SimDuration((target.DepartsAt - target.AppearsAt).Nanoseconds / 100 * step)).Position).HeightM);
        Assert.InRange(highest, 100e3, 500e3);
        Assert.InRange(Geodesic.Inverse(target.Group.Route[0].Position, target.Group.Route[1].Position).DistanceM, 968e3, 1032e3);
    }

    [Fact]
    public void Each_replication_draws_anew_and_the_same_one_the_same()
    {
        var scenario = ScenarioReader.ReadText(Text, "x.yaml", Repository.Catalogue);
        var first = Places(new RunOptions());
        Assert.Equal(first, Places(new RunOptions()));
        Assert.Empty(first.Intersect(Places(new RunOptions { Replication = 1 })));
        // A further element must not move what the others drew.
        var longer = ScenarioReader.ReadText(Text + "      - {id: late, use: bomber, count: 1, delay: 4 min}\n", "x.yaml", Repository.Catalogue);
        Assert.Subset(RunPlanner.Plan(longer, new RunOptions()).Targets.Select(target => target.Group.Route[0].Position).ToHashSet(), first.ToHashSet());

        GeodeticPoint[] Places(RunOptions options) => [.. RunPlanner.Plan(scenario, options).Targets.Select(target => target.Group.Route[0].Position)];
    }

    [Theory]
    [InlineData("line", 0.0, 4000.0)]
    [InlineData("column", 8000.0, 0.0)]
    [InlineData("wedge", 4000.0, 4000.0)]
    [InlineData("box", 2000.0, 2000.0)]
    public void Formations_reach_as_far_as_their_shape(string formation, double lengthM, double halfWidthM)
    {
        var text = Repository.Example.Replace("    count: 6\n    abreast: 2\n    spacing: 2 km\n    rank-interval: 20 s\n", $"    count: 5\n    formation: {formation}\n    spacing: 2 km\n", StringComparison.Ordinal);
        var targets = RunPlanner.Plan(ScenarioReader.ReadText(text, "x.yaml", Repository.Catalogue), new RunOptions()).Targets;
        Assert.Equal(5, targets.Length);
        var group = targets[0].Group;
        var start = group.Route[0].Position;
        var behind = targets.Max(target => (target.AppearsAt - group.Start).TotalS) * group.Route[1].SpeedMPerS;
        Assert.Equal(lengthM, behind, 0.01);
        // A box of five is 3 wide and 2 deep: its width is 2 spacings either way counted from the middle, 1 each.
        var aside = targets.Max(target => Geodesic.Inverse(start.WithHeight(0), Wgs84.ToGeodetic(target.StateAt(target.AppearsAt).Position).WithHeight(0)).DistanceM);
        Assert.Equal(halfWidthM, aside, 1.0);
    }

    [Theory]
    [InlineData("objective: [harbour, airfield]", "objective: [harbour, airfeild]", "x.yaml:12:16: error: there is no asset 'airfeild'; expected one of harbour, airfield; did you mean 'airfield'?")]
    [InlineData("    directions: [330 deg, 30 deg]\n", "", "x.yaml:21:9: error: the key 'directions' is missing, here and in the raid")]
    [InlineData("    distance: 200 km\n", "", "x.yaml:21:9: error: the key 'distance' is missing, here and in the raid")]
    [InlineData("waves: 3", "waves: 0", "x.yaml:19:12: error: 'waves' of 0 is out of range")]
    [InlineData("start-area: 15 km", "start-area: 250 km", "x.yaml:22:9: error: the start-area reaches the objective")]
    [InlineData("directions: 0 deg", "directions: []", "error: 'directions' has 0 items")]
    [InlineData("use: cruise-missile", "use: fighter", "x.yaml:23:9: error: two elements of the raid are called 'fighter'; expected id: a name of its own")]
    [InlineData("waves: 3", "waves: 30", "x.yaml:19:12: warning: the last wave appears after the end of the run")]
    [InlineData("count: 5", "count: 10000", "error: the raid has 60018 aircraft and missiles; expected at most 20000")]
    [InlineData("formation: wedge", "formation: wedge, abreast: 2", "error: only ranks have 'abreast' and 'rank-interval'")]
    [InlineData("use: fighter, count: 5, formation: wedge, spacing: 2 km, height: 8 km", "use: medium-range-ballistic-missile, count: 1", "'medium-range-ballistic-missile' does not reach over that distance")]
    [InlineData("use: fighter, count: 5", "use: short-range-ballistic-missile, count: 1", "'height' is not for 'short-range-ballistic-missile'")]
    [InlineData("use: fighter, count: 5, formation: wedge, spacing: 2 km, height: 8 km", "use: anti-radiation-missile, count: 1", "'anti-radiation-missile' homes on a radar and belongs to no raid")]
    [InlineData("use: fighter, count", "use: figter, count", "x.yaml:22:15: error: there is no aircraft 'figter'")]
    public void Raids_that_are_wrong(string good, string bad, string expected)
    {
        Assert.Contains(good, Text, StringComparison.Ordinal);
        Assert.Contains(Repository.Check(Text.Replace(good, bad, StringComparison.Ordinal)), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Orders_are_read_with_their_units_times_and_conditions()
    {
        var scenario = ScenarioReader.ReadText(
            Text + """
                orders:
                  - {unit: watch, at: 12 min, do: move, to: "35.6 N, 24.2 E", ground: 80 m, facing: 90 deg}
                  - {unit: [watch], when: first-track, of: watch, delay: 30 s, do: radars-off}

                """,
            "x.yaml",
            Repository.Catalogue);
        Assert.Equal(2, scenario.Orders.Count);
        var (move, silence) = (scenario.Orders[0], scenario.Orders[1]);
        Assert.Equal((OrderAction.Move, 720.0, OrderCondition.None, 80.0), (move.Action, move.At!.Value.TotalS, move.When, move.To!.Value.HeightM));
        Assert.Equal((OrderAction.RadarsOff, null, OrderCondition.FirstTrack, "watch", 30.0), (silence.Action, silence.At, silence.When, silence.WhenOf, silence.Delay.TotalS));
    }

    [Fact]
    public void An_order_to_move_what_nobody_knows_how_to_move_is_told() =>
        Assert.Contains(
            Repository.Check(Text.Replace("use: 64n6e, set: {deploy-time: 5 min, road-speed: 60 km/h}", "use: nato-surveillance", StringComparison.Ordinal) + "orders:\n  - {unit: watch, at: 1 min, do: hide}\n"),
            problem => problem.StartsWith("x.yaml:25:5: error: nothing says how 'watch' moves", StringComparison.Ordinal));

    [Theory]
    [InlineData("{unit: wacht, at: 1 min, do: hide}", "x.yaml:25:12: error: there is no battery or radar 'wacht'; expected one of watch; did you mean 'watch'?")]
    [InlineData("{unit: watch, do: hide}", "x.yaml:25:5: error: the order has neither 'at' nor 'when'")]
    [InlineData("{unit: watch, at: 1 min, when: first-track, do: hide}", "x.yaml:25:5: error: the order has both 'at' and 'when'")]
    [InlineData("{unit: watch, at: 1 min, do: move}", "x.yaml:25:34: error: the order to move says not where")]
    [InlineData("{unit: watch, at: 1 min, do: hide, to: \"35 N, 24 E\"}", "x.yaml:25:44: error: 'to' belongs to an order to move")]
    [InlineData("{unit: watch, at: 1 min, of: watch, do: hide}", "x.yaml:25:34: error: an 'of' without a 'when'")]
    [InlineData("{unit: watch, at: 50 min, do: hide}", "x.yaml:25:23: warning: the order is given after the end of the run")]
    [InlineData("{unit: watch, at: 5 min, do: hyde}", "x.yaml:25:34: error: 'hyde' is not a valid 'do'; expected one of move, hide")]
    public void Orders_that_are_wrong(string order, string expected) =>
        Assert.Contains(Repository.Check(Text + "orders:\n  - " + order + "\n"), problem => problem.StartsWith(expected, StringComparison.Ordinal));
}
