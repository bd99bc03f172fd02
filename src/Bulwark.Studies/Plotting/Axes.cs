namespace Bulwark.Studies.Plotting;

/// <summary>Draws the frame, grid, marks and titles of a plot.</summary>
internal static class Axes
{
    public static readonly TextStyle TickText = new() { Size = 11, Colour = Palette.Muted };
    public static readonly TextStyle TitleText = new() { Size = 12, Colour = Palette.Ink };

    public static void Background(SvgCanvas canvas, PlotBox box) => canvas.Rectangle(box, SvgStyle.Area("#fbfcfd"));

    public static void Frame(SvgCanvas canvas, PlotBox box) => canvas.Rectangle(box, SvgStyle.Line(Palette.Frame));

    /// <summary>Vertical grid lines with labels below the box; labels that would touch the previous one are left out.</summary>
    public static void Horizontal(SvgCanvas canvas, PlotBox box, AxisScale scale, double[] ticks, Func<double, string>? label, string? title)
    {
        var style = TickText with { Anchor = TextAnchor.Middle };
        var free = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            var x = scale.Place(tick);
            canvas.Line(new PlotPoint(x, box.Top), new PlotPoint(x, box.Bottom), SvgStyle.Line(Palette.Grid));
            if (label is null) continue;
            canvas.Line(new PlotPoint(x, box.Bottom), new PlotPoint(x, box.Bottom + 4), SvgStyle.Line(Palette.Frame));
            var text = label(tick);
            var place = TextMeasure.Box(text, new PlotPoint(x, box.Bottom + 16), style);
            if (place.Left < free) continue;
            canvas.Text(new PlotPoint(x, box.Bottom + 16), text, style);
            free = place.Right + 4;
        }

        if (title is not null) canvas.Text(new PlotPoint(box.Centre.X, box.Bottom + 34), title, TitleText with { Anchor = TextAnchor.Middle });
    }

    /// <summary>Horizontal grid lines with labels left of the box.</summary>
    public static void Vertical(SvgCanvas canvas, PlotBox box, AxisScale scale, double[] ticks, Func<double, string> label, string? title)
    {
        foreach (var tick in ticks)
        {
            var y = scale.Place(tick);
            canvas.Line(new PlotPoint(box.Left, y), new PlotPoint(box.Right, y), SvgStyle.Line(Palette.Grid));
            canvas.Line(new PlotPoint(box.Left - 4, y), new PlotPoint(box.Left, y), SvgStyle.Line(Palette.Frame));
            canvas.Text(new PlotPoint(box.Left - 7, y + 4), label(tick), TickText with { Anchor = TextAnchor.End });
        }

        if (title is not null)
            canvas.Text(new PlotPoint(box.Left - 44, box.Centre.Y), title, TitleText with { Anchor = TextAnchor.Middle, Turn = -90 });
    }
}
