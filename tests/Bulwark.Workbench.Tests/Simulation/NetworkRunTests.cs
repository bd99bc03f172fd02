using System.Globalization;
using System.Text;
using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>
/// Whole runs over random graphs with random faults: cutting any link or killing any node at any time never stops a run, and what each node believed is
/// consistent with what reached it.
/// </summary>
public class NetworkRunTests
{
    private const int DurationS = 240;

    private static readonly string[] Nodes = ["west", "east", "watch", "post", "hill", "tower"];

    /// <summary>Twenty graphs with faults of the stated seed; a case that fails is made smaller link by link and fault by fault, and printed with the seed.</summary>
    [Fact]
    public void Whatever_fails_the_run_goes_on_and_nobody_believes_what_did_not_reach_him() =>
        Prop.ForAll(Arb.From(Cases(), Smaller), static one =>
        {
            Check(one);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(5_770_215_664_901_532_861, 1_618_033_988_749_894_849));

    // So that the property is about something: with sound links the post, which has no radar, holds tracks of what was reported to it, and orders.
    [Fact]
    public void With_sound_links_the_post_believes_and_orders()
    {
        var one = new FaultCase(1, [new FaultLink(0, 3, 50, 0, 0, 20_000, 40), new FaultLink(1, 3, 50, 0, 0, 20_000, 40)], []);
        var result = Simulator.Run(ScenarioReader.ReadText(one.Text, "random.yaml", Repository.Catalogue), new RunOptions { Seed = one.Seed, Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.Contains(result.Recorder.Events<TrackChanged>().ToArray(), static row => row.Happened is { Picture: 3, Target: >= 0, Transition: TrackTransition.Confirmed });
        Assert.NotEmpty(result.Recorder.Events<FireOrdered>().ToArray());
    }

    private static void Check(FaultCase one)
    {
        var scenario = ScenarioReader.ReadText(one.Text, "random.yaml", Repository.Catalogue);
        var result = Simulator.Run(scenario, new RunOptions { Seed = one.Seed, Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(DurationS, result.Summary.EndS);
        var visitor = new Consistency(result, [.. one.Faults.Where(static fault => fault.Link < 0)]);
        result.Recorder.Replay(ref visitor);
        Assert.True(visitor.Checked > 0);
        Assert.Equal(result.Summary.Hash, Simulator.Run(scenario, new RunOptions { Seed = one.Seed, Threads = 1 }, TestContext.Current.CancellationToken).Summary.Hash);
    }

    // A random graph over two batteries, a radar, a post and two relays, and faults of any of them at any time of the run.
    private static Gen<FaultCase> Cases() =>
        from seed in Gen.Choose(1, 1_000_000)
        from links in Gen.ListOf(Links(), 7)
        from faults in Gen.Choose(0, 12).SelectMany(count => Gen.ListOf(Faults(), count))
        select new FaultCase((ulong)seed, [.. links.Where(static link => link.From != link.To).DistinctBy(static link => (Math.Min(link.From, link.To), Math.Max(link.From, link.To)))], [.. faults]);

    private static Gen<FaultLink> Links() =>
        from start in Gen.Choose(0, Nodes.Length - 1)
        from end in Gen.Frequency((3, Gen.Constant(3)), (2, Gen.Choose(0, Nodes.Length - 1)))
        from delayMs in Gen.Choose(0, 800)
        from jitterMs in Gen.Choose(0, 900)
        from lossPermille in Gen.Choose(0, 200)
        from rate in Gen.Choose(2_000, 22_000)
        from waiting in Gen.Choose(0, 40)
        select new FaultLink(start, end, delayMs, jitterMs, lossPermille, rate, waiting);

    // A link by its number among those there are, or a node: one of the six, or the generator that feeds two of them.
    private static Gen<FaultEvent> Faults() =>
        from atS in Gen.Choose(0, DurationS - 1)
        from link in Gen.Frequency((3, Gen.Constant(-1)), (2, Gen.Choose(0, 6)))
        from node in Gen.Choose(0, Nodes.Length)
        from action in Gen.Choose(0, 3)
        select new FaultEvent(atS, link, node, action);

    private static IEnumerable<FaultCase> Smaller(FaultCase one)
    {
        for (var index = 0; index < one.Faults.Length; index++) yield return one with { Faults = [.. one.Faults.Where((_, other) => other != index)] };
        for (var index = 0; index < one.Links.Length; index++) yield return one with { Links = [.. one.Links.Where((_, other) => other != index)] };
        for (var index = 0; index < one.Faults.Length; index++)
        {
            var fault = one.Faults[index];
            if (fault.AtS > 0) yield return one with { Faults = [.. one.Faults.Select((other, place) => place == index ? other with { AtS = other.AtS / 2 } : other)] };
        }
    }

    private sealed record FaultLink(int From, int To, int DelayMs, int JitterMs, int LossPermille, int BitPerS, int Waiting);

    private sealed record FaultEvent(int AtS, int Link, int Node, int Action)
    {
        public string Name => Node < Nodes.Length ? Nodes[Node] : "generator";

        public bool Repairs => Action % 2 == 1;
    }

    private sealed record FaultCase(ulong Seed, FaultLink[] Links, FaultEvent[] Faults)
    {
        public string Text
        {
            get
            {
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

                    """);
                if (Links.Length > 0) text.AppendLine("  links:");
                foreach (var link in Links) text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"    - {{from: {Nodes[link.From]}, to: {Nodes[link.To]}, delay: {link.DelayMs} ms, jitter: {link.JitterMs} ms, loss: {link.LossPermille / 1000.0:0.000}, bits-per-second: {link.BitPerS}, waiting: {link.Waiting}}}"));
                var meant = Faults.Where(fault => fault.Link < Links.Length).ToList();
                if (meant.Count > 0) text.AppendLine("faults:");
                string[] words = ["destroy", "repair", "jam", "overload"];
                foreach (var fault in meant)
                {
                    text.AppendLine(fault.Link >= 0
                        ? $"  - {{at: {fault.AtS} s, link: [{Nodes[Links[fault.Link].From]}, {Nodes[Links[fault.Link].To]}], do: {words[fault.Action]}}}"
                        : $"  - {{at: {fault.AtS} s, node: {fault.Name}, do: {(fault.Repairs ? "repair" : "destroy")}}}");
                }

                return text.ToString();
            }
        }

        public override string ToString() => $"seed {Seed}\n{Text}";
    }

    // By picture, which targets its own radars made plots of and which were reported to it: nothing else may stand behind a track of it.
    private sealed class Consistency(RunResult result, FaultEvent[] faults) : IRunEventVisitor
    {
        private const int Post = 3;
        private readonly bool[] _works = [true, true, true, true, true, true];
        private readonly double[] _changedS = new double[6];
        private readonly HashSet<int>[] _known = [[], [], [], []];
        private readonly HashSet<int> _heard = [];
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
                case PlotMade made when made.Target >= 0: _known[result.Plan.Nodes[made.Node].Picture].Add(made.Target); break;
                case MessageEnded { Fate: MessageFate.Delivered } ended:
                    Hears(ended.To, time);
                    Assert.True(ended.AgeS >= 0);
                    _known[ended.To].Add(ended.Target);
                    if (ended.To == Post) _heard.Add(ended.Target);
                    break;
                case CommandMessageEnded { Fate: MessageFate.Delivered } ended:
                    Hears(ended.To, time);
                    if (ended.Kind == MessageKind.FireOrder) _orders.Add((ended.To, time.TotalS));
                    break;
                case TrackChanged { Target: >= 0 } changed: Assert.True(_known[changed.Picture].Contains(changed.Target), $"picture {changed.Picture} has track {changed.Track} of target {changed.Target} at {time}, which never reached it"); break;
                case TrackUpdated { Target: >= 0 } updated: Assert.True(_known[updated.Picture].Contains(updated.Target), $"picture {updated.Picture} follows target {updated.Target} at {time}, which never reached it"); break;
                case FireOrdered ordered:
                    Assert.True(_works[Post], $"a post that is down ordered at {time}");
                    Assert.NotEmpty(_heard);
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
