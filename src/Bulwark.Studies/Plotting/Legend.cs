namespace Bulwark.Studies.Plotting;

/// <summary>Lays out a legend in rows below or above the data, never inside it.</summary>
internal static class Legend
{
    public const double RowHeight = 20;
    private const double SignWidth = 30;
    private const double Gap = 18;

    private static readonly TextStyle Style = new() { Size = 12 };

    /// <summary>Height that a legend will need in a given width.</summary>
    public static double Height(double width, IReadOnlyList<LegendEntry> entries) => Rows(width, entries, static (_, _, _) => { }) * RowHeight;

    /// <summary>Draws a legend with its upper left corner at a point.</summary>
    public static void Draw(SvgCanvas canvas, PlotPoint corner, double width, IReadOnlyList<LegendEntry> entries) =>
        Rows(width, entries, (entry, x, row) =>
        {
            var middle = corner.Y + ((row + 0.5) * RowHeight);
            Marks.Draw(canvas, entry.Mark, new PlotPoint(corner.X + x + 11, middle), 5, entry.Style);
            canvas.Text(new PlotPoint(corner.X + x + SignWidth, middle + 4), entry.Label, Style);
        });

    private static int Rows(double width, IReadOnlyList<LegendEntry> entries, Action<LegendEntry, double, int> place)
    {
        var (x, row) = (0.0, 0);
        foreach (var entry in entries)
        {
            var needed = SignWidth + TextMeasure.Width(entry.Label, Style);
            if (x > 0 && x + needed > width)
            {
                x = 0;
                row++;
            }

            place(entry, x, row);
            x += needed + Gap;
        }

        return entries.Count == 0 ? 0 : row + 1;
    }
}
