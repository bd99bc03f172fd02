using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Chance that the raid is stopped over the years, one line with its 95 per cent band for each case.</summary>
internal static class EffectChart
{
    private const double Width = 900;
    private const double Left = 60;
    private const double Right = 20;
    private const double Height = 280;

    public static string Draw(ProgrammeStudyResult study, EffectResult effect)
    {
        var programme = study.Plan.Programme;
        LegendEntry[] legend =
        [
            .. study.Cases.Select(static (outcome, at) => new LegendEntry(outcome.Title, LegendMark.Line, WaitingChart.CaseLines[at % WaitingChart.CaseLines.Length])), new("everything ready", LegendMark.Line, SvgStyle.Line(Palette.Muted, 1.2, "2 3")),
            new("95 per cent", LegendMark.Area, SvgStyle.Area(Palette.Muted, 0.3)), .. YearAxis.EmbargoEntry(programme),
        ];
        var top = Legend.Height(Width - Left - Right, legend) + 14;
        var box = new PlotBox(Left, top, Width - Left - Right, Height);
        var canvas = new SvgCanvas("effect", "Chance that the raid is stopped", Width, box.Bottom + 30);
        Legend.Draw(canvas, new PlotPoint(Left, 4), box.Width, legend);
        var x = YearAxis.Scale(programme, box);
        var y = new AxisScale(0, 1, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        YearAxis.Embargoes(canvas, box, programme, x, []);
        YearAxis.Draw(canvas, box, programme, x, labels: true);
        Axes.Vertical(canvas, box, y, [0, 0.2, 0.4, 0.6, 0.8, 1], static tick => $"{tick:0 %}", "chance that the raid is stopped");
        canvas.Line(new PlotPoint(box.Left, y.Place(effect.FullProbability)), new PlotPoint(box.Right, y.Place(effect.FullProbability)), SvgStyle.Line(Palette.Muted, 1.2, "2 3"));
        for (var at = 0; at < effect.Cases.Count; at++)
        {
            var (points, line) = (effect.Cases[at], WaitingChart.CaseLines[at % WaitingChart.CaseLines.Length]);
            PlotPoint[] band = [.. points.Select(point => Place(point, point.StoppedProbability + (1.96 * point.ErrorProbability))), .. points.Reverse().Select(point => Place(point, point.StoppedProbability - (1.96 * point.ErrorProbability)))];
            canvas.Polygon(band, SvgStyle.Area(line.Stroke, 0.12));
            canvas.Polyline([.. points.Select(point => Place(point, point.StoppedProbability))], line);
        }

        Axes.Frame(canvas, box);
        return canvas.ToSvg();

        PlotPoint Place(EffectPoint point, double probability) => new(x.Place(Math.Min(x.To, point.Month * ProgrammePlan.MonthS)), y.Place(Math.Clamp(probability, 0, 1)));
    }
}
