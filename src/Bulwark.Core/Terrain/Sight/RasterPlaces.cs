using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>From posts of a raster, whole or not, to the Earth.</summary>
internal static class RasterPlaces
{
    /// <summary>The place at a row and a column, on the ellipsoid; columns of a raster across the antimeridian simply go on.</summary>
    internal static GeodeticPoint At(ElevationRaster raster, double row, double column) => raster switch
    {
        ElevationGrid grid => new GeodeticPoint(grid.NorthLatitudeRad - (row * grid.LatitudeStepRad), grid.WestLongitudeRad + (column * grid.LongitudeStepRad), 0),
        ProjectedElevationGrid grid => grid.Projection.Inverse(
            new ProjectedPoint(grid.WestEastingM + (column * grid.EastingStepM), grid.NorthNorthingM - (row * grid.NorthingStepM))),
        _ => throw new NotSupportedException($"A raster of type {raster.GetType().Name} has no known places."),
    };

    /// <summary>The site in posts; fails where the terrain ends or its height is unknown.</summary>
    internal static RasterPosition Site(ElevationRaster raster, GeodeticPoint site, MissingTerrain missing)
    {
        if (!raster.TryLocate(site.LatitudeRad, site.LongitudeRad, out var position)) throw new UnknownGroundException(site);
        if (missing == MissingTerrain.Unknown && double.IsNaN(raster.InterpolateM(position))) throw new UnknownGroundException(site);
        return position;
    }
}
