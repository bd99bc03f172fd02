using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>What each target channel of a battery was doing when: a row per channel, a bar per engagement.</summary>
internal static class EngagementChart
{
    private const double Width = 900;
    private const double LeastLeft = 84;
    private const double Right = 20;
    private const double Top = 12;
    private const double RowHeight = 33;
    private const double BarHeight = 16;

    private static readonly LegendEntry[] Entries =
    [
        new("reacting: channel taken, no round fired yet", LegendMark.Area, SvgStyle.Area(Palette.Reacting)),
        new("missiles in flight", LegendMark.Area, SvgStyle.Area(Palette.Guiding)),
        new("between salvos, or judging the result", LegendMark.Area, SvgStyle.Area(Palette.Assessing)),
        new("launch", LegendMark.Line, SvgStyle.Line(Palette.Firing, 2)),
        new("ended, target killed", LegendMark.Dot, SvgStyle.Area(Palette.Killed)),
        new("judged killed, wrongly", LegendMark.Dot, SvgStyle.Area(Palette.Limit)),
        new("ended otherwise", LegendMark.Dot, new SvgStyle { Fill = Palette.Paper, Stroke = Palette.Leaked, Width = 1.6 }),
        new("still going at the end", LegendMark.Dot, SvgStyle.Area(Palette.Other)),
    ];

    private static readonly TextStyle IdText = new() { Size = 10, Colour = Palette.Ink, Anchor = TextAnchor.Middle };

    public static string Draw(RunHistory history, int battery)
    {
        var one = history.Batteries[battery];
        var rows = Rows(one);
        var left = Math.Max(LeastLeft, 16 + rows.Select(static row => TextMeasure.Width(row.Name, Axes.TickText)).DefaultIfEmpty().Max());
        var inside = Width - left - Right;
        var box = new PlotBox(left, Top, inside, rows.Count * RowHeight);
        var legend = Legend.Height(inside, Entries);
        var canvas = new SvgCanvas($"engagements{battery + 1}", $"Engagements of {one.Planned.Battery.Name} by channel", Width, box.Bottom + 46 + legend + 6);
        var (fromS, toS) = Span(one, history.EndS);
        var x = new AxisScale(fromS, toS, box.Left, box.Right);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.TimeS(fromS, toS, 9), history.TimeLabel, history.AxisEndS >= 3600 ? "time since the start (h:min:s)" : "time since the start (min:s)");
        for (var channel = 0; channel < rows.Count; channel++)
        {
            var middle = box.Top + ((channel + 0.5) * RowHeight);
            if (channel > 0) canvas.Line(new PlotPoint(box.Left, middle - (RowHeight / 2)), new PlotPoint(box.Right, middle - (RowHeight / 2)), SvgStyle.Line(Palette.Grid));
            canvas.Text(new PlotPoint(box.Left - 8, middle + 4), rows[channel].Name, Axes.TickText with { Anchor = TextAnchor.End });
        }

        foreach (var engagement in one.Engagements) Bar(canvas, box, x, engagement, rows.FindIndex(row => row.Unit == engagement.Unit && row.Channel == engagement.Channel), Id(history, engagement));
        Axes.Frame(canvas, box);
        Legend.Draw(canvas, new PlotPoint(left, box.Bottom + 46), inside, Entries);
        return canvas.ToSvg();
    }

    // Every channel of a single fire unit; of several, those that were used, and at least one of each.
    private static List<(int Unit, int Channel, string Name)> Rows(BatteryHistory battery)
    {
        var rows = new List<(int, int, string)>();
        var units = battery.Planned.Units;
        foreach (var unit in units)
        {
            var used = battery.Engagements.Where(engagement => engagement.Unit == unit.Index).Select(static engagement => engagement.Channel + 1).DefaultIfEmpty(1).Max();
            var shown = units.Length == 1 ? Math.Max(unit.Limits.Targets, used) : used;
            for (var channel = 0; channel < shown; channel++) rows.Add((unit.Index, channel, units.Length == 1 ? $"channel {channel + 1}" : $"{unit.Unit.Id} · {channel + 1}"));
        }

        return rows;
    }

    private static string Id(RunHistory history, EngagementHistory engagement) =>
        engagement.Target >= 0 ? history.Result.Plan.Targets[engagement.Target].Id : "unknown";

    private static (double FromS, double ToS) Span(BatteryHistory battery, double endS)
    {
        if (battery.Engagements.Count == 0) return (0, endS);
        var fromS = battery.Engagements.Min(static engagement => engagement.StartS);
        var toS = battery.Engagements.Max(static engagement => engagement.EndS);
        var room = Math.Max(5, 0.02 * (toS - fromS));
        return (Math.Max(0, fromS - room), toS + room);
    }

    private static void Bar(SvgCanvas canvas, PlotBox box, AxisScale x, EngagementHistory engagement, int row, string id)
    {
        var top = box.Top + (row * RowHeight) + 3;
        var tip = $"{id}, engagement {engagement.Number + 1}: {SimTime.FromSeconds(engagement.StartS)} to {SimTime.FromSeconds(engagement.EndS)}, {engagement.Missiles.Count(static step => step.Change > 0)} rounds, {ResultWords(engagement)}";
        var (fromS, flying, colour) = (engagement.StartS, 0, Palette.Reacting);
        foreach (var (timeS, change) in engagement.Missiles)
        {
            flying += change;
            var next = flying > 0 ? Palette.Guiding : Palette.Assessing;
            if (string.Equals(next, colour, StringComparison.Ordinal)) continue;
            Piece(canvas, x, top, fromS, Math.Min(timeS, engagement.EndS), colour, tip);
            (fromS, colour) = (timeS, next);
        }

        Piece(canvas, x, top, fromS, engagement.EndS, colour, tip);
        foreach (var (timeS, change) in engagement.Missiles)
        {
            if (change > 0) canvas.Line(new PlotPoint(x.Place(timeS), top - 1), new PlotPoint(x.Place(timeS), top + BarHeight + 1), SvgStyle.Line(Palette.Firing, 2));
        }

        Marks.Draw(canvas, LegendMark.Dot, new PlotPoint(x.Place(engagement.EndS), top + (BarHeight / 2)), 3.6, ResultStyle(engagement), tip);
        var width = x.Place(engagement.EndS) - x.Place(engagement.StartS);
        if (TextMeasure.Width(id, IdText) < width + 6) canvas.Text(new PlotPoint(x.Place(engagement.StartS) + (width / 2), top + BarHeight + 10), id, IdText);
    }

    private static void Piece(SvgCanvas canvas, AxisScale x, double top, double fromS, double toS, string colour, string tip)
    {
        if (toS <= fromS) return;
        canvas.Rectangle(new PlotBox(x.Place(fromS), top, x.Place(toS) - x.Place(fromS), BarHeight), SvgStyle.Area(colour), tip);
    }

    private static SvgStyle ResultStyle(EngagementHistory engagement) => engagement switch
    {
        { Result: null } => new SvgStyle { Fill = Palette.Other, Stroke = Palette.Paper },
        { Killed: true } => new SvgStyle { Fill = Palette.Killed, Stroke = Palette.Paper },
        { Result: EngagementResult.JudgedKilled } => new SvgStyle { Fill = Palette.Limit, Stroke = Palette.Paper },
        _ => new SvgStyle { Fill = Palette.Paper, Stroke = Palette.Leaked, Width = 1.6 },
    };

    private static string ResultWords(EngagementHistory engagement) => engagement switch
    {
        { Result: null } => "still going at the end",
        { Killed: true } => "target killed",
        { Result: EngagementResult.JudgedKilled } => "judged killed, wrongly",
        { Result: EngagementResult.GivenUp } => "given up after the last salvo",
        { Result: EngagementResult.NotAcquired } => "never acquired",
        { Result: EngagementResult.TargetLost } => "target lost",
        { Result: EngagementResult.NoRound } => "no round left",
        _ => "no further intercept possible",
    };
}
