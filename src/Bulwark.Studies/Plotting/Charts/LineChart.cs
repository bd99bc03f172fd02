namespace Bulwark.Studies.Plotting.Charts;

/// <summary>Lines over a number, each in its band.</summary>
internal static class LineChart
{
    private const double Width = 900;
    private const double Left = 74;
    private const double Right = 24;
    private const double Height = 340;
    private const double DotRadius = 3;

    private static readonly string[] Colours = [Palette.Series, Palette.Leaked, Palette.Killed, Palette.Missile, Palette.Asset, Palette.Guiding, Palette.Ink, Palette.Neutral];

    /// <summary>The colour of a line by its number.</summary>
    public static string Colour(int line) => Colours[line % Colours.Length];

    /// <summary>Draws the chart.</summary>
    /// <param name="name">Short name in letters, digits and hyphens.</param>
    /// <param name="title">What it shows, for readers who cannot see it.</param>
    /// <param name="lines">The lines; values that are not finite are left out.</param>
    /// <param name="xTitle">What the number across is.</param>
    /// <param name="yTitle">What the number upwards is.</param>
    /// <param name="isProbability">Whether the number upwards lies between 0 and 1.</param>
    /// <param name="square">Whether the axis across is by the square root, for many values that crowd at the left.</param>
    /// <param name="dots">Whether points are marked.</param>
    public static string Draw(string name, string title, IReadOnlyList<ChartLine> lines, string xTitle, string yTitle, bool isProbability, bool square = false, bool dots = true)
    {
        List<LegendEntry> entries = [.. lines.Select(static line => new LegendEntry(line.Label, LegendMark.Line, Style(line)))];
        var top = 10 + Legend.Height(Width - Left - Right, entries) + 8;
        var box = new PlotBox(Left, top, Width - Left - Right, Height);
        var canvas = new SvgCanvas(name, title, Width, box.Bottom + 46);
        Legend.Draw(canvas, new PlotPoint(Left, 10), box.Width, entries);
        var all = lines.SelectMany(static line => line.Points).Where(IsFinite).ToList();
        var (fromX, toX) = Ends(all.Select(static point => point.X), 0.02);
        if (square) (fromX, toX) = (all.Select(static point => point.X).DefaultIfEmpty(0).Min(), all.Select(static point => point.X).DefaultIfEmpty(1).Max());
        if (!(toX > fromX)) toX = fromX + 1;
        if (square && dots) (fromX, toX) = (Math.Max(0, fromX - (0.02 * (toX - fromX))), toX + (0.02 * (toX - fromX)));
        var (fromY, toY) = isProbability ? (-0.02, 1.02) : Ends(all.SelectMany(static point => (double[])[point.Low, point.High, point.Y]), 0.06, zero: true);
        var x = new AxisScale(fromX, toX, box.Left, box.Right, square);
        var y = new AxisScale(fromY, toY, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(fromX, toX, 9), ValueText.Tick, xTitle);
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(fromY, toY, 6), ValueText.Tick, yTitle);
        canvas.BeginClip(box);
        var solid = lines.Count(static line => !line.IsReference && !line.IsEnvelope);
        foreach (var line in lines) Band(canvas, line, x, y, solid, dots);
        for (var index = 0; index < lines.Count; index++) Trace(canvas, lines[index], x, y, dots, Aside(index, solid));
        canvas.EndGroup();
        Axes.Frame(canvas, box);
        return canvas.ToSvg();
    }

    // Lines that coincide are told apart by their marks, which stand a little beside each other.
    private static double Aside(int line, int solid) => line < solid ? (line - (0.5 * (solid - 1))) * Math.Min(5, 24.0 / solid) : 0;

    private static SvgStyle Style(ChartLine line) => line.IsEnvelope ? SvgStyle.Line(line.Colour, 1, "2 3") : line.IsReference ? SvgStyle.Line(line.Colour, 1.3, "6 3") : SvgStyle.Line(line.Colour, 1.8);

    private static bool IsFinite(ChartPoint point) => double.IsFinite(point.X) && double.IsFinite(point.Y) && double.IsFinite(point.Low) && double.IsFinite(point.High);

    private static (double From, double To) Ends(IEnumerable<double> values, double margin, bool zero = false)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (!(low <= high)) return (0, 1);
        if (zero && low > 0 && low < 0.6 * high) low = 0;
        var room = high > low ? margin * (high - low) : high == 0 ? 1 : 0.5 * Math.Abs(high);
        return (zero && low == 0 ? 0 : low - room, high + (room > 0 ? room : 1));
    }

    // Many bands over each other are pale; without marks that bear whiskers their edges are drawn instead.
    private static void Band(SvgCanvas canvas, ChartLine line, AxisScale x, AxisScale y, int solid, bool dots)
    {
        var points = line.Points.Where(IsFinite).ToList();
        if (line.IsReference || points.Count < 2) return;
        PlotPoint[] high = [.. points.Select(point => new PlotPoint(x.Place(point.X), y.Place(point.High)))];
        PlotPoint[] low = [.. points.Select(point => new PlotPoint(x.Place(point.X), y.Place(point.Low)))];
        if (!line.IsEnvelope) canvas.Polygon([.. high, .. Enumerable.Reverse(low)], SvgStyle.Area(line.Colour, solid < 3 ? 0.16 : dots ? 0.09 : 0.06));
        if (!line.IsEnvelope && (dots || solid < 2)) return;
        var edge = line.IsEnvelope ? Style(line) : SvgStyle.Line(line.Colour, 0.7, opacity: 0.7);
        canvas.Polyline(high, edge);
        canvas.Polyline(low, edge);
    }

    private static void Trace(SvgCanvas canvas, ChartLine line, AxisScale x, AxisScale y, bool dots, double asidePx)
    {
        if (line.IsEnvelope) return;
        var points = line.Points.Where(IsFinite).ToList();
        PlotPoint[] places = [.. points.Select(point => new PlotPoint(x.Place(point.X), y.Place(point.Y)))];
        canvas.Polyline(places, Style(line));
        if (line.IsReference || !dots) return;
        for (var index = 0; index < places.Length; index++)
        {
            var (low, high) = (y.Place(points[index].Low), y.Place(points[index].High));
            var across = places[index].X + asidePx;
            canvas.Line(new PlotPoint(across, low), new PlotPoint(across, high), SvgStyle.Line(line.Colour, 1.2));
            canvas.Circle(places[index] with { X = across }, DotRadius, SvgStyle.Area(line.Colour), $"{line.Label}: {ValueText.Number(points[index].Y)} ({ValueText.Number(points[index].Low)} to {ValueText.Number(points[index].High)}) at {ValueText.Number(points[index].X)}");
        }
    }
}
