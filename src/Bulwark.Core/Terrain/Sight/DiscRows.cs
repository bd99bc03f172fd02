using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Which posts of a raster lie within a distance of a site: one run of columns in each row.</summary>
internal sealed class DiscRows
{
    private readonly ElevationRaster _raster;
    private readonly EcefVector _site;
    private readonly double _chordSquared;
    private readonly double _siteColumn;

    internal DiscRows(ElevationRaster raster, GeodeticPoint site, RasterPosition position, double radiusM)
    {
        (_raster, _siteColumn) = (raster, position.ColumnPosts);
        _site = Wgs84.ToEcef(site.WithHeight(0));
        var sine = Math.Sin(site.LatitudeRad);
        var sphereM = Wgs84.SemiMinorAxisM / (1 - (Wgs84.EccentricitySquared * sine * sine));
        var chordM = 2 * sphereM * Math.Sin(radiusM / (2 * sphereM));
        _chordSquared = chordM * chordM;

        var siteRow = (int)Math.Round(position.RowPosts);
        var first = siteRow;
        var last = siteRow;
        while (first > 0 && Reaches(first - 1)) first--;
        while (last < raster.Rows - 1 && Reaches(last + 1)) last++;
        FirstRow = first;
        Rows = last - first + 1;
        FirstColumns = new int[Rows];
        Offsets = new long[Rows + 1];
        for (var row = 0; row < Rows; row++)
        {
            var (left, right) = Run(first + row);
            FirstColumns[row] = left;
            Offsets[row + 1] = Offsets[row] + Math.Max(0, right - left + 1);
        }
    }

    internal int FirstRow { get; }

    internal int Rows { get; }

    /// <summary>First column of each row's run; negative, or beyond the last column, where a raster around the Earth goes on.</summary>
    internal int[] FirstColumns { get; }

    /// <summary>Number of cells before each row; one more than rows.</summary>
    internal long[] Offsets { get; }

    internal long Count => Offsets[Rows];

    internal int Columns(int row) => (int)(Offsets[row + 1] - Offsets[row]);

    private bool Reaches(int row)
    {
        var (left, right) = Run(row);
        return right >= left;
    }

    private (int Left, int Right) Run(int row)
    {
        var (left, right) = _raster is ElevationGrid grid ? Parallel(grid, row) : Straight(row);
        if (!(right >= left)) return (0, -1);
        if (_raster.GoesAround) return ((int)Math.Ceiling(left), (int)Math.Floor(right));
        return ((int)Math.Ceiling(Math.Max(0, left)), (int)Math.Floor(Math.Min(_raster.Columns - 1, right)));
    }

    /// <summary>Where a parallel enters and leaves the disc.</summary>
    private (double Left, double Right) Parallel(ElevationGrid grid, int row)
    {
        var place = Wgs84.ToEcef(new GeodeticPoint(grid.NorthLatitudeRad - (row * grid.LatitudeStepRad), 0, 0));
        var siteAcross = Math.Sqrt((_site.X * _site.X) + (_site.Y * _site.Y));
        var across = Math.Abs(place.X);
        var rise = place.Z - _site.Z;
        var cosine = ((siteAcross * siteAcross) + (across * across) + (rise * rise) - _chordSquared) / (2 * siteAcross * across);
        if (!(cosine <= 1)) return (0, -1);
        var half = Math.Acos(Math.Max(-1, cosine)) / grid.LongitudeStepRad;
        if (grid.GoesAround) half = Math.Min(half, (grid.Columns - 1) / 2.0);
        return (_siteColumn - half, _siteColumn + half);
    }

    /// <summary>The same for a row of a projected raster, by bisection from its nearest point.</summary>
    private (double Left, double Right) Straight(int row)
    {
        var (low, high) = (0.0, _raster.Columns - 1.0);
        while (high - low > 0.5)
        {
            var third = (high - low) / 3;
            if (DistanceSquared(row, low + third) < DistanceSquared(row, high - third)) high -= third;
            else low += third;
        }

        var nearest = (low + high) / 2;
        if (DistanceSquared(row, nearest) > _chordSquared) return (0, -1);
        return (Edge(row, nearest, 0), Edge(row, nearest, _raster.Columns - 1));
    }

    private double Edge(int row, double inside, double outside)
    {
        if (DistanceSquared(row, outside) <= _chordSquared) return outside;
        while (Math.Abs(outside - inside) > 1e-3)
        {
            var middle = (inside + outside) / 2;
            if (DistanceSquared(row, middle) <= _chordSquared) inside = middle;
            else outside = middle;
        }

        return inside;
    }

    private double DistanceSquared(int row, double column)
    {
        var difference = Wgs84.ToEcef(RasterPlaces.At(_raster, row, column)) - _site;
        return difference.Dot(difference);
    }
}
