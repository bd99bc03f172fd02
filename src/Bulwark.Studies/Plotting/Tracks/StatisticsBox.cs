namespace Bulwark.Studies.Plotting.Tracks;

/// <summary>A frame with names and values in columns, below a map.</summary>
internal static class StatisticsBox
{
    private const double RowHeight = 19;
    private const double Margin = 10;
    private const double ColumnGap = 24;
    private const int MostColumns = 3;

    private static readonly TextStyle NameText = new() { Size = 12, Colour = Palette.Muted };
    private static readonly TextStyle ValueText = new() { Size = 12, Bold = true, Anchor = TextAnchor.End };

    public static double Height(double width, IReadOnlyList<(string Name, string Value)> rows) =>
        rows.Count == 0 ? 0 : (PerColumn(rows, Columns(width, rows).Length) * RowHeight) + Margin;

    public static void Draw(SvgCanvas canvas, PlotPoint corner, double width, IReadOnlyList<(string Name, string Value)> rows)
    {
        if (rows.Count == 0) return;
        var columns = Columns(width, rows);
        var perColumn = PerColumn(rows, columns.Length);
        var room = (width - columns.Sum() - (2 * Margin)) / columns.Length;
        canvas.Rectangle(new PlotBox(corner.X, corner.Y, width, Height(width, rows)), SvgStyle.Line(Palette.Grid) with { Fill = "#fbfcfd" });
        var left = corner.X + Margin;
        for (var column = 0; column < columns.Length; column++)
        {
            var right = left + columns[column] + room;
            for (var row = column * perColumn; row < Math.Min(rows.Count, (column + 1) * perColumn); row++)
            {
                var y = corner.Y + (Margin / 2) + ((row % perColumn) * RowHeight) + 13;
                canvas.Text(new PlotPoint(left, y), rows[row].Name, NameText);
                canvas.Text(new PlotPoint(right - (column < columns.Length - 1 ? ColumnGap : 0), y), rows[row].Value, ValueText);
            }

            left = right;
        }
    }

    private static int PerColumn(IReadOnlyList<(string Name, string Value)> rows, int columns) => (rows.Count + columns - 1) / columns;

    /// <summary>Widths of as many columns as fit, each as wide as its own widest row.</summary>
    private static double[] Columns(double width, IReadOnlyList<(string Name, string Value)> rows)
    {
        for (var count = Math.Min(MostColumns, rows.Count); count > 1; count--)
        {
            var perColumn = PerColumn(rows, count);
            double[] widths = [.. rows.Chunk(perColumn).Select(static chunk => chunk.Max(static row => TextMeasure.Width(row.Name, NameText) + TextMeasure.Width(row.Value, ValueText)) + (2 * ColumnGap))];
            if (widths.Sum() <= width - (2 * Margin)) return widths;
        }

        return [width - (2 * Margin)];
    }
}
