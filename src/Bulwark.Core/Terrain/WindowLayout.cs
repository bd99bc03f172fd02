using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>Chooses the posts of a window.</summary>
internal static class WindowLayout
{
    /// <summary>Posts so far apart at most, on whole multiples of the steps; or the posts of a tile, continued over the area.</summary>
    public static RasterLayout Of(GeodeticBox box, double spacingM, RasterLayout? like)
    {
        // The largest radius of curvature is that of the pole, a^2 / b; the parallel is longest where the area is nearest to the equator.
        const double largestRadiusM = Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM / Wgs84.SemiMinorAxisM;
        var widest = box.NorthRad >= 0 && box.SouthRad <= 0 ? 0 : Math.Min(Math.Abs(box.NorthRad), Math.Abs(box.SouthRad));
        var rowStep = like?.RowStep ?? Math.Min(spacingM / largestRadiusM, Math.PI / 2);
        var columnStep = like?.ColumnStep ?? Math.Min(spacingM / (largestRadiusM * Math.Cos(widest)), Math.PI / 2);
        var (northOrigin, westOrigin) = like is null ? (0, 0) : (like.North, like.West);

        var allAround = box.EastRad - box.WestRad > (2 * Math.PI) - (columnStep / 2);
        if (allAround)
        {
            // A whole number of posts around the Earth, so that the last column is followed by the first.
            var around = Math.Ceiling((2 * Math.PI / columnStep) - 1e-6);
            columnStep = 2 * Math.PI / around;
        }

        var top = Math.Ceiling(((box.NorthRad - northOrigin) / rowStep) - 1e-6);
        var bottom = Math.Floor(((box.SouthRad - northOrigin) / rowStep) + 1e-6);
        var north = northOrigin + (top * rowStep);
        if (north > Math.PI / 2)
        {
            // The pole itself is a row: steps are counted from there.
            (north, top, bottom) = (Math.PI / 2, 0, Math.Floor((box.SouthRad - (Math.PI / 2)) / rowStep));
        }

        if (north + ((bottom - top) * rowStep) < -Math.PI / 2)
        {
            // Rows from one pole to the other, or up from the south pole: the step shrinks until they fit.
            rowStep = (north + (Math.PI / 2)) / (top - bottom);
        }

        var left = Math.Floor(((box.WestRad - westOrigin) / columnStep) + 1e-6);
        var right = Math.Ceiling(((box.EastRad - westOrigin) / columnStep) - 1e-6);
        var rows = Math.Max(2, Saturated(top - bottom) + 1);
        var columns = allAround ? Saturated(Math.Round(2 * Math.PI / columnStep)) : Math.Max(2, Saturated(right - left) + 1);
        return new RasterLayout(null, 0, north, westOrigin + (left * columnStep), rowStep, columnStep, rows, columns);
    }

    private static int Saturated(double posts) => posts < int.MaxValue - 1 ? (int)posts : int.MaxValue - 1;
}
