using System.Text;

namespace Bulwark.Studies.Plotting;

/// <summary>
/// Builds one SVG drawing as text. The same calls give the same bytes: numbers are rounded, nothing depends on culture, time or order
/// of hashing, and identifiers start with the drawing's name so that several can stand in one page.
/// </summary>
internal sealed class SvgCanvas
{
    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private readonly StringBuilder _body = new();
    private readonly string _name;
    private readonly string _title;
    private int _clips;
    private int _open;

    /// <summary>Starts a drawing.</summary>
    /// <param name="name">Short name in letters, digits and hyphens; begins every identifier.</param>
    /// <param name="title">What the drawing shows, for readers who cannot see it.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    public SvgCanvas(string name, string title, double width, double height)
    {
        _name = name;
        _title = title;
        Width = width;
        Height = height;
        Rectangle(new PlotBox(0, 0, width, height), SvgStyle.Area(Palette.Paper));
    }

    public double Width { get; }

    public double Height { get; }

    public void Rectangle(PlotBox box, SvgStyle style, string? tip = null) =>
        Element("rect", $"x=\"{SvgNumber.Format(box.Left)}\" y=\"{SvgNumber.Format(box.Top)}\" width=\"{SvgNumber.Format(box.Width)}\" height=\"{SvgNumber.Format(box.Height)}\"", style, tip);

    public void Line(PlotPoint from, PlotPoint to, SvgStyle style) =>
        Element("line", $"x1=\"{SvgNumber.Format(from.X)}\" y1=\"{SvgNumber.Format(from.Y)}\" x2=\"{SvgNumber.Format(to.X)}\" y2=\"{SvgNumber.Format(to.Y)}\"", style, tip: null);

    public void Circle(PlotPoint centre, double radius, SvgStyle style, string? tip = null) =>
        Element("circle", $"cx=\"{SvgNumber.Format(centre.X)}\" cy=\"{SvgNumber.Format(centre.Y)}\" r=\"{SvgNumber.Format(radius)}\"", style, tip);

    /// <summary>A path from the text of its "d" attribute; see <see cref="PathText"/>.</summary>
    public void Path(string path, SvgStyle style, string? tip = null)
    {
        if (path.Length > 0) Element("path", $"d=\"{path}\"", style, tip);
    }

    public void Polyline(ReadOnlySpan<PlotPoint> points, SvgStyle style, string? tip = null)
    {
        if (points.Length < 2) return;
        var path = new PathText();
        path.Polyline(points);
        Path(path.ToString(), style, tip);
    }

    public void Polygon(ReadOnlySpan<PlotPoint> points, SvgStyle style, string? tip = null)
    {
        var path = new PathText();
        path.Polyline(points);
        path.Close();
        Path(path.ToString(), style, tip);
    }

    public void Text(PlotPoint at, string text, TextStyle style)
    {
        _body.Append("<text x=\"").Append(SvgNumber.Format(at.X)).Append("\" y=\"").Append(SvgNumber.Format(at.Y)).Append("\" font-size=\"")
            .Append(SvgNumber.Format(style.Size)).Append("\" fill=\"").Append(style.Colour).Append('"');
        if (style.Anchor != TextAnchor.Start) _body.Append(style.Anchor == TextAnchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (style.Bold) _body.Append(" font-weight=\"bold\"");
        if (style.Italic) _body.Append(" font-style=\"italic\"");
        if (style.Halo) _body.Append(" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        if (style.Turn != 0)
            _body.Append(" transform=\"rotate(").Append(SvgNumber.Format(style.Turn)).Append(' ').Append(SvgNumber.Format(at.X)).Append(' ').Append(SvgNumber.Format(at.Y)).Append(")\"");
        _body.Append('>').Append(XmlText.Escape(text)).Append("</text>\n");
    }

    /// <summary>Starts a group whose content is cut at a box; end it with <see cref="EndGroup"/>.</summary>
    public void BeginClip(PlotBox box)
    {
        var id = $"{_name}-clip{_clips++}";
        _body.Append("<clipPath id=\"").Append(id).Append("\"><rect x=\"").Append(SvgNumber.Format(box.Left)).Append("\" y=\"").Append(SvgNumber.Format(box.Top))
            .Append("\" width=\"").Append(SvgNumber.Format(box.Width)).Append("\" height=\"").Append(SvgNumber.Format(box.Height)).Append("\"/></clipPath>\n<g clip-path=\"url(#").Append(id).Append(")\">\n");
        _open++;
    }

    /// <summary>Starts a group whose lines are rounded at their corners; end it with <see cref="EndGroup"/>.</summary>
    public void BeginGroup()
    {
        _body.Append("<g stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
        _open++;
    }

    public void EndGroup()
    {
        if (_open == 0) throw new InvalidOperationException("No group is open.");
        _body.Append("</g>\n");
        _open--;
    }

    /// <summary>The drawing as an SVG element, to stand in a page or in a file of its own.</summary>
    public string ToSvg()
    {
        if (_open != 0) throw new InvalidOperationException("A group is still open.");
        var (width, height) = (SvgNumber.Format(Width), SvgNumber.Format(Height));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{_name}-title\" font-family=\"{Fonts}\">\n"
            + $"<title id=\"{_name}-title\">{XmlText.Escape(_title)}</title>\n{_body}</svg>\n";
    }

    private void Element(string element, string geometry, SvgStyle style, string? tip)
    {
        _body.Append('<').Append(element).Append(' ').Append(geometry).Append(" fill=\"").Append(style.Fill).Append('"');
        if (style.Stroke != "none")
        {
            _body.Append(" stroke=\"").Append(style.Stroke).Append('"');
            if (style.Width != 1) _body.Append(" stroke-width=\"").Append(SvgNumber.Format(style.Width)).Append('"');
            if (style.Dash is { } dash) _body.Append(" stroke-dasharray=\"").Append(dash).Append('"');
        }

        if (style.Opacity != 1) _body.Append(" opacity=\"").Append(SvgNumber.Format(style.Opacity)).Append('"');
        if (tip is null) _body.Append("/>\n");
        else _body.Append("><title>").Append(XmlText.Escape(tip)).Append("</title></").Append(element).Append(">\n");
    }
}
