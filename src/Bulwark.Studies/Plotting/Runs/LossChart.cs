using Bulwark.Simulation.Outcomes;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>Bars of the attackers that leaked, by cause, in plain words.</summary>
internal static class LossChart
{
    private const double Width = 900;
    private const double Left = 330;
    private const double Right = 60;
    private const double Top = 10;
    private const double RowHeight = 34;

    private static readonly TextStyle CauseText = new() { Size = 12, Anchor = TextAnchor.End };

    public static string Draw(RunSummary summary)
    {
        var rows = summary.LossesByCause.Where(static loss => loss.Value > 0).OrderByDescending(static loss => loss.Value).ThenBy(static loss => loss.Key).ToArray();
        var box = new PlotBox(Left, Top, Width - Left - Right, Math.Max(1, rows.Length) * RowHeight);
        var canvas = new SvgCanvas("losses", "Leaked attackers by cause", Width, box.Bottom + 44);
        var most = rows.Select(static row => row.Value).DefaultIfEmpty(1).Max();
        var x = new AxisScale(0, most * 1.1, box.Left, box.Right);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Counts(most, 8), static tick => tick.ToString("0"), "attackers that reached their objective");
        for (var row = 0; row < rows.Length; row++)
        {
            var top = box.Top + (row * RowHeight);
            var bar = new PlotBox(box.Left, top + 8, x.Place(rows[row].Value) - box.Left, RowHeight - 16);
            canvas.Rectangle(bar, SvgStyle.Area(Palette.Leaked, 0.85));
            var lines = TextMeasure.Wrap(LedgerWords.Cause(rows[row].Key), CauseText, Left - 20);
            for (var line = 0; line < lines.Count; line++)
                canvas.Text(new PlotPoint(box.Left - 8, top + (RowHeight / 2) + 4 + ((line - ((lines.Count - 1) / 2.0)) * 13)), lines[line], CauseText);
            canvas.Text(new PlotPoint(bar.Right + 6, top + (RowHeight / 2) + 4), rows[row].Value.ToString(), new TextStyle { Bold = true });
        }

        if (rows.Length == 0) canvas.Text(new PlotPoint(box.Centre.X, box.Centre.Y + 4), "none leaked", new TextStyle { Anchor = TextAnchor.Middle, Italic = true });
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }
}
