using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Parts that units wait for over the years, one line for each case.</summary>
internal static class WaitingChart
{
    private const double Width = 900;
    private const double Left = 60;
    private const double Right = 20;
    private const double Height = 210;

    /// <summary>The line of each case: colour by number, dashed from the fifth on.</summary>
    public static readonly SvgStyle[] CaseLines =
    [
        SvgStyle.Line(Palette.Series, 1.8), SvgStyle.Line(Palette.Killed, 1.8), SvgStyle.Line(Palette.Leaked, 1.8), SvgStyle.Line(Palette.Missile, 1.8),
        SvgStyle.Line(Palette.Series, 1.8, "5 3"), SvgStyle.Line(Palette.Killed, 1.8, "5 3"), SvgStyle.Line(Palette.Leaked, 1.8, "5 3"), SvgStyle.Line(Palette.Missile, 1.8, "5 3"),
    ];

    public static string Draw(ProgrammeStudyResult result)
    {
        var programme = result.Plan.Programme;
        LegendEntry[] legend = [.. result.Cases.Select(static (outcome, at) => new LegendEntry(outcome.Title, LegendMark.Line, CaseLines[at % CaseLines.Length])), .. YearAxis.EmbargoEntry(programme)];
        var top = Legend.Height(Width - Left - Right, legend) + 14;
        var box = new PlotBox(Left, top, Width - Left - Right, Height);
        var canvas = new SvgCanvas("waiting", "Parts that units wait for", Width, box.Bottom + 30);
        Legend.Draw(canvas, new PlotPoint(Left, 4), box.Width, legend);
        var most = Math.Max(1, result.Cases.Max(static outcome => outcome.WaitingCount.Max()));
        var x = YearAxis.Scale(programme, box);
        var y = new AxisScale(0, most * 1.06, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        YearAxis.Embargoes(canvas, box, programme, x, []);
        YearAxis.Draw(canvas, box, programme, x, labels: true);
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(0, most, 5), static tick => $"{tick:0.##}", "parts waited for, mean");
        for (var at = 0; at < result.Cases.Count; at++)
            canvas.Polyline([.. result.Cases[at].WaitingCount.Select((value, month) => new PlotPoint(x.Place(Math.Min(x.To, (month + 0.5) * ProgrammePlan.MonthS)), y.Place(value)))], CaseLines[at % CaseLines.Length]);
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }
}
