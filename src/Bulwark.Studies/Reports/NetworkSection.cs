using System.Globalization;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions.Assignment;
using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Networks;

namespace Bulwark.Studies.Reports;

/// <summary>What a run's report says of command and network: who decided, what failed, what became of the messages, how near to the best possible the choices of targets were.</summary>
internal static class NetworkSection
{
    private const int MostChanges = 200;
    private const int MostWays = 60;

    public static void Write(HtmlPage page, RunResult result)
    {
        if (result.Plan.Network is not { } network)
        {
            Choices(page, result.Summary);
            return;
        }

        page.Element("h2", "Command and network");
        page.Element("p", $"{Sharing(network.Network.Sharing)} {Coordination(network)} {Doubles(result.Summary.DoubleEngagements)}");
        Choices(page, result.Summary);
        Deciders(page, result, network);
        Changes(page, result);
        Messages(page, result);
        RegistrationTable.Write(page, result);
    }

    private static string Sharing(SharingMode sharing) => sharing == SharingMode.Integrated
        ? "Over the links go positions of tracks, that they answered the interrogator, and who engages them, as far as a link carries them."
        : "Over the links go positions of tracks; who they are and who engages them is not shared.";

    private static string Coordination(PlannedNetwork network) => network.Network.Coordination switch
    {
        CoordinationMode.Central when network.Posts.Length > 0 => $"{string.Join(", ", network.Posts.Select(static post => post.Post.Name))} {(network.Posts.Length == 1 ? "orders" : "order")} who engages what.",
        CoordinationMode.None => "Each battery decides as if it were alone.",
        _ => "Each battery decides for itself and leaves alone what it hears that another engages.",
    };

    private static string Doubles(int count) => count switch
    {
        0 => "No battery began to engage what another was engaging.",
        1 => "Once a battery began to engage what another was engaging.",
        _ => $"{count} times a battery began to engage what another was engaging.",
    };

    private static void Choices(HtmlPage page, RunSummary summary)
    {
        if (summary.Assignment is not { } choices) return;
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"Targets were chosen by what stops most, {choices.Evaluations} times; {choices.Exact} of the choices are proven the best possible for what was believed then. The others fall short of the bound by at most {100 * choices.LargestGapShare:0.#} % (mean over all {100 * choices.MeanGapShare:0.##} %)."));
    }

    // Who decided for each battery under a post, and for how long.
    private static void Deciders(HtmlPage page, RunResult result, PlannedNetwork network)
    {
        var commanded = network.Posts.SelectMany(static post => post.Batteries, static (post, battery) => (Post: post, Battery: battery)).ToList();
        if (commanded.Count == 0) return;
        page.Element("h3", "Who decided").Markup("<table>\n");
        page.Row("th", ["Battery", "Command post", "Orders given", "Orders that arrived", "Under the post", "On its own", "Times it fell back"], firstNumeric: 2);
        foreach (var (post, battery) in commanded)
        {
            var (alone, aloneS, sinceS, falls) = (false, 0.0, 0.0, 0);
            foreach (ref readonly var row in result.Recorder.Events<CommandChanged>())
            {
                if (row.Happened.Battery != battery.Index) continue;
                if (alone) aloneS += row.Time.TotalS - sinceS;
                (alone, sinceS) = (row.Happened.Mode == CommandMode.Autonomous, row.Time.TotalS);
                if (alone) falls++;
            }

            if (alone) aloneS += result.Summary.EndS - sinceS;
            var (given, arrived) = (0, 0);
            foreach (ref readonly var row in result.Recorder.Events<FireOrdered>()) given += row.Happened.Battery == battery.Index ? 1 : 0;
            foreach (ref readonly var row in result.Recorder.Events<CommandMessageEnded>()) arrived += row.Happened is { Kind: MessageKind.FireOrder, Fate: MessageFate.Delivered } && row.Happened.To == battery.Index ? 1 : 0;
            page.Row("td", [battery.Battery.Name, post.Post.Name, $"{given}", $"{arrived}", Clock(result.Summary.EndS - aloneS), Clock(aloneS), $"{falls}"], firstNumeric: 2);
        }

        page.Markup("</table>\n");
    }

    // Nodes, links and command in the order in which they changed.
    private static void Changes(HtmlPage page, RunResult result)
    {
        var visitor = new ChangeVisitor(result.Plan, []);
        result.Recorder.Replay(ref visitor);
        var rows = visitor.Rows;
        page.Element("h3", "What failed, what was repaired, who fell back");
        if (rows.Count == 0)
        {
            page.Element("p", "Nothing: every node and link worked throughout, and nobody fell back.");
            return;
        }

        page.Markup("<table>\n");
        page.Row("th", ["Time", "What happened"]);
        foreach (var (time, text) in rows.Take(MostChanges)) page.Row("td", [time.ToString(), text]);
        page.Markup("</table>\n");
        if (rows.Count > MostChanges) page.Element("p", $"and {rows.Count - MostChanges} more in the database, tables node_changed, link_changed, command_changed and doctrine_acted.");
    }

    private static void Messages(HtmlPage page, RunResult result)
    {
        var ways = NetworkTraffic.Of(result.Recorder);
        page.Element("h3", "Messages");
        if (ways.Count == 0)
        {
            page.Element("p", "Nobody sent any.");
            return;
        }

        page.Element("p", "From sender to receiver, over however many links; of command are orders, words and states. Age is how old what a message says was when it arrived: for a report, since the track was last updated.").Markup("<table>\n");
        page.Row("th", ["From", "To", "Ended", "of command", "Arrived", "Lost", "No way", "Overload", "Cut off", "Age: half, 95 %, oldest"], firstNumeric: 2);
        foreach (var way in ways.OrderByDescending(static way => way.Ended).Take(MostWays))
        {
            page.Row(
                "td",
                [
                    NetworkWords.Node(result.Plan, way.From),
                    NetworkWords.Node(result.Plan, way.To),
                    $"{way.Ended}",
                    $"{way.OfCommand}",
                    $"{way.Of(MessageFate.Delivered)}",
                    $"{way.Of(MessageFate.Lost)}",
                    $"{way.Of(MessageFate.NoRoute)}",
                    $"{way.Of(MessageFate.Overloaded)}",
                    $"{way.Of(MessageFate.CutOff)}",
                    way.Of(MessageFate.Delivered) > 0 ? string.Create(CultureInfo.InvariantCulture, $"{way.AgeS(0.5):0.0}, {way.AgeS(0.95):0.0}, {way.AgeS(1):0.0} s") : "",
                ],
                firstNumeric: 2);
        }

        page.Markup("</table>\n");
        if (ways.Count > MostWays) page.Element("p", $"and {ways.Count - MostWays} ways with fewer messages in the database, tables message_ended and command_message_ended.");
    }

    private static string Clock(double seconds) => SimTime.FromSeconds(Math.Round(seconds)).ToString()[..8];

    private readonly struct ChangeVisitor(RunPlan plan, List<(SimTime Time, string Text)> rows) : IRunEventVisitor
    {
        public List<(SimTime Time, string Text)> Rows => rows;

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case NodeChanged changed: rows.Add((time, $"{NetworkWords.Node(plan, changed.Node)} {NetworkWords.Health(changed.Works, changed.Unpowered)}")); break;
                case LinkChanged changed: rows.Add((time, NetworkWords.Link(plan, changed))); break;
                case CommandChanged changed: rows.Add((time, $"{plan.Batteries[changed.Battery].Battery.Name} {NetworkWords.Command(changed.Mode, plan.Pictures[changed.Picture].Name, changed.SilentS)}")); break;
                case DoctrineActed { Action: DoctrineAction.FallsBack or DoctrineAction.Rejoins } acted: rows.Add((time, DoctrineEventWords.Of(in acted, plan))); break;
            }
        }
    }
}
