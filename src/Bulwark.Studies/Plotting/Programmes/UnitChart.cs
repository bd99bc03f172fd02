using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>Readiness of each unit over the years: a row of panels for each unit, a column for each case.</summary>
internal static class UnitChart
{
    /// <summary>Beyond so many units or cases the panels are too many to be read; the figures are in the summary.</summary>
    public const int MostRows = 12;

    private const int MostColumns = 4;
    private const double Width = 900;
    private const double Left = 52;
    private const double Right = 20;
    private const double Height = 74;
    private const double GapAcross = 14;
    private const double GapDown = 24;

    private static readonly TextStyle Heading = new() { Size = 11, Bold = true, Anchor = TextAnchor.Middle };
    private static readonly TextStyle UnitName = new() { Size = 11, Bold = true };

    public static string Draw(ProgrammeStudyResult result)
    {
        var programme = result.Plan.Programme;
        var (rows, columns) = (Math.Min(MostRows, programme.Units.Count), Math.Min(MostColumns, result.Cases.Count));
        LegendEntry[] legend =
        [
            new("9 of 10 replications", LegendMark.Area, SvgStyle.Area(Palette.Series, 0.16)), new("half of them", LegendMark.Area, SvgStyle.Area(Palette.Series, 0.34)),
            new("median", LegendMark.Line, SvgStyle.Line(Palette.Series, 2)), new("embargo", LegendMark.Area, SvgStyle.Area(Palette.Limit, 0.15)),
        ];
        var top = Legend.Height(Width - Left - Right, legend) + 54;
        var canvas = new SvgCanvas("units", "Readiness by unit", Width, top + (rows * (Height + GapDown)) + 14);
        Legend.Draw(canvas, new PlotPoint(Left, 4), Width - Left - Right, legend);
        var step = (Width - Left - Right + GapAcross) / columns;
        for (var column = 0; column < columns; column++)
        {
            var outcome = result.Cases[column];
            var lines = Lines(outcome.Title, step - GapAcross);
            for (var line = 0; line < lines.Count; line++) canvas.Text(new PlotPoint(Left + (column * step) + ((step - GapAcross) / 2), top - 25 - (13 * (lines.Count - 1 - line))), lines[line], Heading);
            for (var row = 0; row < rows; row++)
            {
                var box = new PlotBox(Left + (column * step), top + (row * (Height + GapDown)), step - GapAcross, Height);
                var (x, y) = (YearAxis.Scale(programme, box), new AxisScale(0, 1, box.Bottom, box.Top));
                Axes.Background(canvas, box);
                YearAxis.Embargoes(canvas, box, programme, x, result.Plan.Cases[column].Without);
                YearAxis.Draw(canvas, box, programme, x, labels: row == rows - 1, every: 4);
                if (column == 0) Axes.Vertical(canvas, box, y, [0, 0.5, 1], static tick => $"{tick:0 %}", null);
                ReadinessChart.Bands(canvas, outcome.UnitBandsShare[row], x, y);
                Axes.Frame(canvas, box);
                if (column == 0) canvas.Text(new PlotPoint(box.Left, box.Top - 5), programme.Units[row].Name, UnitName);
            }
        }

        return canvas.ToSvg();
    }

    // A title that is wider than its panels is cut in two at the space nearest to its middle.
    private static IReadOnlyList<string> Lines(string title, double width)
    {
        var spaces = Enumerable.Range(0, title.Length).Where(at => title[at] == ' ').ToList();
        if (TextMeasure.Width(title, Heading) < width || spaces.Count == 0) return [title];
        var cut = spaces.MinBy(at => Math.Abs(at - (title.Length / 2)));
        return [title[..cut], title[(cut + 1)..]];
    }
}
