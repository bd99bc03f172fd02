using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>The network over time: a row for whatever failed or was commanded, then what was sent and how old it was when it arrived.</summary>
internal static class NetworkChart
{
    private const double Width = 900;
    private const double LeastLeft = 84;
    private const double Right = 24;
    private const double RowHeight = 24;
    private const double BarHeight = 12;
    private const double PanelHeight = 110;
    private const double PanelGap = 34;
    private const int Bins = 48;

    private static readonly TextStyle PanelTitle = new() { Size = 12, Bold = true };

    private static readonly LegendEntry[] Entries =
    [
        new("works", LegendMark.Area, SvgStyle.Area(Palette.Killed, 0.55)),
        new("destroyed, cut or without power", LegendMark.Area, SvgStyle.Area(Palette.Limit)),
        new("jammed or overloaded", LegendMark.Area, SvgStyle.Area(Palette.Reacting)),
        new("battery led by its post or the network", LegendMark.Area, SvgStyle.Area(Palette.Neutral, 0.55)),
        new("battery on its own", LegendMark.Area, SvgStyle.Area(Palette.Leaked)),
    ];

    /// <summary>Draws it; null for a run without a network.</summary>
    public static string? Draw(RunHistory history)
    {
        var plan = history.Result.Plan;
        if (plan.Network is null) return null;
        var rows = new RowVisitor(plan, Posts(plan));
        history.Result.Recorder.Replay(ref rows);
        var left = Math.Max(LeastLeft, 16 + rows.Rows.Select(static row => TextMeasure.Width(row.Name, Axes.TickText)).DefaultIfEmpty().Max());
        var inside = Width - left - Right;
        var legend = rows.Rows.Count > 0 ? Legend.Height(inside, Entries) + 12 : 0;
        var top = 12 + legend;
        var states = new PlotBox(left, top, inside, rows.Rows.Count * RowHeight);
        var sent = new PlotBox(left, (rows.Rows.Count > 0 ? states.Bottom + PanelGap : top) + 14, inside, PanelHeight);
        var age = sent with { Top = sent.Bottom + PanelGap };
        var canvas = new SvgCanvas("network", "The network over time", Width, age.Bottom + 46);
        var x = new AxisScale(0, history.AxisEndS, left, left + inside);
        if (rows.Rows.Count > 0)
        {
            Legend.Draw(canvas, new PlotPoint(left, 10), inside, Entries);
            States(canvas, states, x, rows.Rows, history);
        }

        Messages(canvas, sent, age, x, history);
        return canvas.ToSvg();
    }

    // Batteries under a post have a row from the start, whether or not anything happens to them.
    private static List<StateRow> Posts(RunPlan plan) =>
        [.. plan.Network!.Posts.SelectMany(static post => post.Batteries).Select(static battery => new StateRow($"who leads {battery.Battery.Name}", 'b', battery.Index, [(0, NodeState.Led)]))];

    private static void States(SvgCanvas canvas, PlotBox box, AxisScale x, List<StateRow> rows, RunHistory history)
    {
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.TimeS(0, history.AxisEndS, 9), label: null, title: null);
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, middle) = (rows[index], box.Top + ((index + 0.5) * RowHeight));
            canvas.Text(new PlotPoint(box.Left - 8, middle + 4), row.Name, Axes.TickText with { Anchor = TextAnchor.End });
            for (var change = 0; change < row.Changes.Count; change++)
            {
                var (fromS, state) = row.Changes[change];
                var toS = Math.Min(history.AxisEndS, change + 1 < row.Changes.Count ? row.Changes[change + 1].FromS : history.AxisEndS);
                if (toS <= fromS) continue;
                canvas.Rectangle(new PlotBox(x.Place(fromS), middle - (BarHeight / 2), x.Place(toS) - x.Place(fromS), BarHeight), Entries[(int)state].Style, $"{row.Name}: {Entries[(int)state].Label}, {SimTime.FromSeconds(fromS)} to {SimTime.FromSeconds(toS)}");
            }
        }

        Axes.Frame(canvas, box);
    }

    private static void Messages(SvgCanvas canvas, PlotBox sent, PlotBox age, AxisScale x, RunHistory history)
    {
        var widthS = history.AxisEndS / Bins;
        var (ended, lost, agesS) = (new double[Bins], new double[Bins], new List<double>[Bins]);
        for (var bin = 0; bin < Bins; bin++) agesS[bin] = [];
        foreach (ref readonly var row in history.Result.Recorder.Events<MessageEnded>())
        {
            var bin = (int)(row.Time.TotalS / widthS);
            if (bin >= Bins) continue;
            ended[bin] += 1 / widthS;
            if (row.Happened.Fate == MessageFate.Delivered) agesS[bin].Add(row.Happened.AgeS);
            else lost[bin] += 1 / widthS;
        }

        foreach (var list in agesS) list.Sort();
        var ticks = NiceTicks.TimeS(0, history.AxisEndS, 9);
        var most = Math.Max(0.1, ended.Max());
        var y = new AxisScale(0, most * 1.12, sent.Bottom, sent.Top);
        Axes.Background(canvas, sent);
        Axes.Horizontal(canvas, sent, x, ticks, label: null, title: null);
        Axes.Vertical(canvas, sent, y, NiceTicks.Linear(0, most * 1.12, 4), static tick => tick.ToString("0.##"), title: null);
        Steps(canvas, sent, x, y, ended, widthS, Palette.Series);
        Steps(canvas, sent, x, y, lost, widthS, Palette.Limit);
        Axes.Frame(canvas, sent);
        canvas.Text(new PlotPoint(sent.Left, sent.Top - 7), "Reports of tracks that came to the end of their way, a second; red: did not arrive", PanelTitle);

        var oldest = Math.Max(1, agesS.Where(static list => list.Count > 0).Select(static list => Quantile(list, 0.95)).DefaultIfEmpty(1).Max());
        var yAge = new AxisScale(0, oldest * 1.12, age.Bottom, age.Top);
        Axes.Background(canvas, age);
        Axes.Horizontal(canvas, age, x, ticks, history.TimeLabel, history.TimeTitle);
        Axes.Vertical(canvas, age, yAge, NiceTicks.Linear(0, oldest * 1.12, 4), static tick => tick.ToString("0.##"), title: null);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (agesS[bin].Count == 0) continue;
            var (from, to) = (x.Place(bin * widthS), x.Place((bin + 1) * widthS));
            var (low, middle, high) = (yAge.Place(Quantile(agesS[bin], 0.05)), yAge.Place(Quantile(agesS[bin], 0.5)), yAge.Place(Quantile(agesS[bin], 0.95)));
            canvas.Rectangle(new PlotBox(from, high, to - from, low - high), SvgStyle.Area(Palette.Series, 0.18));
            canvas.Line(new PlotPoint(from, middle), new PlotPoint(to, middle), SvgStyle.Line(Palette.Series, 1.8));
        }

        Axes.Frame(canvas, age);
        canvas.Text(new PlotPoint(age.Left, age.Top - 7), "How old a report was when it arrived, seconds: half of them, and nine tenths", PanelTitle);
    }

    private static double Quantile(List<double> sorted, double probability) => SampleQuantiles.At(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sorted), probability);

    private static void Steps(SvgCanvas canvas, PlotBox box, AxisScale x, AxisScale y, double[] values, double widthS, string colour)
    {
        var corners = new List<PlotPoint>();
        for (var bin = 0; bin < values.Length; bin++)
        {
            corners.Add(new PlotPoint(x.Place(bin * widthS), y.Place(values[bin])));
            corners.Add(new PlotPoint(x.Place((bin + 1) * widthS), y.Place(values[bin])));
        }

        canvas.Polygon([.. corners, new PlotPoint(box.Right, box.Bottom), new PlotPoint(box.Left, box.Bottom)], SvgStyle.Area(colour, 0.2));
        canvas.Polyline([.. corners], SvgStyle.Line(colour, 1.4));
    }

    // In the order of the legend.
    private enum NodeState
    {
        Works,
        Down,
        Hindered,
        Led,
        Alone,
    }

    private sealed record StateRow(string Name, char Kind, int Index, List<(double FromS, NodeState State)> Changes);

    private readonly struct RowVisitor(RunPlan plan, List<StateRow> rows) : IRunEventVisitor
    {
        public List<StateRow> Rows => rows;

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case NodeChanged changed: Add(NetworkWords.Node(plan, changed.Node), 'n', changed.Node, time, changed.Works ? NodeState.Works : NodeState.Down, NodeState.Works); break;
                case LinkChanged changed:
                    var link = plan.Network!.Links[changed.Link];
                    var state = !changed.Works ? NodeState.Down : changed.LossProbability > 0 || changed.CapacityShare < 1 ? NodeState.Hindered : NodeState.Works;
                    Add($"{NetworkWords.Node(plan, link.First)} – {NetworkWords.Node(plan, link.Second)}", 'l', changed.Link, time, state, NodeState.Works);
                    break;
                case CommandChanged changed: Add($"who leads {plan.Batteries[changed.Battery].Battery.Name}", 'b', changed.Battery, time, changed.Mode == CommandMode.Autonomous ? NodeState.Alone : NodeState.Led, NodeState.Led); break;
                case DoctrineActed { Action: DoctrineAction.FallsBack or DoctrineAction.Rejoins } acted:
                    Add($"who leads {plan.Pictures[acted.Picture].Name}", 'b', acted.Picture, time, acted.Action == DoctrineAction.FallsBack ? NodeState.Alone : NodeState.Led, NodeState.Led);
                    break;
            }
        }

        private void Add(string name, char kind, int index, SimTime time, NodeState state, NodeState before)
        {
            var row = rows.Find(row => row.Kind == kind && row.Index == index);
            if (row is null) rows.Add(row = new StateRow(name, kind, index, [(0, before)]));
            row.Changes.Add((time.TotalS, state));
        }
    }
}
