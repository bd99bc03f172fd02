using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Money by year and purpose, one panel for each case.</summary>
internal static class CostChart
{
    private const double Width = 900;
    private const double Left = 66;
    private const double Right = 20;
    private const double Height = 120;
    private const double Gap = 44;

    private static readonly TextStyle PanelTitle = new() { Size = 12, Bold = true };

    /// <summary>What money is paid for, in words and colours, in the order of <see cref="CostCategory"/>.</summary>
    public static readonly (string Name, string Colour)[] Categories =
        [("contracts", Palette.Series), ("interest", Palette.Assessing), ("parts and rounds", Palette.Firing), ("repairs", Palette.Reacting), ("lines at home", Palette.Missile), ("running", Palette.Other)];

    public static string Draw(ProgrammeStudyResult result)
    {
        LegendEntry[] legend = [.. Categories.Select(static category => new LegendEntry(category.Name, LegendMark.Area, SvgStyle.Area(category.Colour))), new("9 of 10 replications", LegendMark.Line, SvgStyle.Line(Palette.Ink, 1.2))];
        var top = Legend.Height(Width - Left - Right, legend) + 12;
        var canvas = new SvgCanvas("cost", "Money by year", Width, top + (result.Cases.Count * (Height + Gap)) + 8);
        Legend.Draw(canvas, new PlotPoint(Left, 4), Width - Left - Right, legend);
        var most = Math.Max(1, result.Cases.Max(static outcome => outcome.CostBandsUsd[1].Max())) / 1e6;
        for (var at = 0; at < result.Cases.Count; at++) Panel(canvas, result, result.Cases[at], new PlotBox(Left, top + 16 + (at * (Height + Gap)), Width - Left - Right, Height), most);
        return canvas.ToSvg();
    }

    private static void Panel(SvgCanvas canvas, ProgrammeStudyResult result, CaseOutcome outcome, PlotBox box, double most)
    {
        var years = outcome.CostUsd[0].Length;
        var y = new AxisScale(0, most * 1.05, box.Bottom, box.Top);
        var step = box.Width / years;
        Axes.Background(canvas, box);
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(0, most, 4), static tick => $"{tick:0}", "million USD");
        for (var year = 0; year < years; year++)
        {
            var (left, below) = (box.Left + (year * step), 0.0);
            for (var category = 0; category < Categories.Length; category++)
            {
                var amount = outcome.CostUsd[category][year] / 1e6;
                if (amount <= 0) continue;
                canvas.Rectangle(new PlotBox(left + (step * 0.16), y.Place(below + amount), step * 0.68, y.Place(below) - y.Place(below + amount)), SvgStyle.Area(Categories[category].Colour), $"{Categories[category].Name}: {amount:0.0} million USD");
                below += amount;
            }

            var middle = left + (step / 2);
            canvas.Line(new PlotPoint(middle, y.Place(outcome.CostBandsUsd[0][year] / 1e6)), new PlotPoint(middle, y.Place(outcome.CostBandsUsd[1][year] / 1e6)), SvgStyle.Line(Palette.Ink, 1.2));
            canvas.Text(new PlotPoint(middle, box.Bottom + 15), YearName(result, year), Axes.TickText with { Anchor = TextAnchor.Middle });
        }

        Axes.Frame(canvas, box);
        canvas.Text(new PlotPoint(box.Left, box.Top - 5), outcome.Title, PanelTitle);
    }

    // A year of the programme begins on its first day, which need not be in January.
    private static string YearName(ProgrammeStudyResult result, int year)
    {
        var from = result.Plan.Programme.StartUtc.AddYears(year);
        return from.DayOfYear < 8 ? $"{from.Year}" : $"{from:yyyy-MM}";
    }
}
