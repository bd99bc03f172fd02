using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Batteries that obey a command post, what they do when it is lost, and what else fails and is repaired.</summary>
public class CommandPostTests
{
    private const string Scene = """
        bulwark: scenario/1
        title: A command post
        duration: 12 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg}
          - {id: east, use: s-300-pmu-1, at: "35.45 N, 24.20 E", facing: 0 deg}
        surveillance:
          - {id: watch, use: nato-surveillance, at: "35.30 N, 24.30 E", ground: 800 m}
        network:
          report-period: 2 s
          relays: [hill]
          command-posts:
            - {id: post, at: "35.40 N, 24.10 E", commands: [west, east], fall-back: 20 s}
          power:
            - {id: generator, feeds: [watch, east], backup: 30 s}
          links:
            - {from: west, to: post, delay: 200 ms}
            - {from: east, to: post, delay: 200 ms}
            - {from: watch, to: hill}
            - {from: hill, to: post}
        faults: []
        groups:
          - id: raid
            use: fighter
            count: 8
            abreast: 2
            spacing: 3 km
            rank-interval: 40 s
            objective: harbour
            release-range: 5 km
            route:
              - {at: "36.70 N, 24.10 E", height: 7 km, speed: 270 m/s}
              - {at: "35.49 N, 24.12 E"}
        """;

    [Fact]
    public void Commanded_batteries_engage_only_what_they_were_ordered_to()
    {
        var result = Run(Scene, 1);
        var engagements = 0;
        foreach (ref readonly var started in result.Recorder.Events<EngagementStarted>())
        {
            engagements++;
            var battery = result.Plan.FireUnits[started.Happened.Unit].Battery;
            Assert.True(Arrived(result, battery, started.Time) > 0, $"engagement {started.Happened.Engagement} at {started.Time}");
        }

        Assert.True(engagements >= 6, $"{engagements}");
        // The post keeps them apart, but where tracks of neighbours are mistaken for each other.
        Assert.InRange(result.Summary.DoubleEngagements, 0, 1);
        var without = Run(Scene.Replace("report-period: 2 s", "report-period: 2 s, coordination: uncoordinated".Replace(", ", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal), 1);
        Assert.True(without.Summary.DoubleEngagements >= 4, $"{without.Summary.DoubleEngagements}");
        Assert.Equal(0, result.Recorder.Events<CommandChanged>().Length);
    }

    [Fact]
    public void A_battery_whose_post_is_destroyed_fights_on_its_own_after_its_patience_and_obeys_again_when_it_is_repaired()
    {
        var result = Run(Faults("{at: 120 s, node: post, do: destroy}", "{at: 5 min, node: post, do: repair}"), 1);
        var modes = new List<(int Battery, CommandMode Mode, double TimeS)>();
        foreach (ref readonly var row in result.Recorder.Events<CommandChanged>())
        {
            modes.Add((row.Happened.Battery, row.Happened.Mode, row.Time.TotalS));
            if (row.Happened.Mode == CommandMode.Autonomous) Assert.InRange(row.Happened.SilentS, 20, 22.5);
        }

        Assert.Equal([(0, CommandMode.Autonomous), (1, CommandMode.Autonomous), (0, CommandMode.Commanded), (1, CommandMode.Commanded)], modes.Select(static mode => (mode.Battery, mode.Mode)));
        Assert.All(modes.Take(2), static mode => Assert.InRange(mode.TimeS, 138, 142.5));
        Assert.All(modes.Skip(2), static mode => Assert.InRange(mode.TimeS, 300, 305));
        var alone = 0;
        foreach (ref readonly var started in result.Recorder.Events<EngagementStarted>()) alone += started.Time.TotalS is > 138 and < 300 ? 1 : 0;
        Assert.True(alone > 0, "nobody fought on");
        var target = result.Plan.Targets[0].Id;
        var ledger = string.Join('\n', Ledger.Of(result, target).Select(static entry => entry.Text));
        Assert.Contains("post is destroyed", ledger, StringComparison.Ordinal);
        Assert.Contains("has heard nothing from post for", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fall_back_in_time_nobody_is_engaged_and_the_cause_says_so()
    {
        var result = Run(Faults("{at: 0 s, node: post, do: destroy}").Replace("fall-back: 20 s", "fall-back: 1 h", StringComparison.Ordinal), 1);
        Assert.Equal(0, result.Recorder.Events<EngagementStarted>().Length);
        Assert.Equal(8, result.Summary.Targets.Leaked);
        Assert.Equal(8, result.Summary.LossesByCause[LossCause.NotOrdered]);
    }

    [Fact]
    public void Attackers_that_reach_the_post_destroy_it()
    {
        var raid = Scene.Replace("objective: harbour", "objective: post", StringComparison.Ordinal).Replace("35.49 N, 24.12 E\"}", "35.40 N, 24.10 E\"}", StringComparison.Ordinal)
            .Replace("west, use: s-300-pmu-1,", "west, use: s-300-pmu-1, doctrine: {rules: hold},", StringComparison.Ordinal).Replace("east, use: s-300-pmu-1,", "east, use: s-300-pmu-1, doctrine: {rules: hold},", StringComparison.Ordinal);
        var result = Run(raid.Replace("fall-back: 20 s", "withstands: 3", StringComparison.Ordinal), 1);
        var arrivals = new List<SimTime>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>())
        {
            if (row.Happened.Reason == DepartureReason.ReachedObjective) arrivals.Add(row.Time);
        }

        var lost = result.Recorder.Events<NodeChanged>();
        Assert.Equal(1, lost.Length);
        Assert.Equal(3, lost[0].Happened.Node);
        Assert.Equal(arrivals[2], lost[0].Time);
    }

    [Fact]
    public void What_loses_its_power_is_dark_until_it_runs_on_its_own()
    {
        var result = Run(Faults("{at: 60 s, node: generator, do: destroy}"), 1);
        var dark = new List<(int Node, bool Works, double TimeS)>();
        foreach (ref readonly var row in result.Recorder.Events<NodeChanged>()) dark.Add((row.Happened.Node, row.Happened.Works, row.Time.TotalS));
        Assert.Equal([(2, false, 60), (1, false, 60), (2, true, 90), (1, true, 90)], dark);
        foreach (ref readonly var row in result.Recorder.Events<PlotMade>())
        {
            if (result.Plan.Nodes[row.Happened.Node].Picture is 1 or 2) Assert.False(row.Time.TotalS is > 60 and < 90, $"{row.Time}");
        }
    }

    [Fact]
    public void A_destroyed_radar_sees_nothing_until_it_is_repaired_and_its_node_tells_nothing()
    {
        var result = Run(Faults("{at: 60 s, node: watch, do: destroy}", "{at: 100 s, node: watch, do: repair}"), 1);
        var (before, after) = (0, 0);
        foreach (ref readonly var row in result.Recorder.Events<PlotMade>())
        {
            if (result.Plan.Nodes[row.Happened.Node].Picture != 2) continue;
            Assert.False(row.Time.TotalS is > 60 and < 100, $"{row.Time}");
            before += row.Time.TotalS <= 60 ? 1 : 0;
            after += row.Time.TotalS >= 100 ? 1 : 0;
        }

        Assert.True(before > 0 && after > 0, $"{before} before, {after} after");
        foreach (ref readonly var row in result.Recorder.Events<MessageEnded>())
        {
            if (row.Happened.From == 2) Assert.False(row.Time.TotalS is > 60.5 and < 100, $"{row.Time}");
        }
    }

    [Theory]
    [InlineData("{at: 30 s, link: [hill, watch], do: jam, loss: 1}", MessageFate.Lost)]
    [InlineData("{at: 30 s, link: [watch, hill], do: destroy}", MessageFate.NoRoute)]
    [InlineData("{at: 30 s, node: hill, do: destroy}", MessageFate.NoRoute)]
    public void Links_and_relays_fail_and_are_repaired(string fault, MessageFate expected)
    {
        var repair = fault.Contains("link", StringComparison.Ordinal) ? "{at: 60 s, link: [watch, hill], do: repair}" : "{at: 60 s, node: hill, do: repair}";
        var result = Run(Faults(fault, repair), 1);
        var (failed, came) = (0, 0);
        foreach (ref readonly var row in result.Recorder.Events<MessageEnded>())
        {
            if (row.Happened.From != 2) continue;
            if (row.Time.TotalS is > 30 and < 60)
            {
                Assert.Equal(expected, row.Happened.Fate);
                failed++;
            }
            else if (row.Time.TotalS > 60)
            {
                Assert.Equal(MessageFate.Delivered, row.Happened.Fate);
                came++;
            }
        }

        Assert.True(failed > 0 && came > 0, $"{failed} failed, {came} came");
    }

    [Fact]
    public void An_overloaded_link_delays_and_then_drops()
    {
        var narrow = Scene.Replace("{from: hill, to: post}", "{from: hill, to: post, bits-per-second: 20000, waiting: 30}", StringComparison.Ordinal);
        var result = Run(narrow.Replace("faults: []", "faults: [{at: 60 s, link: [hill, post], do: overload, capacity: 0.005}]", StringComparison.Ordinal), 1);
        var overloaded = 0;
        foreach (ref readonly var row in result.Recorder.Events<MessageEnded>())
        {
            if (row.Happened.Fate == MessageFate.Delivered && row.Happened.From == 2 && row.Time.TotalS > 70) Assert.True(row.Happened.AgeS > 2, $"{row.Happened.AgeS}");
            if (row.Happened.Fate != MessageFate.Overloaded) continue;
            overloaded++;
            Assert.True(row.Time.TotalS > 60);
        }

        Assert.True(overloaded > 0);
    }

    [Fact]
    public void A_branch_with_orders_under_way_is_the_same_run()
    {
        var scenario = Read(Faults("{at: 120 s, node: post, do: destroy}"));
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var whole = new Simulator(plan);
        whole.RunUntil(plan.End, TestContext.Current.CancellationToken);
        foreach (var cutS in (double[])[100, 130])
        {
            var first = new Simulator(plan);
            first.RunUntil(SimTime.FromSeconds(cutS), TestContext.Current.CancellationToken);
            var second = first.Snapshot().Continue();
            second.RunUntil(plan.End, TestContext.Current.CancellationToken);
            Assert.Equal(whole.Result().Summary.Hash, second.Result().Summary.Hash);
        }
    }

    [Fact]
    public void A_merged_command_takes_part_in_the_network_and_its_parts_fail_one_by_one()
    {
        var merged = Scene.Replace("{id: east, use: s-300-pmu-1,", "{id: east, use: s-300-pmu-1, superior: west,", StringComparison.Ordinal)
            .Replace("commands: [west, east]", "commands: [west]", StringComparison.Ordinal).Replace("feeds: [watch, east]", "feeds: [watch]", StringComparison.Ordinal)
            .Replace("    - {from: east, to: post, delay: 200 ms}\n", "", StringComparison.Ordinal)
            .Replace("faults: []", "faults: [{at: 100 s, node: east, do: destroy}]", StringComparison.Ordinal);
        var result = Run(merged, 1);
        Assert.Single(result.Plan.Batteries);
        Assert.Equal(2, result.Plan.FireUnits.Length);
        var destroyed = new List<string>();
        foreach (ref readonly var row in result.Recorder.Events<SiteChanged>())
        {
            if (row.Happened.Posture == SitePosture.Destroyed) destroyed.Add(row.Happened.Node >= 0 ? result.Plan.Nodes[row.Happened.Node].Id : result.Plan.FireUnits[row.Happened.Unit].Id);
        }

        Assert.Equal(2, destroyed.Count);
        Assert.All(destroyed, static id => Assert.Contains("east", id, StringComparison.Ordinal));
        // The command lives on, is ordered and engages.
        Assert.Equal(0, result.Recorder.Events<NodeChanged>().Length);
        var after = 0;
        foreach (ref readonly var row in result.Recorder.Events<EngagementStarted>())
        {
            if (row.Time.TotalS <= 100) continue;
            after++;
            Assert.DoesNotContain("east", result.Plan.FireUnits[row.Happened.Unit].Id, StringComparison.Ordinal);
        }

        Assert.True(after > 0);
    }

    [Fact]
    public void Crete_loses_its_post_half_way_and_the_ledger_tells_it()
    {
        var file = Path.Combine(Repository.Root, "scenarios", "crete-greece.yaml");
        Assert.InRange(File.ReadAllLines(file).Length, 1, 100);
        var scenario = ScenarioReader.Read(file, Repository.Catalogue);
        var result = Simulator.Run(scenario, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(3, result.Recorder.Events<CommandChanged>().Length);
        var told = result.Plan.Targets.Where(target => Ledger.Of(result, target.Id).Any(static entry => entry.Text.Contains("fights on its own", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(told);
        var ordered = 0;
        foreach (ref readonly var row in result.Recorder.Events<FireOrdered>())
        {
            ordered++;
            Assert.True(row.Time.TotalS <= 720);
        }

        Assert.True(ordered > 10, $"{ordered}");
        Assert.Contains("scenarios/crete-greece.yaml", File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios", "crete-greece.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commands: [west, east]", "commands: [west, eats]", "there is no battery 'eats' to command")]
    [InlineData("fall-back: 20 s", "fall-back: 0 s", "'fall-back' of '0 s' is out of range")]
    [InlineData("report-period: 2 s", "coordination: decentral", "decentral")]
    [InlineData("feeds: [watch, east]", "feeds: [watch, north]", "there is no battery, radar, command post or relay 'north'")]
    [InlineData("faults: []", "faults: [{at: 1 s, node: pots, do: destroy}]", "did you mean 'post'")]
    [InlineData("faults: []", "faults: [{at: 1 s, node: post, do: jam}]", "a node is not jammed")]
    [InlineData("faults: []", "faults: [{at: 1 s, link: [west, east], do: destroy}]", "there is no link between 'west' and 'east'")]
    [InlineData("faults: []", "faults: [{at: 1 s, do: destroy}]", "neither 'node' nor 'link'")]
    [InlineData("faults: []", "faults: [{at: 1 s, link: [hill, post], do: overload, loss: 0.5}]", "'loss' belongs to another fault")]
    public void Wrong_posts_and_faults_are_told(string right, string wrong, string message)
    {
        var reading = ScenarioReader.CheckText(Scene.Replace(right, wrong, StringComparison.Ordinal), "post.yaml", Repository.Catalogue);
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    // Orders to engage that had reached a battery in the last half minute.
    private static int Arrived(RunResult result, int battery, SimTime time)
    {
        var count = 0;
        foreach (ref readonly var row in result.Recorder.Events<CommandMessageEnded>())
        {
            if (row.Happened.Kind == MessageKind.FireOrder && row.Happened.Fate == MessageFate.Delivered && row.Happened.To == battery && row.Time <= time && (time - row.Time).TotalS <= 30) count++;
        }

        return count;
    }

    private static string Faults(params string[] faults) => Scene.Replace("faults: []", $"faults: [{string.Join(", ", faults)}]", StringComparison.Ordinal);

    private static Scenario Read(string text) => ScenarioReader.ReadText(text, "post.yaml", Repository.Catalogue);

    private static RunResult Run(string text, ulong seed) => Simulator.Run(Read(text), new RunOptions { Seed = seed, Threads = 1 }, TestContext.Current.CancellationToken);
}
