using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Plotting.Programmes;

/// <summary>What kept units from being ready: bars of the share of their time, split by what was wrong.</summary>
internal static class CauseChart
{
    private const double Width = 900;
    private const double MostLeft = 430;
    private const double Right = 70;
    private const double Row = 21;

    private static readonly TextStyle NameText = new() { Size = 12, Anchor = TextAnchor.End };

    /// <summary>Draws a ranking.</summary>
    /// <param name="name">Name of the drawing.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="causes">The causes, the worst first.</param>
    /// <param name="rows">How many to draw.</param>
    public static string Draw(string name, string title, IReadOnlyList<StopCause> causes, int rows)
    {
        LegendEntry[] legend =
        [
            new("nobody can or may supply it", LegendMark.Area, SvgStyle.Area(Palette.Limit, 0.85)), new("waiting for a spare", LegendMark.Area, SvgStyle.Area(Palette.Firing, 0.9)),
            new("being fitted", LegendMark.Area, SvgStyle.Area(Palette.Other, 0.7)),
        ];
        List<StopCause> shown = [.. causes.Where(static cause => cause.TotalShare > 0).Take(rows)];
        var labels = shown.ConvertAll(static cause => cause.Country.Length > 0 && cause.Country != cause.Name ? $"{cause.Name} ({cause.Country})" : cause.Name);
        var left = Math.Min(MostLeft, 24 + labels.Select(static label => TextMeasure.Width(label, NameText)).DefaultIfEmpty(80).Max());
        var box = new PlotBox(left, 30, Width - left - Right, Math.Max(1, shown.Count) * Row);
        var canvas = new SvgCanvas(name, title, Width, box.Bottom + 44);
        Legend.Draw(canvas, new PlotPoint(Math.Min(left, 240), 4), Width - Right - Math.Min(left, 240), legend);
        var most = Math.Max(1e-6, shown.Select(static cause => cause.TotalShare).DefaultIfEmpty(1).Max());
        var x = new AxisScale(0, most * 1.16, box.Left, box.Right);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(0, most, 6), static tick => $"{100 * tick:0.##} %", "share of the time of the units that are there");
        for (var row = 0; row < shown.Count; row++)
        {
            var (cause, top) = (shown[row], box.Top + (row * Row));
            var from = 0.0;
            foreach (var (share, style) in ((double, SvgStyle)[])[(cause.BarredShare, legend[0].Style), (cause.WaitingShare, legend[1].Style), (cause.FittingShare, legend[2].Style)])
            {
                if (share > 0) canvas.Rectangle(new PlotBox(x.Place(from), top + 3, x.Place(from + share) - x.Place(from), Row - 6), style, $"{cause.Name}: {100 * share:0.###} %");
                from += share;
            }

            canvas.Text(new PlotPoint(box.Left - 8, top + (Row / 2) + 4), Shortened(labels[row]), NameText);
            canvas.Text(new PlotPoint(x.Place(from) + 5, top + (Row / 2) + 4), $"{100 * cause.TotalShare:0.00} %", new TextStyle { Size = 11, Colour = Palette.Muted });
        }

        if (shown.Count == 0) canvas.Text(new PlotPoint(box.Centre.X, box.Centre.Y + 4), "nothing", new TextStyle { Anchor = TextAnchor.Middle, Italic = true });
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }

    private static string Shortened(string label)
    {
        while (TextMeasure.Width(label, NameText) > MostLeft - 16 && label.Length > 8) label = label[..^2].TrimEnd('…') + "…";
        return label;
    }
}
