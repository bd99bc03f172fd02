namespace Bulwark.Studies.Plotting.Runs;

/// <summary>Four counts of one battery over time, one above the other on the same time axis, with the published caps as lines.</summary>
internal static class RunTimeline
{
    private const double Width = 900;
    private const double Left = 66;
    private const double Right = 84;
    private const double PanelHeight = 92;
    private const double PanelGap = 34;
    private const double Top = 28;

    private static readonly TextStyle PanelTitle = new() { Size = 12, Bold = true };
    private static readonly TextStyle Note = new() { Size = 11, Colour = Palette.Muted };

    /// <summary>Draws one battery.</summary>
    public static string Draw(RunHistory history, int battery)
    {
        var one = history.Batteries[battery];
        var limits = one.Planned.Limits;
        var magazine = one.Planned.Battery;
        return Draw(
            history,
            $"timeline{battery + 1}",
            $"Timeline of {magazine.Name}",
            [
                new("Targets tracked", history.Tracked[one.Planned.Index], Known(limits.Tracks), "limit"),
                new("Targets engaged", one.Engaged, Known(limits.Targets), "limit"),
                new("Missiles in flight", one.Flying, Known(limits.Missiles), "limit"),
                new("Rounds ready on launchers", one.Ready, one.Full, "full"),
            ]);
    }

    /// <summary>Draws the pictures of the surveillance sites.</summary>
    public static string DrawSites(RunHistory history)
    {
        var pictures = history.Result.Plan.Pictures.AsSpan(history.Batteries.Length);
        var panels = new TimelinePanel[pictures.Length];
        for (var index = 0; index < panels.Length; index++) panels[index] = new($"{pictures[index].Name}: targets tracked", history.Tracked[pictures[index].Index], Limit: null, LimitWord: null);
        return Draw(history, "timelinesites", "Timeline of the surveillance sites", panels);
    }

    private static int? Known(int cap) => cap == int.MaxValue ? null : cap;

    private static string Draw(RunHistory history, string name, string title, TimelinePanel[] panels)
    {
        var height = Top + (panels.Length * PanelHeight) + ((panels.Length - 1) * PanelGap) + 46;
        var canvas = new SvgCanvas(name, title, Width, height);
        for (var index = 0; index < panels.Length; index++)
        {
            var box = new PlotBox(Left, Top + (index * (PanelHeight + PanelGap)), Width - Left - Right, PanelHeight);
            Panel(canvas, box, panels[index], history, last: index == panels.Length - 1);
        }

        return canvas.ToSvg();
    }

    private static void Panel(SvgCanvas canvas, PlotBox box, TimelinePanel panel, RunHistory history, bool last)
    {
        var (title, series, limit, limitWord) = panel;
        var most = Math.Max(1, Math.Max(series.Peak, limit ?? 0));
        var x = new AxisScale(0, history.AxisEndS, box.Left, box.Right);
        var y = new AxisScale(0, most * 1.12, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.TimeS(0, history.AxisEndS, 9), last ? history.TimeLabel : null, last ? history.TimeTitle : null);
        Axes.Vertical(canvas, box, y, NiceTicks.Counts(most, 4), static tick => tick.ToString("0"), title: null);
        Series(canvas, box, x, y, series, history.AxisEndS);
        if (limit is { } cap)
        {
            var at = y.Place(cap);
            canvas.Line(new PlotPoint(box.Left, at), new PlotPoint(box.Right, at), SvgStyle.Line(Palette.Limit, 1.3, "6 3"));
            canvas.Text(new PlotPoint(box.Right + 6, at + 4), $"{limitWord} {cap}", Note with { Colour = Palette.Limit });
        }

        Axes.Frame(canvas, box);
        canvas.Text(new PlotPoint(box.Left, box.Top - 7), title, PanelTitle);
        canvas.Text(new PlotPoint(box.Right, box.Top - 7), Extreme(series, limitWord), Note with { Anchor = TextAnchor.End });
    }

    private static string Extreme(StepSeries series, string? limitWord) => string.Equals(limitWord, "full", StringComparison.Ordinal)
        ? $"least {series.Changes.Min(static change => change.Value)}"
        : $"peak {series.Peak}";

    private static void Series(SvgCanvas canvas, PlotBox box, AxisScale x, AxisScale y, StepSeries series, double endS)
    {
        var corners = new List<PlotPoint>();
        foreach (var (timeS, value) in series.Changes)
        {
            if (timeS > endS) break;
            var place = new PlotPoint(x.Place(timeS), y.Place(value));
            if (corners.Count > 0) corners.Add(corners[^1] with { X = place.X });
            corners.Add(place);
        }

        corners.Add(corners[^1] with { X = x.Place(endS) });
        var area = new List<PlotPoint>(corners) { new(box.Right, box.Bottom), new(box.Left, box.Bottom) };
        canvas.Polygon([.. area], SvgStyle.Area(Palette.Series, 0.14));
        canvas.Polyline([.. corners], SvgStyle.Line(Palette.Series, 1.4));
    }

    private sealed record TimelinePanel(string Title, StepSeries Series, int? Limit, string? LimitWord);
}
