using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Smallest visible heights by a fan of rays: four sectors, cut into wedges that threads work on. Each cell is written by one wedge.</summary>
internal sealed class FanSweep
{
    private const int NearPosts = 2;

    private readonly SensorFrame _sensor;
    private readonly ElevationRaster _terrain;
    private readonly VisibleHeightOptions _options;
    private readonly DiscRows _disc;
    private readonly float[] _sightM;
    private readonly RasterPosition _site;
    private readonly FanSector[] _sectors;
    private readonly FanCells _cells;

    private FanSweep(SensorFrame sensor, ElevationRaster terrain, VisibleHeightOptions options, DiscRows disc, RasterPosition site, float[] sightM)
    {
        (_sensor, _terrain, _options, _disc, _site, _sightM) = (sensor, terrain, options, disc, site, sightM);
        var (west, east) = (int.MaxValue, int.MinValue);
        for (var row = 0; row < disc.Rows; row++)
        {
            if (disc.Columns(row) == 0) continue;
            west = Math.Min(west, disc.FirstColumns[row]);
            east = Math.Max(east, disc.FirstColumns[row] + disc.Columns(row) - 1);
        }

        _sectors =
        [
            new FanSector(sensor, terrain, site, true, -1, disc.FirstRow, options.RaysPerPostFactor),
            new FanSector(sensor, terrain, site, true, 1, disc.FirstRow + disc.Rows - 1, options.RaysPerPostFactor),
            new FanSector(sensor, terrain, site, false, -1, west, options.RaysPerPostFactor),
            new FanSector(sensor, terrain, site, false, 1, east, options.RaysPerPostFactor),
        ];
        _cells = new FanCells(disc, site);
    }

    /// <summary>Whether a fan serves: rows and columns must not crowd towards a pole within the disc.</summary>
    internal static bool Serves(SensorFrame sensor, VisibleHeightOptions options) =>
        Math.Abs(sensor.Antenna.LatitudeRad) + (options.RadiusM / Wgs84.SemiMinorAxisM) < 80 * Math.PI / 180;

    internal static void Fill(
        SensorFrame sensor,
        ElevationRaster terrain,
        VisibleHeightOptions options,
        DiscRows disc,
        RasterPosition site,
        float[] sightM,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var sweep = new FanSweep(sensor, terrain, options, disc, site, sightM);
        sweep.Run(progress, cancellationToken);
    }

    private void Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        // Where the rays go, for all sectors; then which cells the north and south sectors have; then the wedges, the largest part of the work.
        SightWork.Run(_sectors.Sum(static sector => sector.NodeRays), _options.MaxThreads, static () => 0, TraceRay, null, cancellationToken);
        _cells.Divide(_sectors[0], _sectors[1]);
        SightWork.Run(
            _sectors.Sum(static sector => sector.Steps == 0 ? 0 : sector.Wedges),
            _options.MaxThreads,
            () => new FanWedge(_terrain, _options, _cells, _sightM, _sensor),
            SweepWedge,
            progress,
            cancellationToken);
        FillNear();

        void TraceRay(int unused, int ray)
        {
            foreach (var sector in _sectors)
            {
                if (ray < sector.NodeRays)
                {
                    sector.Trace(ray);
                    return;
                }

                ray -= sector.NodeRays;
            }
        }

        void SweepWedge(FanWedge work, int wedge)
        {
            foreach (var sector in _sectors)
            {
                if (sector.Steps == 0) continue;
                if (wedge < sector.Wedges)
                {
                    work.Sweep(sector, wedge, cancellationToken);
                    return;
                }

                wedge -= sector.Wedges;
            }
        }
    }

    /// <summary>The few cells around the site, which the fan does not reach: one ray each.</summary>
    private void FillNear()
    {
        var (siteRow, siteColumn) = ((int)Math.Round(_site.RowPosts), (int)Math.Round(_site.ColumnPosts));
        for (var row = Math.Max(0, siteRow - NearPosts - _disc.FirstRow); row < Math.Min(_disc.Rows, siteRow + NearPosts + 1 - _disc.FirstRow); row++)
        {
            var first = Math.Max(_disc.FirstColumns[row], siteColumn - NearPosts);
            var last = Math.Min(_disc.FirstColumns[row] + _disc.Columns(row) - 1, siteColumn + NearPosts);
            for (var column = first; column <= last; column++)
                _sightM[_disc.Offsets[row] + column - _disc.FirstColumns[row]] = RayPerCell.Cell(_sensor, _terrain, _options, _disc.FirstRow + row, column);
        }
    }
}
