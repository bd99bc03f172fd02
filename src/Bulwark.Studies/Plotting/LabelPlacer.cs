namespace Bulwark.Studies.Plotting;

/// <summary>Finds places for labels where they cover neither each other nor what was reserved; a label without a place is not drawn.</summary>
internal sealed class LabelPlacer(PlotBox area)
{
    private readonly List<PlotBox> _taken = [];

    /// <summary>Keeps a box free of labels.</summary>
    public void Reserve(PlotBox box) => _taken.Add(box);

    /// <summary>Draws a label at the first of the given places that is free.</summary>
    public bool TryDraw(SvgCanvas canvas, string text, TextStyle style, ReadOnlySpan<PlotPoint> places)
    {
        foreach (var place in places)
        {
            var box = TextMeasure.Box(text, place, style).Grown(2);
            if (!area.Contains(box) || _taken.Exists(box.Overlaps)) continue;
            _taken.Add(box);
            canvas.Text(place, text, style);
            return true;
        }

        return false;
    }

    /// <summary>Draws a label beside a mark: right, left, above, below, then the corners.</summary>
    public bool TryDrawBeside(SvgCanvas canvas, string text, TextStyle style, PlotPoint mark, double away)
    {
        var width = TextMeasure.Width(text, style);
        var (left, right) = (mark.X - away - width, mark.X + away);
        var (above, middle, below) = (mark.Y - away, mark.Y + (0.35 * style.Size), mark.Y + away + (0.8 * style.Size));
        return TryDraw(
            canvas,
            text,
            style with { Anchor = TextAnchor.Start },
            [new(right, middle), new(left, middle), new(mark.X - (width / 2), above), new(mark.X - (width / 2), below), new(right, above), new(right, below), new(left, above), new(left, below)]);
    }
}
