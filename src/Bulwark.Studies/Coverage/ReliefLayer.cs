using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Maps;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// Shades known ground as if lit from the north-west, the custom of maps: Lambert's law on the slope (B. K. P. Horn, "Hill shading and the
/// reflectance map", Proceedings of the IEEE 69 (1981) 14-47), heights stretched so that gentle country shows too.
/// </summary>
internal static class ReliefLayer
{
    private const double LightElevationRad = Math.PI / 4;
    private const double LightAzimuthRad = 7 * Math.PI / 4;

    // The slope between two pixels that would be drawn as steep as 45 degrees, by the scale of the map.
    private const double StretchPerPixelM = 0.004;

    private static readonly Rgb Dark = new(0x50, 0x4a, 0x40);
    private static readonly Rgb Light = new(0xff, 0xff, 0xff);

    public static void Draw(RasterMap map, CoverageField field, MapProjection projection)
    {
        var scale = map.Canvas.PixelsPerPoint;
        var (left, top) = ((int)Math.Round(map.Box.Left * scale), (int)Math.Round(map.Box.Top * scale));
        var (columns, rows) = ((int)Math.Round(map.Box.Width * scale), (int)Math.Round(map.Box.Height * scale));
        var heights = new float[columns * rows];
        Parallel.For(0, rows, row =>
        {
            for (var column = 0; column < columns; column++)
            {
                var place = projection.Unproject(map.Plane(left + column, top + row));
                heights[(row * columns) + column] = (float)field.Request.Terrain!.HeightM(place.LatitudeRad, place.LongitudeRad);
            }
        });

        var pixelM = map.MetresPerPoint / scale;
        var stretch = 1 + (StretchPerPixelM * pixelM);
        var (sinElevation, cosElevation) = Math.SinCos(LightElevationRad);
        var (lightEast, lightNorth) = (Math.Sin(LightAzimuthRad) * cosElevation, Math.Cos(LightAzimuthRad) * cosElevation);
        for (var row = 1; row < rows - 1; row++)
        {
            for (var column = 1; column < columns - 1; column++)
            {
                var at = (row * columns) + column;
                var east = stretch * (heights[at + 1] - heights[at - 1]) / (2 * pixelM);
                var north = stretch * (heights[at - columns] - heights[at + columns]) / (2 * pixelM);
                if (!double.IsFinite(east + north)) continue;
                var lit = (sinElevation - (east * lightEast) - (north * lightNorth)) / Math.Sqrt(1 + (east * east) + (north * north));

                // Flat ground keeps the colour of the map.
                var shade = Math.Clamp(lit / sinElevation, 0, 1.6);
                map.Canvas.Blend(left + column, top + row, shade < 1 ? Dark with { Opacity = 0.85 * (1 - shade) } : Light with { Opacity = Math.Min(0.7, 0.9 * (shade - 1)) });
            }
        }
    }
}
