using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>Fills land and draws the coast.</summary>
internal static class CoastLayer
{
    /// <summary>Land is taken from a box this much larger than the map, so that the box's own edges stay out of sight.</summary>
    private const double MarginRad = 0.02;

    private static readonly SvgStyle Land = new() { Fill = Palette.Land, Stroke = Palette.Coast, Width = 0.8 };
    private static readonly SvgStyle Water = Land with { Fill = Palette.Sea };

    public static void Draw(MapFrame map)
    {
        var (south, west, north, east) = Graticule.Bounds(map);
        var rings = Coastline.Within(
            Math.Max(-Math.PI / 2, double.DegreesToRadians(south) - MarginRad),
            Math.Min(Math.PI / 2, double.DegreesToRadians(north) + MarginRad),
            double.DegreesToRadians(west) - MarginRad,
            double.DegreesToRadians(east) + MarginRad);
        var (land, water) = (new PathText(), new PathText());
        foreach (var ring in rings)
        {
            var pixels = new PlotPoint[ring.Points.Length];
            for (var index = 0; index < pixels.Length; index++) pixels[index] = map.Place(ring.Points[index]);
            var path = ring.IsWater ? water : land;
            path.Polyline(PolylineTools.Simplify(pixels, 0.4));
            path.Close();
        }

        map.Canvas.Path(land.ToString(), Land);
        map.Canvas.Path(water.ToString(), Water);
    }
}
