using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Studies.Plotting;

/// <summary>Range and height that a round covers: what is published, and what its flight model reaches. Immutable.</summary>
/// <param name="Round">The round.</param>
public sealed record EnvelopePicture(InterceptorParameters Round)
{
    private const double Width = 900;
    private const double Left = 66;
    private const double Right = 20;
    private const double Top = 34;
    private const double PlotHeight = 420;
    private const int Heights = 18;
    private const int PixelsPerUnit = 2;
    private const int PixelsPerInch = 192;

    private static readonly SvgStyle Published = new() { Fill = Palette.Guiding, Opacity = 0.16 };
    private static readonly SvgStyle PublishedEdge = SvgStyle.Line(Palette.Guiding, 1.6, "6 3");
    private static readonly SvgStyle Flown = new() { Fill = Palette.Series, Opacity = 0.1 };
    private static readonly SvgStyle FlownEdge = SvgStyle.Line(Palette.Series, 1.8);
    private static readonly SvgStyle Ballistic = SvgStyle.Line(Palette.Leaked, 1.6, "2 3");

    /// <summary>Draws the picture.</summary>
    /// <returns>One SVG element; the same for the same round, to the byte.</returns>
    public string ToSvg()
    {
        var flown = FlownOutline();
        var farM = Math.Max(Round.MaximumRangeM, flown.Select(static corner => corner.GroundRangeM).DefaultIfEmpty().Max()) * 1.06;
        var highM = Math.Max(Round.MaximumHeightM, flown.Select(static corner => corner.HeightM).DefaultIfEmpty().Max()) * 1.1;
        List<LegendEntry> entries =
        [
            new("published or assumed limits", LegendMark.Area, PublishedEdge with { Fill = "#ece9f4" }),
            new($"reached by the flight model with {Round.MinimumSpeedMPerS:0} m/s left within {Round.MaximumFlightTimeS:0} s (greatest height drawn: 1.5 times the limit)", LegendMark.Area, FlownEdge with { Fill = "#e6eef6" }),
        ];
        var hasBallistic = Round.BallisticRangeM < Round.MaximumRangeM;
        if (hasBallistic) entries.Add(new("limit against ballistic missiles", LegendMark.Line, Ballistic));
        var inside = Width - Left - Right;
        var box = new PlotBox(Left, Top, inside, PlotHeight);
        var canvas = new SvgCanvas("envelope", $"Envelope of {Round.Name}", Width, box.Bottom + 46 + Legend.Height(inside, entries) + 6);
        canvas.Text(new PlotPoint(Left, 20), $"{Round.Name}: range and height", new TextStyle { Size = 14, Bold = true });
        var x = new AxisScale(0, farM / 1000, box.Left, box.Right);
        var y = new AxisScale(0, highM / 1000, box.Bottom, box.Top);
        Axes.Background(canvas, box);
        Axes.Horizontal(canvas, box, x, NiceTicks.Linear(0, farM / 1000, 10), static tick => tick.ToString("0.##"), "distance along the ground from the launcher (km)");
        Axes.Vertical(canvas, box, y, NiceTicks.Linear(0, highM / 1000, 8), static tick => tick.ToString("0.##"), "height (km)");
        canvas.BeginClip(box);
        Area(canvas, x, y, flown, Flown, FlownEdge);
        Area(canvas, x, y, Limits(Round.LargestRangeM), Published, PublishedEdge);
        if (hasBallistic) Area(canvas, x, y, Limits(_ => Round.BallisticRangeM), null, Ballistic);
        canvas.EndGroup();
        Axes.Frame(canvas, box);
        Legend.Draw(canvas, new PlotPoint(Left, box.Bottom + 46), inside, entries);
        return canvas.ToSvg();
    }

    /// <summary>The picture in pixels, twice as many as the drawing has units.</summary>
    /// <returns>A PNG file; the same for the same round, to the byte.</returns>
    public byte[] ToPng()
    {
        using var stream = new MemoryStream();
        PngEncoder.Write(stream, SvgRaster.Paint(ToSvg(), PixelsPerUnit), PixelsPerInch);
        return stream.ToArray();
    }

    private static void Area(SvgCanvas canvas, AxisScale x, AxisScale y, List<EnvelopePoint> outline, SvgStyle? area, SvgStyle edge)
    {
        if (outline.Count < 3) return;
        PlotPoint[] points = [.. outline.Select(corner => new PlotPoint(x.Place(corner.GroundRangeM / 1000), y.Place(corner.HeightM / 1000)))];
        if (area is { } fill) canvas.Polygon(points, fill);
        canvas.Polygon(points, edge);
    }

    private List<EnvelopePoint> FlownOutline()
    {
        var (far, near) = (new List<EnvelopePoint>(), new List<EnvelopePoint>());
        for (var step = 0; step <= Heights; step++)
        {
            var heightM = Round.MinimumHeightM + (((1.5 * Round.MaximumHeightM) - Round.MinimumHeightM) * step / Heights);
            var (nearM, farM) = RoundPerformance.ReachAt(Round, heightM);
            if (double.IsNaN(nearM)) continue;
            far.Add(new EnvelopePoint(farM, heightM));
            near.Add(new EnvelopePoint(nearM, heightM));
        }

        near.Reverse();
        return [.. far, .. near];
    }

    // The limits are slant ranges; the picture is of ranges along the ground.
    private List<EnvelopePoint> Limits(Func<double, double> largestM)
    {
        const int Steps = 120;
        var (far, near) = (new List<EnvelopePoint>(), new List<EnvelopePoint>());
        for (var step = 0; step <= Steps; step++)
        {
            var share = step / (double)Steps;
            var heightM = Round.MinimumHeightM + ((Round.MaximumHeightM - Round.MinimumHeightM) * share * share);
            if (largestM(heightM) > heightM) far.Add(new EnvelopePoint(Ground(largestM(heightM), heightM), heightM));
            near.Add(new EnvelopePoint(Ground(Round.MinimumRangeM, heightM), heightM));
        }

        near.Reverse();
        return [.. far, .. near];
    }

    private static double Ground(double slantM, double heightM)
    {
        // Law of cosines on the sphere, 4 R (R + h) sin² = s² - h².
        var squared = ((slantM * slantM) - (heightM * heightM)) / (4 * Wgs84.MeanRadiusM * (Wgs84.MeanRadiusM + heightM));
        return 2 * Wgs84.MeanRadiusM * Math.Asin(Math.Sqrt(Math.Clamp(squared, 0, 1)));
    }
}
