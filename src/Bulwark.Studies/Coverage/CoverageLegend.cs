using System.Globalization;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Studies.Coverage;

/// <summary>What stands beside a coverage map: scale, key and figures.</summary>
internal static class CoverageLegend
{
    private const double BarHeight = 220;
    private const double BarWidth = 18;

    private static readonly TextStyle Head = new() { Size = 12, Bold = true };
    private static readonly TextStyle Body = new() { Size = 11 };
    private static readonly TextStyle Fine = new() { Size = 10, Colour = Palette.Muted };
    private static readonly Rgb Ink = Rgb.Of(Palette.Ink);

    /// <summary>Colour of the n-th lowest of some heights: the lower, the darker.</summary>
    public static Rgb HeightColour(int index, int count) => ColourScale.At(count == 1 ? 0.6 : 0.88 - (0.76 * index / (count - 1))) with { Opacity = 0.8 };

    /// <summary>How strongly the colour of a probability covers the map: hardly detected fades into the ground.</summary>
    public static double Opacity(double probability) => Math.Min(0.75, 0.4 + (0.7 * probability));

    /// <summary>The scale of probability and what it amounts to.</summary>
    public static void Probability(RasterCanvas canvas, PlotBox panel, CoverageResult result, CoverageLayer layer)
    {
        var y = panel.Top + 10;
        canvas.Text(new PlotPoint(panel.Left, y), "Probability of detection", Head);
        canvas.Text(new PlotPoint(panel.Left, y + 16), Method(result), Fine);
        var bar = new PlotBox(panel.Left, y + 30, BarWidth, BarHeight);
        const int Steps = 110;
        for (var step = 0; step < Steps; step++)
        {
            var share = (Steps - step - 0.5) / Steps;
            var colour = ColourScale.At(share) with { Opacity = Opacity(share) };
            canvas.Fill(new PlotBox(bar.Left, bar.Top + (step * BarHeight / Steps), bar.Width, BarHeight / Steps), colour);
        }

        canvas.Frame(bar, 0.8, Ink);
        for (var tick = 0; tick <= 5; tick++)
        {
            var at = bar.Bottom - (tick * BarHeight / 5);
            canvas.Line([new(bar.Right, at), new(bar.Right + 5, at)], 0.8, Ink);
            canvas.Text(new PlotPoint(bar.Right + 9, at + 4), (tick / 5.0).ToString("0.0", CultureInfo.InvariantCulture), Body);
        }

        var threshold = bar.Bottom - (result.Request.ThresholdProbability * BarHeight);
        canvas.Line([new(bar.Left - 4, threshold), new(bar.Right + 34, threshold)], 1.2, Ink);
        canvas.Text(new PlotPoint(bar.Right + 38, threshold + 4), $"covered from {result.Request.ThresholdProbability.ToString("0.##", CultureInfo.InvariantCulture)}", Body);

        y = bar.Bottom + 34;
        y = Key(canvas, panel, y, result);
        canvas.Text(new PlotPoint(panel.Left, y), "Against the ring", Head);
        y = Row(canvas, panel, y + 18, "inside the ring", CoverageWords.Area(layer.RingAreaM2));
        y = Row(canvas, panel, y, "covered", CoverageWords.Area(layer.CoveredAreaM2));
        y = Row(canvas, panel, y, "difference", CoverageWords.Percent(layer.DifferenceShare));
        if (result.HasTerrain) Row(canvas, panel, y, "unknown", CoverageWords.Percent(layer.UnknownShare));
    }

    /// <summary>The heights with their colours, areas and ranges.</summary>
    public static void Heights(RasterCanvas canvas, PlotBox panel, CoverageResult result, IReadOnlyList<CoverageLayer> layers)
    {
        var y = panel.Top + 10;
        canvas.Text(new PlotPoint(panel.Left, y), "Seen from this height up", Head);
        canvas.Text(new PlotPoint(panel.Left, y + 16), $"above {(CoverageWords.Height(result, layers[0]).EndsWith("ground", StringComparison.Ordinal) ? "ground" : "sea level")}", Fine);
        var beyond = result.Sites.Length == 1 && result.Sites[0].RingRangesM.Max() >= result.Grid.RadiusM;
        y += 40;
        for (var index = layers.Count - 1; index >= 0; index--)
        {
            var layer = layers[index];
            var swatch = new PlotBox(panel.Left, y - 12, 26, 17);
            canvas.Fill(swatch, HeightColour(index, layers.Count));
            canvas.Frame(swatch, 0.8, Ink);
            canvas.Text(new PlotPoint(panel.Left + 36, y + 1), CoverageWords.Length(layer.HeightM), Body with { Bold = true });
            canvas.Text(new PlotPoint(panel.Right - 2, y + 1), $"{CoverageWords.Percent(layer.RingAreaM2 > 0 ? layer.CoveredAreaM2 / layer.RingAreaM2 : 0)} of the {(beyond ? "map" : "ring")}", Body with { Anchor = TextAnchor.End });
            var ranges = layer.Ranges.Select(static range => range.UnbrokenRangeM).Order().ToArray();
            var (least, most) = (CoverageWords.Length(ranges[0]), CoverageWords.Length(ranges[^1]));
            canvas.Text(new PlotPoint(panel.Left + 36, y + 16), ranges[^1] - ranges[0] < 0.005 * ranges[^1] ? $"{most} in every direction" : $"{least} to {most} unbroken", Fine);
            y += 44;
        }

        Key(canvas, panel, y + 8, result);
    }

    /// <summary>A saltire on a light ground.</summary>
    public static void JammerMark(RasterCanvas canvas, PlotPoint at)
    {
        foreach (var (width, colour) in ((double, Rgb)[])[(6, Rgb.Of(Palette.Paper)), (3, Rgb.Of(Palette.Limit))])
        {
            canvas.Line([new(at.X - 6, at.Y - 6), new(at.X + 6, at.Y + 6)], width, colour);
            canvas.Line([new(at.X - 6, at.Y + 6), new(at.X + 6, at.Y - 6)], width, colour);
        }
    }

    private static double Key(RasterCanvas canvas, PlotBox panel, double y, CoverageResult result)
    {
        canvas.Text(new PlotPoint(panel.Left, y), "Key", Head);
        y += 20;
        canvas.Line([new(panel.Left, y - 4), new(panel.Left + 28, y - 4)], 1.8, Rgb.Of(Palette.Limit), (9, 5));
        canvas.Text(new PlotPoint(panel.Left + 36, y), "range ring of the set", Body);
        y += 19;
        canvas.Line([new(panel.Left, y - 4), new(panel.Left + 28, y - 4)], 1.1, Ink);
        canvas.Text(new PlotPoint(panel.Left + 36, y), $"edge of cover (Pd {result.Request.ThresholdProbability.ToString("0.##", CultureInfo.InvariantCulture)})", Body);
        y += 19;
        PlotPoint[] mark = [new(panel.Left + 14, y - 11), new(panel.Left + 20, y), new(panel.Left + 8, y)];
        canvas.Fill([mark], Ink);
        canvas.Text(new PlotPoint(panel.Left + 36, y), "radar", Body);
        if (result.Request.Jammers.Count > 0)
        {
            y += 19;
            JammerMark(canvas, new PlotPoint(panel.Left + 14, y - 5));
            canvas.Text(new PlotPoint(panel.Left + 36, y), "jammer", Body);
        }

        if (result.HasTerrain)
        {
            y += 19;
            var box = new PlotBox(panel.Left, y - 11, 28, 13);
            canvas.Fill(box, new Rgb(0xc8, 0xc8, 0xc8));
            for (var x = 2; x < 28; x += 7) canvas.Line([new(box.Left + x, box.Bottom), new(Math.Min(box.Right, box.Left + x + 9), box.Top)], 2, new Rgb(0x6b, 0x6b, 0x6b));
            canvas.Frame(box, 0.8, Ink);
            canvas.Text(new PlotPoint(panel.Left + 36, y), "terrain unknown", Body);
        }

        return y + 34;
    }

    private static double Row(RasterCanvas canvas, PlotBox panel, double y, string name, string value)
    {
        canvas.Text(new PlotPoint(panel.Left, y), name, Body);
        canvas.Text(new PlotPoint(panel.Right - 2, y), value, Body with { Anchor = TextAnchor.End });
        return y + 17;
    }

    private static string Method(CoverageResult result) => result.Request.Combination.Kind == CombinationKind.Track
        ? "enough looks in the window"
        : result.Request.Radars.Count == 1 ? "in one look" : "one look of each radar";
}
