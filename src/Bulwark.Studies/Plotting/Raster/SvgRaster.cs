using System.Globalization;
using System.Xml.Linq;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>
/// Paints a drawing of <see cref="SvgCanvas"/> as a picture of pixels, so that every plot exists as SVG and as PNG from one description.
/// It knows the elements that our drawings have (rect, line, circle, path of straight lines, text, clip) and no others.
/// </summary>
internal sealed class SvgRaster
{
    private readonly RasterCanvas _canvas;
    private readonly Dictionary<string, PlotBox> _clips = new(StringComparer.Ordinal);

    private SvgRaster(RasterCanvas canvas) => _canvas = canvas;

    /// <summary>Paints a drawing.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="pixelsPerPoint">Pixels for each unit of the drawing.</param>
    public static RasterImage Paint(string svg, double pixelsPerPoint)
    {
        var root = XDocument.Parse(svg).Root!;
        var painter = new SvgRaster(new RasterCanvas(Number(root, "width"), Number(root, "height"), pixelsPerPoint));
        painter.Children(root);
        return painter._canvas.Image;
    }

    private static double Number(XElement element, string name, double missing = 0) =>
        element.Attribute(name) is { } attribute ? double.Parse(attribute.Value, CultureInfo.InvariantCulture) : missing;

    private static string Word(XElement element, string name, string missing) => element.Attribute(name)?.Value ?? missing;

    private void Children(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "clipPath": _clips["url(#" + Word(element, "id", "") + ")"] = Box(element.Elements().First()); break;
                case "g": Group(element); break;
                case "rect": Shape(element, [Corners(Box(element))], closed: true); break;
                case "line": Shape(element, [[new(Number(element, "x1"), Number(element, "y1")), new(Number(element, "x2"), Number(element, "y2"))]], closed: false); break;
                case "circle": Shape(element, [Ring(new PlotPoint(Number(element, "cx"), Number(element, "cy")), Number(element, "r"))], closed: true); break;
                case "path": Path(element); break;
                case "text": Text(element); break;
            }
        }
    }

    private void Group(XElement element)
    {
        var clip = element.Attribute("clip-path")?.Value;
        if (clip is not null) _canvas.ClipTo(_clips[clip]);
        Children(element);
        if (clip is not null) _canvas.ClipTo(null);
    }

    private static PlotBox Box(XElement element) => new(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));

    private static List<PlotPoint> Corners(PlotBox box) => [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];

    private static List<PlotPoint> Ring(PlotPoint centre, double radius) =>
        [.. Enumerable.Range(0, 36).Select(step => new PlotPoint(centre.X + (radius * Math.Cos(step * Math.PI / 18)), centre.Y + (radius * Math.Sin(step * Math.PI / 18))))];

    private void Path(XElement element)
    {
        var outlines = new List<List<PlotPoint>>();
        var closed = false;
        foreach (var part in Word(element, "d", "").Replace("Z", " Z", StringComparison.Ordinal).Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            closed |= part.Contains('Z');
            double[] numbers = [.. part.Replace("Z", "", StringComparison.Ordinal).Split(['L', ' '], StringSplitOptions.RemoveEmptyEntries).Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
            outlines.Add([.. Enumerable.Range(0, numbers.Length / 2).Select(index => new PlotPoint(numbers[2 * index], numbers[(2 * index) + 1]))]);
        }

        Shape(element, outlines, closed);
    }

    private void Shape(XElement element, List<List<PlotPoint>> outlines, bool closed)
    {
        var opacity = Number(element, "opacity", 1);
        if (Word(element, "fill", "none") is not "none" and var fill) _canvas.Fill(outlines, Rgb.Of(fill, opacity));
        if (Word(element, "stroke", "none") is "none" or "") return;
        var stroke = Rgb.Of(Word(element, "stroke", ""), opacity);
        double[]? dash = element.Attribute("stroke-dasharray") is { } pattern ? [.. pattern.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(static length => double.Parse(length, CultureInfo.InvariantCulture))] : null;
        foreach (var outline in outlines.Where(static outline => outline.Count > 1))
            _canvas.Line(closed ? [.. outline, outline[0]] : outline, Number(element, "stroke-width", 1), stroke, dash is null ? null : (dash[0], dash[^1]));
    }

    private void Text(XElement element)
    {
        var style = new TextStyle
        {
            Size = Number(element, "font-size", 12),
            Colour = Word(element, "fill", Palette.Ink),
            Anchor = Word(element, "text-anchor", "start") switch { "middle" => TextAnchor.Middle, "end" => TextAnchor.End, _ => TextAnchor.Start },
            Bold = Word(element, "font-weight", "") == "bold",
            Halo = element.Attribute("paint-order") is not null,
        };
        _canvas.Text(new PlotPoint(Number(element, "x"), Number(element, "y")), element.Value, style, upwards: Word(element, "transform", "").StartsWith("rotate(-90", StringComparison.Ordinal));
    }
}
