namespace Bulwark.Studies.Plotting;

/// <summary>Finds places for labels where they cover neither each other nor what was reserved; a label without a place is not drawn.</summary>
internal sealed class LabelPlacer(PlotBox area)
{
    private const double LineStep = 8;

    private readonly List<PlotBox> _taken = [];
    private readonly HashSet<(int Column, int Row)> _busy = [];

    /// <summary>Keeps a box free of labels.</summary>
    public void Reserve(PlotBox box) => _taken.Add(box);

    /// <summary>Notes where a line runs: labels stand on lines only when there is no other place.</summary>
    public void Avoid(ReadOnlySpan<PlotPoint> line)
    {
        for (var index = 1; index < line.Length; index++)
        {
            var (from, to) = (line[index - 1], line[index]);
            var steps = Math.Max(1, (int)Math.Ceiling(double.Hypot(to.X - from.X, to.Y - from.Y) / (LineStep / 2)));
            for (var step = 0; step <= steps; step++) _busy.Add(Cell(from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps)));
        }
    }

    /// <summary>Finds the first of the given places that is free, if possible away from lines, and takes it; null when there is none.</summary>
    public PlotPoint? Take(string text, TextStyle style, ReadOnlySpan<PlotPoint> places)
    {
        if (Find(text, style, places) is not { } place) return null;
        _taken.Add(TextMeasure.Box(text, place, style).Grown(2));
        return place;
    }

    /// <summary>Draws a label at the first of the given places that is free, if possible away from lines.</summary>
    public bool TryDraw(SvgCanvas canvas, string text, TextStyle style, ReadOnlySpan<PlotPoint> places) =>
        Find(text, style, places) is { } place && Draw(canvas, text, style, place);

    /// <summary>Draws a label beside a mark: right, left, above, below, then the corners; where all that is taken, farther out with a line to the mark.</summary>
    public bool TryDrawBeside(SvgCanvas canvas, string text, TextStyle style, PlotPoint mark, double away)
    {
        var plain = style with { Anchor = TextAnchor.Start };
        if (Find(text, plain, Around(text, style, mark, away)) is { } near) return Draw(canvas, text, plain, near);
        foreach (var farther in (ReadOnlySpan<double>)[3, 5, 7])
        {
            if (Find(text, plain, Around(text, style, mark, farther * away)) is not { } far) continue;
            var box = TextMeasure.Box(text, far, plain);
            var end = new PlotPoint(Math.Clamp(mark.X, box.Left, box.Right), Math.Clamp(mark.Y, box.Top, box.Bottom));
            canvas.Line(mark, end, SvgStyle.Line(style.Colour, 0.8));
            return Draw(canvas, text, plain, far);
        }

        return false;
    }

    private static PlotPoint[] Around(string text, TextStyle style, PlotPoint mark, double away)
    {
        var width = TextMeasure.Width(text, style);
        var (left, right) = (mark.X - away - width, mark.X + away);
        var (above, middle, below) = (mark.Y - away, mark.Y + (0.35 * style.Size), mark.Y + away + (0.8 * style.Size));
        return [new(right, middle), new(left, middle), new(mark.X - (width / 2), above), new(mark.X - (width / 2), below), new(right, above), new(right, below), new(left, above), new(left, below)];
    }

    private static (int Column, int Row) Cell(double x, double y) => ((int)Math.Floor(x / LineStep), (int)Math.Floor(y / LineStep));

    private PlotPoint? Find(string text, TextStyle style, ReadOnlySpan<PlotPoint> places)
    {
        PlotPoint? onLine = null;
        foreach (var place in places)
        {
            var box = TextMeasure.Box(text, place, style).Grown(2);
            if (!area.Contains(box) || _taken.Exists(box.Overlaps)) continue;
            if (!OnLine(box)) return place;
            onLine ??= place;
        }

        return onLine;
    }

    private bool OnLine(PlotBox box)
    {
        var (from, to) = (Cell(box.Left, box.Top), Cell(box.Right, box.Bottom));
        for (var column = from.Column; column <= to.Column; column++)
        {
            for (var row = from.Row; row <= to.Row; row++)
            {
                if (_busy.Contains((column, row))) return true;
            }
        }

        return false;
    }

    private bool Draw(SvgCanvas canvas, string text, TextStyle style, PlotPoint place)
    {
        _taken.Add(TextMeasure.Box(text, place, style).Grown(2));
        canvas.Text(place, text, style);
        return true;
    }
}
