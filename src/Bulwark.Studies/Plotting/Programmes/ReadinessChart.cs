using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Readiness of the units there over the years, one panel for each case: median, the middle half and nine tenths of the replications.</summary>
internal static class ReadinessChart
{
    private const double Width = 900;
    private const double Left = 60;
    private const double Right = 20;
    private const double Height = 118;
    private const double Gap = 44;

    private static readonly TextStyle PanelTitle = new() { Size = 12, Bold = true };

    public static string Draw(ProgrammeStudyResult result)
    {
        var programme = result.Plan.Programme;
        LegendEntry[] legend =
        [
            new("9 of 10 replications", LegendMark.Area, SvgStyle.Area(Palette.Series, 0.16)), new("half of the replications", LegendMark.Area, SvgStyle.Area(Palette.Series, 0.34)),
            new("median", LegendMark.Line, SvgStyle.Line(Palette.Series, 2)), new("mean", LegendMark.Line, SvgStyle.Line(Palette.Ink, 1.2, "4 3")), new("embargo", LegendMark.Area, SvgStyle.Area(Palette.Limit, 0.15)),
        ];
        var top = Legend.Height(Width - Left - Right, legend) + 12;
        var canvas = new SvgCanvas("readiness", "Readiness over the years", Width, top + (result.Cases.Count * (Height + Gap)) + 8);
        Legend.Draw(canvas, new PlotPoint(Left, 4), Width - Left - Right, legend);
        for (var at = 0; at < result.Cases.Count; at++)
        {
            var outcome = result.Cases[at];
            var box = new PlotBox(Left, top + 16 + (at * (Height + Gap)), Width - Left - Right, Height);
            var x = YearAxis.Scale(programme, box);
            var y = new AxisScale(0, 1, box.Bottom, box.Top);
            Axes.Background(canvas, box);
            YearAxis.Embargoes(canvas, box, programme, x, result.Plan.Cases[at].Without);
            YearAxis.Draw(canvas, box, programme, x, labels: true);
            Axes.Vertical(canvas, box, y, [0, 0.25, 0.5, 0.75, 1], static tick => $"{tick:0 %}", null);
            Bands(canvas, outcome.ReadyBandsShare, x, y);
            Curve(canvas, outcome.ReadyMeanShare, x, y, SvgStyle.Line(Palette.Ink, 1.2, "4 3"));
            Axes.Frame(canvas, box);
            canvas.Text(new PlotPoint(Left, box.Top - 5), outcome.Title, PanelTitle);
        }

        return canvas.ToSvg();
    }

    /// <summary>Bands and median of a panel.</summary>
    internal static void Bands(SvgCanvas canvas, IReadOnlyList<double[]> bands, AxisScale x, AxisScale y)
    {
        Band(canvas, bands[0], bands[4], x, y, 0.16);
        Band(canvas, bands[1], bands[3], x, y, 0.34);
        Curve(canvas, bands[2], x, y, SvgStyle.Line(Palette.Series, 2));
    }

    private static PlotPoint[] Points(double[] values, AxisScale x, AxisScale y) =>
        [.. values.Select((value, month) => (value, month)).Where(static pair => !double.IsNaN(pair.value)).Select(pair => new PlotPoint(x.Place(Math.Min(x.To, (pair.month + 0.5) * ProgrammePlan.MonthS)), y.Place(pair.value)))];

    private static void Band(SvgCanvas canvas, double[] low, double[] high, AxisScale x, AxisScale y, double opacity)
    {
        PlotPoint[] outline = [.. Points(low, x, y), .. Points(high, x, y).Reverse()];
        if (outline.Length > 2) canvas.Polygon(outline, SvgStyle.Area(Palette.Series, opacity));
    }

    private static void Curve(SvgCanvas canvas, double[] values, AxisScale x, AxisScale y, SvgStyle style) => canvas.Polyline(Points(values, x, y), style);
}
