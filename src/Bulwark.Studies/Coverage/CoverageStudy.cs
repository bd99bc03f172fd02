using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>Finds out where radars see a target: the probability of detection in each cell about them, at each height.</summary>
/// <remarks>
/// Every cell is judged by the models of a run: straight-line range and apparent elevation over the effective Earth
/// (<see cref="SensorFrame"/>), limits of range, sector and beam, the horizon, and the probability of detection from the signal-to-noise
/// ratio (<see cref="RadarModel"/>). The result does not depend on the number of threads.
/// </remarks>
public static class CoverageStudy
{
    private const int CellsPerRadius = 400;
    private const double RoomAroundRing = 1.04;
    private const long MostCells = 100_000_000;

    /// <summary>Does the study.</summary>
    /// <param name="request">What to find out.</param>
    /// <param name="progress">Receives the share done, 0 to 1, from any thread but one at a time; may be null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The request cannot be answered; the message says why.</exception>
    /// <exception cref="Core.Terrain.Sight.UnknownGroundException">A radar stands where the terrain has no height.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CoverageResult Of(CoverageRequest request, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.Demand(request);
        var area = AreaOf(request);
        var grid = new CoverageGrid(area.Centre, area.RadiusM, area.CellM);
        if ((long)grid.Side * grid.Side * request.HeightsM.Count > MostCells)
            throw new ArgumentException($"{(long)grid.Side * grid.Side * request.HeightsM.Count:N0} cells are too many (at most {MostCells:N0}); choose larger cells, a smaller radius or fewer heights.", nameof(request));

        // Looking over the terrain takes about as long as the cells.
        var sightShare = request.Terrain is null ? 0 : 0.5;
        var field = new CoverageField(request);
        field.LookAround(grid, progress is null ? null : share => progress(sightShare * share), cancellation);
        var sites = Sites(field);
        var counter = new ProgressCounter(grid.Side + (sites.Length * AzimuthSweep.Directions), progress is null ? null : share => progress(sightShare + ((1 - sightShare) * share)));
        var ringCells = new int[grid.Side];
        var values = Cells(field, grid, ringCells, counter, cancellation);
        var ranges = AzimuthSweep.Of(field, sites, grid, counter, cancellation);
        return new CoverageResult(field, grid, sites, Layers(field, grid, values, ringCells.Sum(static cells => (long)cells), ranges));
    }

    /// <summary>The area that a request will look at, to know which terrain to load.</summary>
    /// <param name="request">The request; its terrain is not used.</param>
    /// <exception cref="ArgumentException">The request cannot be answered; the message says why.</exception>
    public static CoverageArea AreaOf(CoverageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.Demand(request);
        var places = request.Radars.Select(static radar => radar.Place.WithHeight(0)).Distinct().ToArray();
        var centre = places[0];
        if (places.Length > 1)
        {
            var sum = places.Aggregate(EcefVector.Zero, static (sum, place) => sum + Wgs84.ToEcef(place));
            centre = Wgs84.ToGeodetic(sum / places.Length).WithHeight(0);
        }

        var radiusM = request.RadiusM ?? RoomAroundRing * request.Radars.Max(radar => Reach(radar) + Geodesic.Inverse(centre, radar.Place.WithHeight(0)).DistanceM);
        return new CoverageArea(centre, radiusM, request.CellM ?? (radiusM / CellsPerRadius));

        double Reach(CoverageRadar radar) =>
            Math.Min(new RadarModel(radar.Parameters).DetectionRangeM(RadarLink.RcsM2(radar.Parameters, request), request.ThresholdProbability), radar.Parameters.InstrumentedRangeM);
    }

    private static ImmutableArray<CoverageSite> Sites(CoverageField field) =>
    [
        .. field.Links.GroupBy(static link => link.Place).Select(static group => new CoverageSite(
            [.. group.Select(static link => link.Model.Parameters.Name)],
            group.Key,
            [.. group.Select(static link => link.Model.Parameters.AntennaHeightM)],
            [.. group.Select(static link => link.RingM)])),
    ];

    private static float[][] Cells(CoverageField field, CoverageGrid grid, int[] ringCells, ProgressCounter counter, CancellationToken cancellation)
    {
        var side = grid.Side;
        var values = new float[field.Layers][];
        for (var layer = 0; layer < values.Length; layer++) values[layer] = new float[side * side];
        Parallel.For(0, side, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            Span<float> probability = stackalloc float[field.Layers];
            for (var column = 0; column < side; column++)
            {
                if (grid.IsInside(column, row))
                {
                    var place = grid.Place(column, row);
                    field.Evaluate(place, probability);
                    if (field.InRing(place)) ringCells[row]++;
                }
                else
                {
                    probability.Fill(float.NaN);
                }

                for (var layer = 0; layer < values.Length; layer++) values[layer][(row * side) + column] = probability[layer];
            }

            counter.Done();
        });
        return values;
    }

    private static ImmutableArray<CoverageLayer> Layers(CoverageField field, CoverageGrid grid, float[][] values, long ring, ImmutableArray<AzimuthRange>[] ranges)
    {
        var cellAreaM2 = grid.CellM * grid.CellM;
        var inside = 0L;
        var side = grid.Side;
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                if (grid.IsInside(column, row)) inside++;
            }
        }

        var layers = ImmutableArray.CreateBuilder<CoverageLayer>();
        for (var layer = 0; layer < values.Length; layer++)
        {
            var (covered, known) = (0L, 0L);
            foreach (var value in values[layer])
            {
                if (value >= field.Request.ThresholdProbability) covered++;
                if (!float.IsNaN(value)) known++;
            }

            layers.Add(new CoverageLayer(field.Request.HeightsM[layer], ImmutableCollectionsMarshal.AsImmutableArray(values[layer]))
            {
                CoveredAreaM2 = covered * cellAreaM2,
                UnknownAreaM2 = (inside - known) * cellAreaM2,
                RingAreaM2 = ring * cellAreaM2,
                UnknownShare = inside > 0 ? (inside - known) / (double)inside : 0,
                Ranges = ranges[layer],
            });
        }

        return layers.ToImmutable();
    }
}
