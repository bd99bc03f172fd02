using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Exposure;
using Bulwark.Studies.Measures;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Reports;

namespace Bulwark.Workbench.Tests.Studies;

/// <summary>What reports, pictures, ledgers and measures say of command and network, held against the record.</summary>
public sealed class NetworkReportTests : IDisposable
{
    private const string Scene = """
        bulwark: scenario/1
        title: A command post
        duration: 10 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: west, name: West, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg}
          - {id: east, name: East, use: s-300-pmu-1, at: "35.45 N, 24.20 E", facing: 0 deg}
        surveillance:
          - {id: watch, name: Watch, use: nato-surveillance, at: "35.30 N, 24.30 E", ground: 800 m}
        network:
          report-period: 2 s
          command-posts:
            - {id: post, name: Post, at: "35.40 N, 24.10 E", commands: [west, east], fall-back: 20 s}
          links:
            - {from: west, to: post, delay: 200 ms, loss: 0.05}
            - {from: east, to: post, delay: 200 ms}
            - {from: watch, to: post}
        faults:
          - {at: 2 min, node: post, do: destroy}
          - {at: 5 min, node: post, do: repair}
          - {at: 1 min, link: [watch, post], do: jam, loss: 0.5}
        groups:
          - id: raid
            use: fighter
            count: 6
            abreast: 2
            spacing: 3 km
            rank-interval: 150 s
            objective: harbour
            release-range: 5 km
            route:
              - {at: "36.40 N, 24.10 E", height: 7 km, speed: 270 m/s}
              - {at: "35.49 N, 24.12 E"}
          - {id: friend, use: f-35, allegiance: friend, count: 1, route: [{at: "36.00 N, 23.60 E", height: 8 km, speed: 240 m/s}, {at: "35.90 N, 24.60 E"}]}
        """;

    private static readonly Lazy<RunResult> Made = new(static () =>
        Simulator.Run(ScenarioReader.ReadText(Scene, "post.yaml", Files.Repository.Catalogue), new RunOptions { Seed = 1, Threads = 1 }));

    private readonly TemporaryFolder _home = new();

    private static RunResult Run => Made.Value;

    public void Dispose() => _home.Dispose();

    [Fact]
    public void The_report_says_what_failed_who_fell_back_and_who_gave_how_many_orders()
    {
        var html = Written(Run);
        Assert.Contains("<h2>Command and network</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Post orders who engages what.", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>00:02:00.000</td><td>Post is destroyed</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>00:05:00.000</td><td>Post works again</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>00:01:00.000</td><td>the link between Watch and Post is jammed: 0.5 of the messages are lost</td></tr>", html, StringComparison.Ordinal);
        foreach (var battery in Run.Plan.Batteries)
        {
            var (falls, given, arrived) = (0, 0, 0);
            foreach (ref readonly var row in Run.Recorder.Events<CommandChanged>())
            {
                if (row.Happened.Battery != battery.Index || row.Happened.Mode != CommandMode.Autonomous) continue;
                falls++;
                Assert.Contains($"<tr><td>{row.Time}</td><td>{battery.Battery.Name} has heard nothing from Post for {row.Happened.SilentS:0} s and fights on its own</td></tr>", html, StringComparison.Ordinal);
            }

            foreach (ref readonly var row in Run.Recorder.Events<FireOrdered>()) given += row.Happened.Battery == battery.Index ? 1 : 0;
            foreach (ref readonly var row in Run.Recorder.Events<CommandMessageEnded>()) arrived += row.Happened.Kind == MessageKind.FireOrder && row.Happened.To == battery.Index && row.Happened.Fate == MessageFate.Delivered ? 1 : 0;
            Assert.Equal(1, falls);
            var line = Line(html, $"<tr><td>{battery.Battery.Name}</td><td>Post</td>");
            Assert.StartsWith($"<tr><td>{battery.Battery.Name}</td><td>Post</td><td class=\"number\">{given}</td><td class=\"number\">{arrived}</td>", line, StringComparison.Ordinal);

            // From the end of its patience, 20 s after the post's last word, until the post is heard again; a review more at either end.
            Assert.Matches("<td class=\"number\">00:02:3[5-9]</td><td class=\"number\">1</td>|<td class=\"number\">00:02:4[0-4]</td><td class=\"number\">1</td>", line);
        }
    }

    [Fact]
    public void Messages_add_up_to_those_recorded()
    {
        var html = Written(Run);
        var (from, to) = (2, 3);
        var (ended, arrived, lost, noWay) = (0, 0, 0, 0);
        foreach (ref readonly var row in Run.Recorder.Events<MessageEnded>())
        {
            if (row.Happened.From != from || row.Happened.To != to) continue;
            ended++;
            arrived += row.Happened.Fate == MessageFate.Delivered ? 1 : 0;
            lost += row.Happened.Fate == MessageFate.Lost ? 1 : 0;
            noWay += row.Happened.Fate == MessageFate.NoRoute ? 1 : 0;
        }

        Assert.True(arrived > 0 && lost > 0 && noWay > 0, $"{arrived} {lost} {noWay}");
        Assert.Contains($"<tr><td>Watch</td><td>Post</td><td class=\"number\">{ended}</td><td class=\"number\">0</td><td class=\"number\">{arrived}</td><td class=\"number\">{lost}</td><td class=\"number\">{noWay}</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_has_a_bar_for_every_state_of_what_changed()
    {
        var svg = RunPictures.Draw(Run).Single(static picture => picture.FileName == "network.svg").Svg;
        Assert.Contains("Post: destroyed, cut or without power, 00:02:00.000 to 00:05:00.000", svg, StringComparison.Ordinal);
        Assert.Contains("Watch – Post: jammed or overloaded, 00:01:00.000 to ", svg, StringComparison.Ordinal);
        foreach (var battery in Run.Plan.Batteries) Assert.Equal(1, Count(svg, $"who leads {battery.Battery.Name}: battery on its own"));
    }

    [Fact]
    public void A_run_without_a_network_says_nothing_of_one()
    {
        var scenario = Run.Plan.Scenario with { Network = null, Faults = [] };
        var alone = Simulator.Run(scenario, new RunOptions { Seed = 1, Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Command and network", Written(alone), StringComparison.Ordinal);
        Assert.DoesNotContain(RunPictures.Draw(alone), static picture => picture.FileName == "network.svg");
    }

    [Fact]
    public void The_ledger_of_a_unit_has_its_orders_and_its_falling_back_and_that_of_the_post_has_those_of_all()
    {
        var (orders, all) = (0, Run.Recorder.Events<FireOrdered>().Length);
        foreach (ref readonly var row in Run.Recorder.Events<FireOrdered>()) orders += row.Happened.Battery == 0 ? 1 : 0;
        var west = UnitLedger.Of(Run, "west");
        Assert.Equal(orders, west.Count(static entry => entry.Text.StartsWith("Post orders West to engage", StringComparison.Ordinal)));
        Assert.Equal(["Post is destroyed", "Post works again"], west.Where(static entry => entry.Text.StartsWith("Post ", StringComparison.Ordinal) && entry.Link == "network").Select(static entry => entry.Text));
        Assert.Single(west, static entry => entry.Text.Contains("fights on its own", StringComparison.Ordinal));
        Assert.Single(west, static entry => entry.Text == "West hears from Post again and obeys it");
        Assert.Equal(all, UnitLedger.Of(Run, "post").Count(static entry => entry.Text.StartsWith("Post orders ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Measures_of_the_network_are_what_the_record_says()
    {
        var (seen, first) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        foreach (ref readonly var row in Run.Recorder.Events<PlotMade>()) seen.TryAdd(row.Happened.Target, row.Time.TotalS);
        foreach (ref readonly var row in Run.Recorder.Events<MissileLaunched>())
        {
            if (row.Happened.Target is >= 0 and < 6) first.TryAdd(row.Happened.Target, row.Time.TotalS);
        }

        Assert.NotEmpty(first);
        Assert.Equal(first.Average(pair => pair.Value - seen[pair.Key]), Value("seen_to_launch_s"), 1e-9);
        Assert.Equal(Run.Summary.DoubleEngagements, Value("double_engagements"));
        Assert.Equal(ExposureIndex.Of(Run).Where(static line => line.Searches).Sum(static line => line.DwellS), Value("friend_dwell_s"));
        Assert.True(Value("friend_dwell_s") > 0);
    }

    [Fact]
    public void On_Crete_every_battery_falls_back_after_the_post_is_lost_and_its_ledger_shows_it_fighting_on()
    {
        var crete = StudyRuns.Run(StudyRuns.Load("crete-greece"));
        foreach (var battery in crete.Plan.Batteries)
        {
            var ledger = UnitLedger.Of(crete, battery.Battery.Id);
            var lost = Assert.Single(ledger, static entry => entry.Text == "Command post is destroyed").Time.TotalS;
            var alone = Assert.Single(ledger, static entry => entry.Text.EndsWith("and fights on its own", StringComparison.Ordinal)).Time.TotalS;
            Assert.Equal(720, lost);

            // Half a minute after the post's last word, which is one period of 4 s old at most, at a review of every two seconds.
            Assert.InRange(alone, 746, 752);
            Assert.DoesNotContain(ledger, entry => entry.Link == "orders" && entry.Time.TotalS > 725);

            // The others may have no round ready when the second wave comes.
            if (battery.Battery.Id == "tor") Assert.Contains(ledger, entry => entry.Link == "fires" && entry.Time.TotalS > alone);
        }
    }

    private static double Value(string measure) => BuiltInMeasures.Value(BuiltInMeasures.All.Select(static (one, index) => (one.Name, index)).First(pair => pair.Name == measure).index)(Run);

    private static string Line(string html, string start)
    {
        var from = html.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, start);
        return html[from..html.IndexOf('\n', from)];
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    private string Written(RunResult result)
    {
        RunReport.Write(result, _home.Under("report.html"));
        return File.ReadAllText(_home.Under("report.html"));
    }
}
