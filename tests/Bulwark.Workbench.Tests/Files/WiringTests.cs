using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Who commands whom: stated, by range, and what one command means in a run.</summary>
public sealed class WiringTests
{
    private const string Text = """
        bulwark: scenario/1
        title: Wired
        duration: 6 min
        terrain: none
        command: auto
        assets:
          - {id: port, at: "40.00 N, 26.00 E", radius: 1 km}
        batteries:
          - {id: big, use: s-300-pmu-1, at: "40.05 N, 26.00 E", facing: 270 deg}
          - {id: small, use: tor-m1, at: "40.00 N, 25.98 E", facing: 270 deg}
          - {id: far, use: tor-m1, at: "41.00 N, 26.00 E", facing: 270 deg}
        surveillance:
          - {id: watch, use: nato-surveillance, at: "40.10 N, 26.10 E", ground: 200 m}
        groups:
          - {id: raid, use: cruise-missile, count: 4, formation: line, objective: port, route: [{at: "40.0 N, 25.0 E", height: 50 m}, {at: "40.0 N, 26.0 E"}]}

        """;

    [Fact]
    public void Units_come_under_the_nearest_command_post_whose_rounds_reach_farther()
    {
        var scenario = ScenarioReader.ReadText(Text, "x.yaml", Repository.Catalogue);
        Assert.Equal([("big", null), ("small", "big"), ("far", null), ("watch", "big")], scenario.Wiring.Select(link => (link.Unit, link.Superior)));
        Assert.Equal(["big", "far"], scenario.Batteries.Select(battery => battery.Id));
        Assert.Empty(scenario.Surveillance);
        var command = scenario.Batteries[0];
        Assert.Equal(["64n6e", "small.vehicle-1.tor-m1-acquisition", "small.vehicle-2.tor-m1-acquisition", "small.vehicle-3.tor-m1-acquisition", "small.vehicle-4.tor-m1-acquisition", "watch"], command.Radars.Select(radar => radar.Id));
        Assert.Equal(["", "small.vehicle-1", "small.vehicle-2", "small.vehicle-3", "small.vehicle-4"], command.FireUnits.Select(unit => unit.Id));
        // Channels stay with the radars they are of: 6 and 12 of the larger battery, 2 and 4 of each vehicle.
        Assert.Equal([(6, 12), (2, 4), (2, 4), (2, 4), (2, 4)], command.FireUnits.Select(unit => (unit.Limits!.Targets, unit.Limits.Missiles)));
        Assert.Equal((100, int.MaxValue), (command.Limits.Tracks, command.Limits.Targets));
        Assert.Equal(["big", "small"], command.Caps.Select(cap => cap.Id));
        Assert.All(command.FireUnits.Skip(1), unit => Assert.Equal(40.00, double.RadiansToDegrees(unit.Position!.Value.LatitudeRad), 9));
    }

    [Fact]
    public void What_the_file_states_goes_before_range()
    {
        var text = Text.Replace("use: tor-m1, at: \"40.00", "superior: none, use: tor-m1, at: \"40.00", StringComparison.Ordinal).Replace("use: tor-m1, at: \"41.00", "superior: big, use: tor-m1, at: \"41.00", StringComparison.Ordinal);
        var scenario = ScenarioReader.ReadText(text, "x.yaml", Repository.Catalogue);
        Assert.Equal([("big", null), ("small", null), ("far", "big"), ("watch", "big")], scenario.Wiring.Select(link => (link.Unit, link.Superior)));
        var stated = ScenarioReader.ReadText(Text.Replace("command: auto\n", "", StringComparison.Ordinal), "x.yaml", Repository.Catalogue);
        Assert.All(stated.Wiring, link => Assert.Null(link.Superior));
        Assert.Equal(3, stated.Batteries.Count);
        var near = ScenarioReader.ReadText(Text.Replace("command: auto\n", "command: auto\ncommand-reach: 8 km\n", StringComparison.Ordinal), "x.yaml", Repository.Catalogue);
        Assert.Equal(["small"], near.Wiring.Where(link => link.Superior is not null).Select(link => link.Unit));
    }

    [Fact]
    public void One_command_shares_the_targets_out_and_wastes_fewer_rounds()
    {
        var apart = Rounds(Text.Replace("command: auto\n", "", StringComparison.Ordinal));
        var together = Rounds(Text);
        // Two batteries that do not know of each other both fire at the same missiles.
        Assert.InRange(apart, 1, 4);
        Assert.Equal(0, together);

        static int Rounds(string text)
        {
            var result = Simulator.Run(ScenarioReader.ReadText(text, "x.yaml", Repository.Catalogue), new RunOptions { Threads = 1 });
            var batteries = new Dictionary<int, HashSet<int>>();
            foreach (var row in result.Recorder.Events<EngagementStarted>())
            {
                if (!batteries.TryGetValue(row.Happened.Target, out var known)) batteries[row.Happened.Target] = known = [];
                known.Add(result.Plan.FireUnits[row.Happened.Unit].Battery);
            }

            var doubles = batteries.Values.Count(static commands => commands.Count > 1);
            return doubles;
        }
    }

    [Theory]
    [InlineData("superior: bigg, use: tor-m1", "x.yaml:10:27: error: there is no battery 'bigg' to be its superior; expected 'none', or one of big, far; did you mean 'big'?")]
    [InlineData("superior: small, use: tor-m1", "x.yaml:10:27: error: commands in a circle: small under small")]
    [InlineData("superior: watch, use: tor-m1", "x.yaml:10:27: error: there is no battery 'watch' to be its superior")]
    public void Superiors_that_are_wrong(string replaced, string expected) =>
        Assert.Contains(Repository.Check(Text.Replace("use: tor-m1, at: \"40.00", replaced + ", at: \"40.00", StringComparison.Ordinal)), problem => problem.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Orders_go_to_commands() =>
        Assert.Contains(
            "x.yaml:17:5: error: 'small' is under the command of 'big' and takes no orders of its own; expected unit: big, or 'superior: none' at 'small'",
            Repository.Check(Text + "orders:\n  - {unit: small, at: 1 min, do: radars-off}\n"));

    [Fact]
    public void The_wiring_is_explained()
    {
        var check = Command.Run("check", Path.Combine(Repository.Root, "scenarios", "layered.yaml"), "--explain-wiring");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("tor-airfield   under regiment, ", check.Output, StringComparison.Ordinal);
        Assert.Contains("km away: the nearest within 40 km with a command post and rounds that reach farther", check.Output, StringComparison.Ordinal);
        Assert.Contains("regiment       on its own: ", check.Output, StringComparison.Ordinal);
        var json = Command.Run("check", Path.Combine(Repository.Root, "scenarios", "layered.yaml"), "--explain-wiring", "--json").Json();
        Assert.Equal("regiment", (string)json["wiring"]!.AsArray().Single(link => (string)link!["unit"]! == "early-warning")!["superior"]!);
    }
}
