namespace Bulwark.Studies.Plotting.Charts;

/// <summary>Rows with values in their intervals, such as indices of factors or settings without an order.</summary>
internal static class IntervalChart
{
    private const double Width = 900;
    private const double Left = 330;
    private const double Right = 40;
    private const double RowHeight = 26;
    private const double Radius = 4;

    private static readonly TextStyle LabelText = new() { Size = 12, Anchor = TextAnchor.End };

    /// <summary>Draws the chart.</summary>
    /// <param name="name">Short name in letters, digits and hyphens.</param>
    /// <param name="title">What it shows, for readers who cannot see it.</param>
    /// <param name="kinds">What the marks of every row are; a legend is drawn for two or more.</param>
    /// <param name="rows">The rows from top to bottom.</param>
    /// <param name="axisTitle">What the number across is.</param>
    /// <param name="bars">Whether a bar reaches from zero to the first mark.</param>
    public static string Draw(string name, string title, IReadOnlyList<string> kinds, IReadOnlyList<ChartBar> rows, string axisTitle, bool bars)
    {
        List<LegendEntry> entries = kinds.Count < 2 ? [] : [.. kinds.Select(static (kind, index) => new LegendEntry(kind, LegendMark.Dot, SvgStyle.Area(LineChart.Colour(index))))];
        var top = 10 + (entries.Count > 0 ? Legend.Height(Width - Left - Right, entries) + 6 : 0);
        var box = new PlotBox(Left, top, Width - Left - Right, Math.Max(1, rows.Count) * RowHeight);
        var canvas = new SvgCanvas(name, title, Width, box.Bottom + 46);
        Legend.Draw(canvas, new PlotPoint(Left, 10), box.Width, entries);
        var values = rows.SelectMany(static row => row.Marks).SelectMany(static mark => (double[])[mark.Low, mark.High, mark.X]).Where(double.IsFinite).ToList();
        var low = Math.Min(0, values.DefaultIfEmpty(0).Min());
        var high = Math.Max(0, values.DefaultIfEmpty(1).Max());
        var room = high > low ? 0.05 * (high - low) : 1;
        var x = new AxisScale(low < 0 || !bars ? low - room : 0, high + room, box.Left, box.Right);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(x.From, x.To, 8), ValueText.Tick, axisTitle);
        canvas.Line(new PlotPoint(x.Place(0), box.Top), new PlotPoint(x.Place(0), box.Bottom), SvgStyle.Line(Palette.Frame));
        for (var row = 0; row < rows.Count; row++) Row(canvas, box.Top + (row * RowHeight), rows[row], x, bars, kinds.Count);
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }

    private static void Row(SvgCanvas canvas, double top, ChartBar row, AxisScale x, bool bars, int kinds)
    {
        canvas.Text(new PlotPoint(Left - 8, top + (RowHeight / 2) + 4), Short(row.Label), LabelText);
        for (var kind = 0; kind < row.Marks.Count; kind++)
        {
            var mark = row.Marks[kind];
            if (!double.IsFinite(mark.X)) continue;
            var colour = LineChart.Colour(kind);
            var middle = top + (RowHeight * (kind + 1) / (kinds + 1));
            var (zero, at) = (x.Place(0), x.Place(mark.X));
            if (bars) canvas.Rectangle(new PlotBox(Math.Min(zero, at), middle - 5, Math.Abs(at - zero), 10), SvgStyle.Area(colour, 0.35));
            if (double.IsFinite(mark.Low) && double.IsFinite(mark.High)) canvas.Line(new PlotPoint(x.Place(mark.Low), middle), new PlotPoint(x.Place(mark.High), middle), SvgStyle.Line(colour, 1.6));
            canvas.Circle(new PlotPoint(at, middle), Radius, SvgStyle.Area(colour), $"{row.Label}: {ValueText.Number(mark.X)} ({ValueText.Number(mark.Low)} to {ValueText.Number(mark.High)})");
        }
    }

    private static string Short(string label)
    {
        while (TextMeasure.Width(label, LabelText) > Left - 16 && label.Length > 4) label = label[..^2].TrimEnd('…') + "…";
        return label;
    }
}
