namespace Bulwark.Studies.Plotting.Charts;

/// <summary>A number over two factors, as a field of coloured boxes with a scale.</summary>
internal static class SurfaceChart
{
    private const double Width = 900;
    private const double Left = 74;
    private const double Height = 380;
    private const double ScaleWidth = 18;
    private const double ScaleRoom = 110;
    private const int Steps = 24;

    // Viridis at nine places (S. van der Walt and N. Smith 2015), which rises evenly in lightness.
    private static readonly (int Red, int Green, int Blue)[] Colours =
        [(68, 1, 84), (71, 44, 122), (59, 81, 139), (44, 113, 142), (33, 144, 141), (39, 173, 129), (92, 200, 99), (170, 220, 50), (253, 231, 37)];

    /// <summary>Draws the chart.</summary>
    /// <param name="name">Short name in letters, digits and hyphens.</param>
    /// <param name="title">What it shows, for readers who cannot see it.</param>
    /// <param name="x">Ends of the factor across.</param>
    /// <param name="y">Ends of the factor upwards.</param>
    /// <param name="value">The number at a place.</param>
    /// <param name="points">Places where it was measured; nothing is drawn outside their hull.</param>
    /// <param name="xTitle">The factor across.</param>
    /// <param name="yTitle">The factor upwards.</param>
    /// <param name="valueTitle">What the number is.</param>
    public static string Draw(string name, string title, (double From, double To) x, (double From, double To) y, Func<double, double, double> value, IReadOnlyList<(double X, double Y)> points, string xTitle, string yTitle, string valueTitle)
    {
        var box = new PlotBox(Left, 14, Width - Left - ScaleRoom, Height);
        var canvas = new SvgCanvas(name, title, Width, box.Bottom + 46);
        var across = new AxisScale(x.From, x.To, box.Left, box.Right);
        var up = new AxisScale(y.From, y.To, box.Bottom, box.Top);
        var hull = new PointHull(points);
        var values = new double[Steps, Steps];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var column = 0; column < Steps; column++)
        {
            for (var row = 0; row < Steps; row++)
            {
                var (placeX, placeY) = (x.From + ((column + 0.5) / Steps * (x.To - x.From)), y.From + ((row + 0.5) / Steps * (y.To - y.From)));
                values[column, row] = double.NaN;
                if (!hull.Holds(placeX, placeY)) continue;
                var at = value(placeX, placeY);
                values[column, row] = at;
                (low, high) = (Math.Min(low, at), Math.Max(high, at));
            }
        }

        Axes.Background(canvas, box);
        if (!double.IsFinite(low)) (low, high) = (0, 1);
        if (!(high > low)) high = low + 1;
        var (width, height) = (box.Width / Steps, box.Height / Steps);
        for (var column = 0; column < Steps; column++)
        {
            // Boxes overlap a little, so that no seam shows between them.
            for (var row = 0; row < Steps; row++)
            {
                if (double.IsNaN(values[column, row])) continue;
                canvas.Rectangle(new PlotBox(box.Left + (column * width), box.Bottom - ((row + 1) * height), width + 0.4, height + 0.4), SvgStyle.Area(Colour((values[column, row] - low) / (high - low))));
            }
        }

        foreach (var (pointX, pointY) in points) canvas.Circle(new PlotPoint(across.Place(pointX), up.Place(pointY)), 2, new SvgStyle { Fill = "#ffffff", Stroke = Palette.Ink, Width = 0.6 });
        Axes.Horizontal(canvas, box with { Top = box.Bottom, Height = 0 }, across, NiceTicks.Linear(x.From, x.To, 8), ValueText.Tick, xTitle);
        Axes.Vertical(canvas, box with { Width = 0 }, up, NiceTicks.Linear(y.From, y.To, 6), ValueText.Tick, title: null);
        canvas.Text(new PlotPoint(box.Left - 44, box.Centre.Y), yTitle, Axes.TitleText with { Anchor = TextAnchor.Middle, Turn = -90 });
        Axes.Frame(canvas, box);
        Scale(canvas, box, low, high, valueTitle);
        return canvas.ToSvg();
    }

    private static void Scale(SvgCanvas canvas, PlotBox box, double low, double high, string title)
    {
        var place = new PlotBox(box.Right + 18, box.Top, ScaleWidth, box.Height);
        for (var step = 0; step < 64; step++)
            canvas.Rectangle(new PlotBox(place.Left, place.Bottom - ((step + 1) * place.Height / 64), place.Width, (place.Height / 64) + 0.4), SvgStyle.Area(Colour((step + 0.5) / 64)));
        Axes.Frame(canvas, place);
        var scale = new AxisScale(low, high, place.Bottom, place.Top);
        foreach (var tick in NiceTicks.Linear(low, high, 5)) canvas.Text(new PlotPoint(place.Right + 5, scale.Place(tick) + 4), ValueText.Tick(tick), Axes.TickText);
        canvas.Text(new PlotPoint(Width - 10, box.Centre.Y), title, Axes.TitleText with { Anchor = TextAnchor.Middle, Turn = -90 });
    }

    private static string Colour(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (Colours.Length - 1);
        var below = Math.Min(Colours.Length - 2, (int)place);
        var (one, two, mix) = (Colours[below], Colours[below + 1], place - below);
        return $"#{Mix(one.Red, two.Red):x2}{Mix(one.Green, two.Green):x2}{Mix(one.Blue, two.Blue):x2}";

        int Mix(int from, int to) => (int)Math.Round(from + (mix * (to - from)));
    }
}
