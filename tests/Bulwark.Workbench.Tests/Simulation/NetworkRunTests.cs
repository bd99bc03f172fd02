using System.Text;
using Bulwark.Core.Randomness;
using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>
/// Whole runs over random graphs with random faults: cutting any link or killing any node at any time never stops a run, and what each node believed is
/// consistent with what reached it.
/// </summary>
public class NetworkRunTests
{
    private const int DurationS = 240;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Whatever_fails_the_run_goes_on_and_nobody_believes_what_did_not_reach_him(int number)
    {
        var (text, faults) = Draw((uint)number);
        var scenario = ScenarioReader.ReadText(text, "random.yaml", Repository.Catalogue);
        var result = Simulator.Run(scenario, new RunOptions { Seed = (ulong)number, Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(DurationS, result.Summary.EndS);

        // Who has no radar of his own knows a track only after a report of it came: the post (picture 3) and whatever it orders.
        var heard = new Dictionary<int, HashSet<int>>();
        var visitor = new Consistency(result, heard, faults);
        result.Recorder.Replay(ref visitor);
        Assert.True(visitor.Checked > 0);
        Assert.Equal(result.Summary.Hash, Simulator.Run(scenario, new RunOptions { Seed = (ulong)number, Threads = 1 }, TestContext.Current.CancellationToken).Summary.Hash);
    }

    // A random graph over two batteries, a radar, a post and two relays, and faults of any of them at any time.
    private static (string Text, List<(double AtS, string Node, bool Works)> Faults) Draw(uint number)
    {
        var random = new RandomStream(77, 0, number, RandomPurpose.General);
        string[] nodes = ["west", "east", "watch", "post", "hill", "tower"];
        var links = new List<(string From, string To)>();
        foreach (var node in nodes.Where(static node => node != "post"))
        {
            var other = nodes[Below(ref random, nodes.Length)];
            if (other != node && !links.Contains((node, other)) && !links.Contains((other, node))) links.Add((node, other));
            if (random.NextUnit() < 0.7 && !links.Contains((node, "post"))) links.Add((node, "post"));
        }

        if (links.Count == 0) links.Add(("watch", "post"));
        var text = new StringBuilder("""
            bulwark: scenario/1
            title: Random faults
            duration: 240 s
            terrain: none
            assets:
              - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
            batteries:
              - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg}
              - {id: east, use: s-300-pmu-1, at: "35.45 N, 24.20 E", facing: 0 deg}
            surveillance:
              - {id: watch, use: nato-surveillance, at: "35.30 N, 24.30 E", ground: 800 m}
            groups:
              - {id: raid, use: fighter, count: 4, abreast: 2, spacing: 3 km, rank-interval: 20 s, objective: harbour, release-range: 5 km,
                 route: [{at: "36.20 N, 24.10 E", height: 7 km, speed: 270 m/s}, {at: "35.49 N, 24.12 E"}]}
            network:
              report-period: 3 s
              relays: [hill, tower]
              command-posts:
                - {id: post, at: "35.40 N, 24.10 E", commands: [west, east], fall-back: 15 s}
              power:
                - {id: generator, feeds: [watch, hill], backup: 20 s}
              links:

            """);
        foreach (var (from, to) in links) text.AppendLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"    - {{from: {from}, to: {to}, delay: {Below(ref random, 800)} ms, jitter: {Below(ref random, 900)} ms, loss: {random.NextUnit() * 0.2:0.000}, bits-per-second: {2000 + Below(ref random, 20000)}, waiting: {Below(ref random, 40)}}}"));
        text.AppendLine("faults:");
        var faults = new List<(double, string, bool)>();
        for (var n = 3 + Below(ref random, 8); n > 0; n--)
        {
            var at = 5 + Below(ref random, DurationS - 10);
            if (random.NextUnit() < 0.4)
            {
                var (from, to) = links[Below(ref random, links.Count)];
                string[] words = ["destroy", "repair", "jam", "overload"];
                text.AppendLine($"  - {{at: {at} s, link: [{from}, {to}], do: {words[Below(ref random, 4)]}}}");
            }
            else
            {
                var node = random.NextUnit() < 0.15 ? "generator" : nodes[Below(ref random, nodes.Length)];
                var works = random.NextUnit() < 0.4;
                text.AppendLine($"  - {{at: {at} s, node: {node}, do: {(works ? "repair" : "destroy")}}}");
                faults.Add((at, node, works));
            }
        }

        return (text.ToString(), faults);
    }

    private static int Below(ref RandomStream random, int count) => (int)(random.NextUnit() * count);

    private sealed class Consistency(RunResult result, Dictionary<int, HashSet<int>> heard, List<(double AtS, string Node, bool Works)> faults) : IRunEventVisitor
    {
        private const int Post = 3;
        private readonly bool[] _works = [true, true, true, true, true, true];
        private readonly double[] _changedS = new double[6];
        private readonly List<(int Battery, double TimeS)> _orders = [];
        private readonly Dictionary<int, CommandMode> _modes = [];

        public int Checked { get; private set; }

        public void Visit<T>(long sequence, Core.Timing.SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            Checked++;
            switch (happened)
            {
                case NodeChanged changed:
                    (_works[changed.Node], _changedS[changed.Node]) = (changed.Works, time.TotalS);
                    Assert.Contains(faults, fault => fault.AtS <= time.TotalS);
                    break;
                case MessageEnded { Fate: MessageFate.Delivered } ended:
                    Hears(ended.To, time);
                    Assert.True(ended.AgeS >= 0);
                    if (!heard.TryGetValue(ended.To, out var targets)) heard[ended.To] = targets = [];
                    targets.Add(ended.Target);
                    break;
                case CommandMessageEnded { Fate: MessageFate.Delivered } ended:
                    Hears(ended.To, time);
                    if (ended.Kind == MessageKind.FireOrder) _orders.Add((ended.To, time.TotalS));
                    break;
                case TrackChanged { Picture: Post, Transition: TrackTransition.Confirmed } confirmed:
                    Assert.True(heard.GetValueOrDefault(Post)?.Contains(confirmed.Target) == true, $"track {confirmed.Track} at {time}");
                    break;
                case FireOrdered ordered:
                    Assert.True(_works[Post], $"a post that is down ordered at {time}");
                    Assert.True(heard.GetValueOrDefault(Post)?.Count > 0);
                    break;
                case CommandChanged changed: _modes[changed.Battery] = changed.Mode; break;
                case EngagementStarted started:
                    var battery = result.Plan.FireUnits[started.Unit].Battery;
                    Assert.True(_works[battery], $"{battery} decided at {time} while it was down");
                    if (_modes.GetValueOrDefault(battery) == CommandMode.Commanded)
                        Assert.True(_orders.Exists(order => order.Battery == battery && time.TotalS - order.TimeS <= 30), $"engagement without an order at {time}");
                    break;
            }
        }

        // Who is down hears nothing; at the very moment of a change either may come first.
        private void Hears(int node, Core.Timing.SimTime time) => Assert.True(_works[node] || _changedS[node].Equals(time.TotalS), $"node {node} heard something at {time} while it was down");
    }
}
