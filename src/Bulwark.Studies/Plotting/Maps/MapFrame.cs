using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>A map on a canvas: turns places into pixels and draws what every map has.</summary>
internal sealed class MapFrame
{
    private readonly MapProjection _projection;
    private readonly MapPoint _middle;
    private readonly HashSet<string> _ringLabels = new(StringComparer.Ordinal);

    public MapFrame(SvgCanvas canvas, PlotBox box, MapProjection projection, MapPoint middle, double metresPerPixel)
    {
        Canvas = canvas;
        Box = box;
        _projection = projection;
        _middle = middle;
        MetresPerPixel = metresPerPixel;
        Labels = new LabelPlacer(box.Grown(-2));
    }

    public SvgCanvas Canvas { get; }

    public PlotBox Box { get; }

    public double MetresPerPixel { get; }

    public LabelPlacer Labels { get; }

    public PlotPoint Place(GeodeticPoint point) => Place(_projection.Project(point));

    public PlotPoint Place(MapPoint point) =>
        new(Box.Centre.X + ((point.EastM - _middle.EastM) / MetresPerPixel), Box.Centre.Y - ((point.NorthM - _middle.NorthM) / MetresPerPixel));

    public GeodeticPoint Find(PlotPoint pixel) => _projection.Unproject(new MapPoint(
        _middle.EastM + ((pixel.X - Box.Centre.X) * MetresPerPixel),
        _middle.NorthM - ((pixel.Y - Box.Centre.Y) * MetresPerPixel)));

    /// <summary>The visible parts of a line of places, thinned to what can be seen.</summary>
    public List<PlotPoint[]> Visible(ReadOnlySpan<GeodeticPoint> line, double tolerance = 0.3)
    {
        var pixels = new PlotPoint[line.Length];
        for (var index = 0; index < line.Length; index++) pixels[index] = Place(line[index]);
        return PolylineTools.Clip(PolylineTools.Simplify(pixels, tolerance), Box);
    }

    /// <summary>Draws a line that labels keep away from where they can.</summary>
    public void Trail(ReadOnlySpan<GeodeticPoint> line, SvgStyle style, string? tip = null)
    {
        var path = new PathText();
        foreach (var part in Visible(line))
        {
            path.Polyline(part);
            Labels.Avoid(part);
        }

        Canvas.Path(path.ToString(), style, tip);
    }

    /// <summary>Draws the visible parts of a line of places as one path.</summary>
    public void Line(ReadOnlySpan<GeodeticPoint> line, SvgStyle style, string? tip = null)
    {
        var path = new PathText();
        foreach (var part in Visible(line)) path.Polyline(part);
        Canvas.Path(path.ToString(), style, tip);
    }

    /// <summary>A circle of true distance about a place, also away from the map's centre.</summary>
    public static GeodeticPoint[] Circle(GeodeticPoint centre, double radiusM)
    {
        const int Points = 180;
        var about = new MapProjection(centre);
        var ring = new GeodeticPoint[Points + 1];
        for (var index = 0; index <= Points; index++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * index / Points);
            ring[index] = about.Unproject(new MapPoint(radiusM * sine, radiusM * cosine));
        }

        return ring;
    }

    /// <summary>Draws a range ring with its label on the line, at the first azimuth (from north, clockwise) where there is room; the same label is written once.</summary>
    public void Ring(GeodeticPoint centre, double radiusM, string label, SvgStyle style, TextStyle text)
    {
        var ring = Circle(centre, radiusM);
        Line(ring, style);
        var middle = Place(centre);
        var places = new List<PlotPoint>();
        foreach (var index in (ReadOnlySpan<int>)[0, 90, 8, 172, 16, 164, 24, 156, 98, 82, 106, 74, 32, 148, 114, 66, 40, 140, 124, 56, 45, 135])
        {
            var at = Place(ring[index]);
            var (outside, inside) = at.Y <= middle.Y ? (-4, 13) : (13, -4);
            places.Add(new PlotPoint(at.X, at.Y + outside));
            places.Add(new PlotPoint(at.X, at.Y + inside));
        }

        if (_ringLabels.Contains(label)) return;
        if (Labels.TryDraw(Canvas, label, text with { Anchor = TextAnchor.Middle, Halo = true }, [.. places])) _ringLabels.Add(label);
    }

    public void Background() => Canvas.Rectangle(Box, SvgStyle.Area(Palette.Sea));

    public void Border() => Canvas.Rectangle(Box, SvgStyle.Line(Palette.Frame));
}
