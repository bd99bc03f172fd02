using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Which posts of a raster lie within a distance of a site: one run of columns in each row.</summary>
internal sealed class DiscRows
{
    private readonly ElevationRaster _raster;
    private readonly EcefVector _site;
    private readonly double _chordSquared;
    private readonly double _siteColumn;
    private readonly DiscFit? _fit;

    internal DiscRows(ElevationRaster raster, GeodeticPoint site, RasterPosition position, double radiusM)
    {
        (_raster, _siteColumn) = (raster, position.ColumnPosts);
        _site = Wgs84.ToEcef(site.WithHeight(0));
        var sine = Math.Sin(site.LatitudeRad);
        var sphereM = Wgs84.SemiMinorAxisM / (1 - (Wgs84.EccentricitySquared * sine * sine));
        var chordM = 2 * sphereM * Math.Sin(radiusM / (2 * sphereM));
        _chordSquared = chordM * chordM;

        _fit = raster is ElevationGrid ? null : new DiscFit(raster, _site, position, radiusM);

        var siteRow = (int)Math.Round(position.RowPosts);
        var above = Runs(siteRow - 1, -1);
        var below = Runs(siteRow, 1);
        FirstRow = siteRow - above.Count;
        Rows = Math.Max(1, above.Count + below.Count);
        FirstColumns = new int[Rows];
        Offsets = new long[Rows + 1];
        for (var row = 0; row < above.Count + below.Count; row++)
        {
            var (left, right) = row < above.Count ? above[above.Count - 1 - row] : below[row - above.Count];
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

    /// <summary>The runs of columns of one row after another, as far as the disc reaches; the site's own row always counts.</summary>
    private List<(int Left, int Right)> Runs(int row, int direction)
    {
        var runs = new List<(int Left, int Right)>();
        for (var isFirst = direction > 0; row >= 0 && row < _raster.Rows; row += direction)
        {
            var run = Run(row);
            if (run.Right < run.Left && !isFirst) break;
            runs.Add(run);
            isFirst = false;
        }

        return runs;
    }

    private (int Left, int Right) Run(int row)
    {
        var (left, right) = _fit is null ? Parallel((ElevationGrid)_raster, row) : _fit.Run(row, _chordSquared);
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
}
