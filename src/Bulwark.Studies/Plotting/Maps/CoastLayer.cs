using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>Fills land and draws the coast.</summary>
internal static class CoastLayer
{
    /// <summary>Land is taken from a box this much larger than the map, so that the box's own edges stay out of sight.</summary>
    private const double MarginRad = 0.02;

    /// <summary>From this width on a parallel bends by more than the margin.</summary>
    private const double WideRad = 0.5;

    private static readonly SvgStyle Land = new() { Fill = Palette.Land, Stroke = Palette.Coast, Width = 0.8 };
    private static readonly SvgStyle Water = Land with { Fill = Palette.Sea };

    public static void Draw(MapFrame map)
    {
        var (south, west, north, east) = Graticule.Bounds(map);

        // The box is cut along parallels, and its edges are drawn straight: on wide maps they bend into sight unless the box is larger.
        var span = double.DegreesToRadians(east - west);
        var margin = MarginRad + (span > WideRad ? 0.2 * span * span : 0);
        var rings = Coastline.Within(
            Math.Max(-Math.PI / 2, double.DegreesToRadians(south) - margin),
            Math.Min(Math.PI / 2, double.DegreesToRadians(north) + margin),
            double.DegreesToRadians(west) - margin,
            double.DegreesToRadians(east) + margin);
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
