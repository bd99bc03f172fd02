using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Verification.Pages;

/// <summary>Draws every error of an area as a part of what is allowed, one row for each quantity, on a scale of powers of ten.</summary>
internal static class ErrorChart
{
    private const double Width = 900;
    private const double LabelWidth = 390;
    private const double RowHeight = 15;
    private const double TopMargin = 40;
    private const int SmallestPower = -9;
    private const double LargestPower = 0.5;

    /// <summary>The picture of an area.</summary>
    /// <param name="area">Its name.</param>
    /// <param name="entries">Its comparisons and experiments.</param>
    public static Picture Draw(string area, IReadOnlyList<VerificationEntry> entries)
    {
        var rows = entries.SelectMany(static entry => entry.Quantities.Select(quantity => (entry, quantity))).ToList();
        var name = "verification-" + area.ToLowerInvariant().Replace(' ', '-');
        var title = $"{area}: every error as a part of its tolerance";
        var canvas = new SvgCanvas(name, title, Width, TopMargin + (rows.Count * RowHeight) + 52);
        var box = new PlotBox(LabelWidth, TopMargin, Width - LabelWidth - 20, rows.Count * RowHeight);
        var scale = new AxisScale(SmallestPower, LargestPower, box.Left, box.Right);
        canvas.Text(new PlotPoint(12, 22), title, new TextStyle { Size = 14, Bold = true });
        Axes.Background(canvas, box);
        double[] ticks = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0];
        Axes.Horizontal(canvas, box, scale, ticks, static power => power <= SmallestPower ? "1e-9 or less" : power == 0 ? "1" : $"1e{power}", "error over what is allowed");
        for (var row = 0; row < rows.Count; row++) Row(canvas, box, scale, rows[row].entry, rows[row].quantity, box.Top + ((row + 0.5) * RowHeight));
        var limit = scale.Place(0);
        canvas.Line(new PlotPoint(limit, box.Top), new PlotPoint(limit, box.Bottom), SvgStyle.Line(Palette.Limit, 1.5));
        Axes.Frame(canvas, box);
        return new Picture(name + ".svg", title, "Each dot is a case; the red line is the tolerance. Dots at the left edge are a billionth of the tolerance or less.", canvas.ToSvg());
    }

    private static void Row(SvgCanvas canvas, PlotBox box, AxisScale scale, VerificationEntry entry, QuantityErrors quantity, double y)
    {
        var label = $"{entry.Model}: {quantity.Quantity}";
        if (label.Length > 66) label = label[..65] + "…";
        canvas.Text(new PlotPoint(box.Left - 8, y + 3.5), label, new TextStyle { Size = 10, Anchor = TextAnchor.End, Colour = quantity.IsWithin ? Palette.Ink : Palette.Limit });
        canvas.Line(new PlotPoint(box.Left, y), new PlotPoint(box.Right, y), SvgStyle.Line(Palette.Grid));

        // Many cases fall on one spot; a spot is drawn once.
        var spots = new HashSet<int>();
        foreach (var one in quantity.Cases)
        {
            var power = one.Ratio > 0 ? Math.Clamp(Math.Log10(one.Ratio), SmallestPower, LargestPower) : double.IsNaN(one.Ratio) ? LargestPower : SmallestPower;
            var x = Math.Round(2 * scale.Place(power)) / 2;
            if (spots.Add((int)(2 * x))) canvas.Circle(new PlotPoint(x, y), 2.6, SvgStyle.Area(one.Ratio <= 1 ? Palette.Series : Palette.Limit, 0.55));
        }
    }
}
