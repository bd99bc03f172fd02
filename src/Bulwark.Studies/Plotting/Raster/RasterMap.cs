using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>A map on a raster canvas: turns places into points and draws what every map has.</summary>
internal sealed class RasterMap
{
    private const int SamplesPerLine = 96;
    private const double CoastMarginRad = 0.02;
    private const double OutermostLatitudeDeg = 90;

    private static readonly double[] StepsDeg = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];
    private static readonly TextStyle Small = new() { Size = 10, Colour = Palette.Muted };

    private readonly MapProjection _projection;
    private (List<PlotPoint[]> Land, List<PlotPoint[]> Water, List<PlotPoint[]> Lines)? _shores;

    public RasterMap(RasterCanvas canvas, PlotBox box, MapProjection projection, double metresPerPoint)
    {
        Canvas = canvas;
        Box = box;
        _projection = projection;
        MetresPerPoint = metresPerPoint;
        Labels = new LabelPlacer(box.Grown(-3));
    }

    public RasterCanvas Canvas { get; }

    public PlotBox Box { get; }

    public double MetresPerPoint { get; }

    public LabelPlacer Labels { get; }

    public PlotPoint Place(GeodeticPoint point)
    {
        var at = _projection.Project(point);
        return new PlotPoint(Box.Centre.X + (at.EastM / MetresPerPoint), Box.Centre.Y - (at.NorthM / MetresPerPoint));
    }

    /// <summary>The place on the plane of the projection that a pixel of the picture shows.</summary>
    public MapPoint Plane(int x, int y) => new(
        (((x + 0.5) / Canvas.PixelsPerPoint) - Box.Centre.X) * MetresPerPoint,
        (Box.Centre.Y - ((y + 0.5) / Canvas.PixelsPerPoint)) * MetresPerPoint);

    /// <summary>Calls for every pixel of the map.</summary>
    public void EachPixel(Action<int, int, MapPoint> draw)
    {
        for (var y = (int)Math.Round(Box.Top * Canvas.PixelsPerPoint); y < Math.Round(Box.Bottom * Canvas.PixelsPerPoint); y++)
        {
            for (var x = (int)Math.Round(Box.Left * Canvas.PixelsPerPoint); x < Math.Round(Box.Right * Canvas.PixelsPerPoint); x++) draw(x, y, Plane(x, y));
        }
    }

    /// <summary>Fills sea and land.</summary>
    public void Ground()
    {
        Canvas.Fill(Box, Rgb.Of(Palette.Sea));
        Canvas.ClipTo(Box);
        var (land, water, _) = _shores ??= Shores();
        Canvas.Fill(land, Rgb.Of(Palette.Land));
        Canvas.Fill(water, Rgb.Of(Palette.Sea));
        Canvas.ClipTo(null);
    }

    /// <summary>Draws the coast, dark on a light line, to be seen on any colour.</summary>
    public void Coast()
    {
        var (_, _, lines) = _shores ??= Shores();
        foreach (var line in lines) Line(line, 2.4, Rgb.Of(Palette.Paper, 0.55));
        foreach (var line in lines) Line(line, 0.9, new Rgb(0x3a, 0x36, 0x2e));
    }

    /// <summary>Draws parallels and meridians at round degrees, labelled outside the left and lower edges.</summary>
    public void Graticule()
    {
        var (south, west, north, east) = Bounds();
        var least = Math.Max(north - south, (east - west) * Math.Cos(double.DegreesToRadians(Math.Min(80, Math.Abs(north + south) / 2)))) / 6;
        var step = Array.Find(StepsDeg, candidate => candidate >= least);
        if (step == 0) step = StepsDeg[^1];
        var colour = Rgb.Of("#5f6b76", 0.35);
        var taken = new List<PlotBox>();
        foreach (var longitude in Multiples(west, Math.Min(east, west + 359.9), step))
        {
            var line = Samples(share => GeodeticPoint.FromDegrees(south + ((north - south) * share), longitude));
            Line(line, 0.6, colour);
            Label(line, point => Math.Abs(point.Y - Box.Bottom) < 0.5, at => new PlotPoint(at.X, Box.Bottom + 14), LongitudeText(longitude, step), TextAnchor.Middle, taken);
        }

        // About a pole all longitudes are on the map, which says nothing of the distance between parallels.
        var isPolar = east - west >= 360;
        if (isPolar) step = Array.Find(StepsDeg, candidate => candidate >= (north - south) / 5);
        foreach (var latitude in Multiples(south, north, step).Where(static latitude => Math.Abs(latitude) < OutermostLatitudeDeg))
        {
            var line = Samples(share => GeodeticPoint.FromDegrees(latitude, west + ((east - west) * share)));
            Line(line, 0.6, colour);
            if (isPolar) OnLine(line, Degrees(latitude, step, "N", "S"));
            else Label(line, point => Math.Abs(point.X - Box.Left) < 0.5, at => new PlotPoint(Box.Left - 6, at.Y + 3.6), Degrees(latitude, step, "N", "S"), TextAnchor.End, taken);
        }
    }

    /// <summary>Draws the visible parts of a line.</summary>
    public void Line(IReadOnlyList<PlotPoint> points, double width, Rgb colour, (double On, double Off)? dash = null)
    {
        foreach (var part in PolylineTools.Clip(PolylineTools.Simplify([.. points], 0.15), Box)) Canvas.Line(part, width, colour, dash);
    }

    /// <summary>Draws a circle of true distance about a place, with a label on it where there is room.</summary>
    public void Ring(GeodeticPoint centre, double radiusM, double width, Rgb colour, (double On, double Off)? dash, string label, TextStyle style)
    {
        var ring = Array.ConvertAll(MapFrame.Circle(centre, radiusM), Place);
        Line(ring, width, colour, dash);
        if (label.Length == 0) return;
        var middle = Place(centre);
        var places = new List<PlotPoint>();
        foreach (var index in (ReadOnlySpan<int>)[0, 90, 8, 172, 16, 164, 24, 156, 98, 82, 32, 148, 40, 140, 45, 135])
        {
            var at = ring[index];
            places.Add(new PlotPoint(at.X, at.Y + (at.Y <= middle.Y ? 13 : -5)));
            places.Add(new PlotPoint(at.X, at.Y + (at.Y <= middle.Y ? -5 : 13)));
        }

        var middled = style with { Anchor = TextAnchor.Middle, Halo = true };
        if (Labels.Take(label, middled, [.. places]) is { } place) Canvas.Text(place, label, middled);
    }

    /// <summary>The latitudes and longitudes, degrees, between which everything on the map lies; east beyond 180 across the antimeridian.</summary>
    public (double SouthDeg, double WestDeg, double NorthDeg, double EastDeg) Bounds()
    {
        var (south, west, north, east) = (90.0, 720.0, -90.0, -720.0);
        var centre = _projection.Centre.LongitudeDeg;
        for (var index = 0; index <= SamplesPerLine; index++)
        {
            var share = (index / (double)SamplesPerLine) - 0.5;
            var (x, y) = (share * Box.Width * MetresPerPoint, share * Box.Height * MetresPerPoint);
            var (right, top) = (Box.Width * MetresPerPoint / 2, Box.Height * MetresPerPoint / 2);
            foreach (var plane in (ReadOnlySpan<MapPoint>)[new(x, top), new(x, -top), new(right, y), new(-right, y)])
            {
                var found = _projection.Unproject(plane);
                var longitude = centre + Math.IEEERemainder(found.LongitudeDeg - centre, 360);
                (south, north) = (Math.Min(south, found.LatitudeDeg), Math.Max(north, found.LatitudeDeg));
                (west, east) = (Math.Min(west, longitude), Math.Max(east, longitude));
            }
        }

        foreach (var pole in (ReadOnlySpan<double>)[90, -90])
        {
            var at = Place(GeodeticPoint.FromDegrees(pole, 0));
            if (Math.Sign(pole) != Math.Sign(_projection.Centre.LatitudeDeg) || !Box.Contains(at)) continue;
            (west, east) = (-180, 180);
            if (pole > 0) north = 90;
            else south = -90;
        }

        return (south, west, north, east);
    }

    private (List<PlotPoint[]> Land, List<PlotPoint[]> Water, List<PlotPoint[]> Lines) Shores()
    {
        var (south, west, north, east) = Bounds();
        var westRad = double.DegreesToRadians(west) - CoastMarginRad;
        var rings = Coastline.Within(
            Math.Max(-Math.PI / 2, double.DegreesToRadians(south) - CoastMarginRad),
            Math.Min(Math.PI / 2, double.DegreesToRadians(north) + CoastMarginRad),
            westRad,
            Math.Min(double.DegreesToRadians(east) + CoastMarginRad, westRad + (2 * Math.PI)));
        var (land, water, lines) = (new List<PlotPoint[]>(), new List<PlotPoint[]>(), new List<PlotPoint[]>());
        foreach (var ring in rings)
        {
            PlotPoint[] points = [.. ring.Points.Select(Place)];
            (ring.IsWater ? water : land).Add(points);
            var line = new List<PlotPoint> { points[0] };
            for (var index = 1; index <= points.Length; index++)
            {
                var next = index % points.Length;
                if (IsCut(ring.Points[index - 1]) && IsCut(ring.Points[next]))
                {
                    if (line.Count > 1) lines.Add([.. line]);
                    line.Clear();
                }

                line.Add(points[next]);
            }

            if (line.Count > 1) lines.Add([.. line]);
        }

        return (land, water, lines);
    }

    // The data cut land at the 180th meridian and the pole; nobody finds a coast there.
    private static bool IsCut(GeodeticPoint point) =>
        Math.Abs(Math.IEEERemainder(point.LongitudeRad, 2 * Math.PI)) > Math.PI - 1e-6 || Math.Abs(point.LatitudeRad) > (Math.PI / 2) - 1e-6;

    private PlotPoint[] Samples(Func<double, GeodeticPoint> at) => [.. Enumerable.Range(0, SamplesPerLine + 1).Select(index => Place(at(index / (double)SamplesPerLine)))];

    private void OnLine(PlotPoint[] line, string text)
    {
        var style = Small with { Anchor = TextAnchor.Middle, Halo = true };
        var places = Enumerable.Range(0, line.Length / 8).Select(index => line[index * 8]).Where(Box.Grown(-14).Contains).Select(static at => new PlotPoint(at.X, at.Y + 3.6)).ToArray();
        if (places.Length > 0 && Labels.Take(text, style, places) is { } place) Canvas.Text(place, text, style);
    }

    private void Label(PlotPoint[] line, Predicate<PlotPoint> onEdge, Func<PlotPoint, PlotPoint> place, string text, TextAnchor anchor, List<PlotBox> taken)
    {
        foreach (var end in PolylineTools.Clip(line, Box).SelectMany(static part => (PlotPoint[])[part[0], part[^1]]))
        {
            if (!onEdge(end)) continue;
            var style = Small with { Anchor = anchor };
            var box = TextMeasure.Box(text, place(end), style).Grown(3);
            if (taken.Exists(box.Overlaps)) return;
            taken.Add(box);
            Canvas.Text(place(end), text, style);
            return;
        }
    }

    private static string LongitudeText(double longitude, double step) => Degrees(Math.IEEERemainder(longitude, 360), step, "E", "W");

    private static string Degrees(double degrees, double step, string positive, string negative)
    {
        var text = Math.Abs(degrees).ToString(step >= 1 ? "0" : "0.##", System.Globalization.CultureInfo.InvariantCulture);
        if (Math.Abs(degrees) < 1e-9) return "0°";
        return Math.Abs(Math.Abs(degrees) - 180) < 1e-9 ? "180°" : $"{text}° {(degrees > 0 ? positive : negative)}";
    }

    private static IEnumerable<double> Multiples(double from, double to, double step)
    {
        for (var index = (long)Math.Ceiling((from / step) - 1e-9); index <= (long)Math.Floor((to / step) + 1e-9); index++) yield return index * step;
    }
}
