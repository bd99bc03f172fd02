using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>Draws parallels and meridians at round degrees, labelled outside the map's left and lower edges.</summary>
internal static class Graticule
{
    private const int SamplesPerLine = 48;
    private static readonly double[] StepsDeg = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15];
    private static readonly TextStyle Text = new() { Size = 10, Colour = Palette.Muted };

    public static void Draw(MapFrame map)
    {
        var (south, west, north, east) = Bounds(map);
        var least = Math.Max(north - south, (east - west) * Math.Cos(double.DegreesToRadians((north + south) / 2))) / 7;
        var step = Array.Find(StepsDeg, candidate => candidate >= least);
        if (step == 0) step = StepsDeg[^1];
        foreach (var longitude in Multiples(west, east, step))
            Meridian(map, longitude, south, north, step);
        foreach (var latitude in Multiples(south, north, step))
            Parallel(map, latitude, west, east, step);
    }

    /// <summary>The latitudes and longitudes, degrees, between which everything on the map lies.</summary>
    public static (double SouthDeg, double WestDeg, double NorthDeg, double EastDeg) Bounds(MapFrame map)
    {
        var (south, west, north, east) = (90.0, 360.0, -90.0, -360.0);
        for (var index = 0; index <= SamplesPerLine; index++)
        {
            var share = index / (double)SamplesPerLine;
            var (x, y) = (map.Box.Left + (share * map.Box.Width), map.Box.Top + (share * map.Box.Height));
            foreach (var pixel in (ReadOnlySpan<PlotPoint>)[new(x, map.Box.Top), new(x, map.Box.Bottom), new(map.Box.Left, y), new(map.Box.Right, y)])
            {
                var found = map.Find(pixel);
                (south, north) = (Math.Min(south, found.LatitudeDeg), Math.Max(north, found.LatitudeDeg));
                (west, east) = (Math.Min(west, found.LongitudeDeg), Math.Max(east, found.LongitudeDeg));
            }
        }

        return (south, west, north, east);
    }

    private static void Meridian(MapFrame map, double longitude, double south, double north, double step)
    {
        var line = new GeodeticPoint[SamplesPerLine + 1];
        for (var index = 0; index <= SamplesPerLine; index++)
            line[index] = GeodeticPoint.FromDegrees(south + ((north - south) * index / SamplesPerLine), longitude);
        map.Line(line, SvgStyle.Line(Palette.Grid, 0.8));
        if (Crossing(map.Visible(line), point => Math.Abs(point.Y - map.Box.Bottom) < 0.5) is { } at)
            map.Canvas.Text(new PlotPoint(at.X, map.Box.Bottom + 13), Label(longitude, step, "E", "W"), Text with { Anchor = TextAnchor.Middle });
    }

    private static void Parallel(MapFrame map, double latitude, double west, double east, double step)
    {
        var line = new GeodeticPoint[SamplesPerLine + 1];
        for (var index = 0; index <= SamplesPerLine; index++)
            line[index] = GeodeticPoint.FromDegrees(latitude, west + ((east - west) * index / SamplesPerLine));
        map.Line(line, SvgStyle.Line(Palette.Grid, 0.8));
        if (Crossing(map.Visible(line), point => Math.Abs(point.X - map.Box.Left) < 0.5) is { } at)
            map.Canvas.Text(new PlotPoint(map.Box.Left - 5, at.Y + 3.5), Label(latitude, step, "N", "S"), Text with { Anchor = TextAnchor.End });
    }

    private static PlotPoint? Crossing(List<PlotPoint[]> parts, Predicate<PlotPoint> onEdge)
    {
        foreach (var part in parts)
        {
            foreach (var end in (ReadOnlySpan<PlotPoint>)[part[0], part[^1]])
            {
                if (onEdge(end)) return end;
            }
        }

        return null;
    }

    private static string Label(double degrees, double step, string positive, string negative)
    {
        var digits = step >= 1 ? "0" : "0.##";
        return Math.Abs(degrees) < 1e-9 ? "0°" : $"{Math.Abs(degrees).ToString(digits)}° {(degrees > 0 ? positive : negative)}";
    }

    private static IEnumerable<double> Multiples(double from, double to, double step)
    {
        for (var number = (long)Math.Ceiling(from / step); number <= (long)Math.Floor(to / step); number++) yield return number * step;
    }
}
