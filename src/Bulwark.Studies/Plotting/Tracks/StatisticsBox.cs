namespace Bulwark.Studies.Plotting.Tracks;

/// <summary>A frame with names and values in columns, below a map.</summary>
internal static class StatisticsBox
{
    private const double RowHeight = 19;
    private const double Margin = 10;
    private const int MostColumns = 3;

    private static readonly TextStyle NameText = new() { Size = 12, Colour = Palette.Muted };
    private static readonly TextStyle ValueText = new() { Size = 12, Bold = true, Anchor = TextAnchor.End };

    public static double Height(double width, IReadOnlyList<(string Name, string Value)> rows) =>
        rows.Count == 0 ? 0 : (Math.Ceiling(rows.Count / (double)Columns(width, rows)) * RowHeight) + Margin;

    public static void Draw(SvgCanvas canvas, PlotPoint corner, double width, IReadOnlyList<(string Name, string Value)> rows)
    {
        if (rows.Count == 0) return;
        var columns = Columns(width, rows);
        var perColumn = (int)Math.Ceiling(rows.Count / (double)columns);
        canvas.Rectangle(new PlotBox(corner.X, corner.Y, width, Height(width, rows)), SvgStyle.Line(Palette.Grid) with { Fill = "#fbfcfd" });
        for (var row = 0; row < rows.Count; row++)
        {
            var left = corner.X + (row / perColumn * (width / columns)) + Margin;
            var y = corner.Y + (Margin / 2) + ((row % perColumn) * RowHeight) + 13;
            canvas.Text(new PlotPoint(left, y), rows[row].Name, NameText);
            canvas.Text(new PlotPoint(left + (width / columns) - (3.5 * Margin), y), rows[row].Value, ValueText);
        }
    }

    private static int Columns(double width, IReadOnlyList<(string Name, string Value)> rows)
    {
        var widest = rows.Max(static row => TextMeasure.Width(row.Name, NameText) + TextMeasure.Width(row.Value, ValueText)) + (6 * Margin);
        return Math.Clamp((int)(width / widest), 1, MostColumns);
    }
}
