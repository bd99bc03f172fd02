using Bulwark.Simulation.Outcomes;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>GOSPA of one picture with the roots of its parts over time, and below it how many targets and tracks there were.</summary>
internal static class ScoreChart
{
    private const double Width = 900;
    private const double Left = 66;
    private const double Right = 24;
    private const double Top = 28;
    private const double DistanceHeight = 200;
    private const double CountHeight = 120;
    private const double Gap = 40;

    private static readonly TextStyle PanelTitle = new() { Size = 12, Bold = true };

    private static readonly Line[] Distances =
    [
        new("GOSPA", static point => point.Distance.GospaM, SvgStyle.Line(Palette.Ink, 1.8)),
        new("missed targets", static point => Math.Sqrt(point.Distance.MissedM2), SvgStyle.Line(Palette.Leaked, 1.3)),
        new("false tracks", static point => Math.Sqrt(point.Distance.FalseM2), SvgStyle.Line(Palette.Missile, 1.3, "5 2")),
        new("localisation", static point => Math.Sqrt(point.Distance.LocalisationM2), SvgStyle.Line(Palette.Killed, 1.3)),
    ];

    private static readonly Line[] Counts =
    [
        new("targets in sight", static point => point.Truths, SvgStyle.Line(Palette.Ink, 1.4)),
        new("confirmed tracks", static point => point.Tracks, SvgStyle.Line(Palette.Series, 1.4)),
        new("targets with a track", static point => point.Matched, SvgStyle.Line(Palette.Killed, 1.4, "4 2")),
    ];

    public static string Draw(RunHistory history, string name, PictureScore picture)
    {
        var points = picture.Score.Points.Where(point => point.TimeS <= history.AxisEndS).ToArray();
        var upper = new PlotBox(Left, Top + Legend.RowHeight, Width - Left - Right, DistanceHeight);
        var lower = new PlotBox(Left, upper.Bottom + Gap + Legend.RowHeight, upper.Width, CountHeight);
        var canvas = new SvgCanvas(name, $"GOSPA of the picture of {picture.Name}", Width, lower.Bottom + 46);
        Panel(canvas, upper, "Distance of the picture from the truth, metres", Distances, points, history, picture.PeriodS, counts: false, last: false);
        Panel(canvas, lower, "Targets and tracks", Counts, points, history, picture.PeriodS, counts: true, last: true);
        return canvas.ToSvg();
    }

    private static void Panel(SvgCanvas canvas, PlotBox box, string title, Line[] lines, ScorePoint[] points, RunHistory history, double periodS, bool counts, bool last)
    {
        var most = Math.Max(1, points.SelectMany(point => lines.Select(line => line.Value(point))).DefaultIfEmpty().Max());
        var x = new AxisScale(0, history.AxisEndS, box.Left, box.Right);
        var y = new AxisScale(0, most * 1.08, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.TimeS(0, history.AxisEndS, 9), last ? history.TimeLabel : null, last ? history.TimeTitle : null);
        Axes.Vertical(canvas, box, y, counts ? NiceTicks.Counts(most, 4) : NiceTicks.Linear(0, most, 5), static tick => tick.ToString("0"), title: null);
        foreach (var line in lines) Trace(canvas, line, points, x, y, periodS);
        Axes.Frame(canvas, box);
        canvas.Text(new PlotPoint(box.Left, box.Top - 7 - Legend.RowHeight), title, PanelTitle);
        Legend.Draw(canvas, new PlotPoint(box.Left, box.Top - 3 - Legend.RowHeight), box.Width, [.. lines.Select(static line => new LegendEntry(line.Label, LegendMark.Line, line.Style))]);
    }

    // Times at which there was nothing to score leave a gap in the line.
    private static void Trace(SvgCanvas canvas, Line line, ScorePoint[] points, AxisScale x, AxisScale y, double periodS)
    {
        var corners = new List<PlotPoint>();
        for (var k = 0; k < points.Length; k++)
        {
            if (k > 0 && points[k].TimeS - points[k - 1].TimeS > 1.5 * periodS) Flush(canvas, line, corners);
            corners.Add(new PlotPoint(x.Place(points[k].TimeS), y.Place(line.Value(points[k]))));
        }

        Flush(canvas, line, corners);
    }

    private static void Flush(SvgCanvas canvas, Line line, List<PlotPoint> corners)
    {
        if (corners.Count > 1) canvas.Polyline([.. corners], line.Style);
        corners.Clear();
    }

    private sealed record Line(string Label, Func<ScorePoint, double> Value, SvgStyle Style);
}
