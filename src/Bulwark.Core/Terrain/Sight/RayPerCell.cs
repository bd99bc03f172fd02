using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Smallest visible heights by one ray for every cell.</summary>
internal static class RayPerCell
{
    internal static void Fill(
        SensorFrame sensor,
        ElevationRaster terrain,
        VisibleHeightOptions options,
        DiscRows disc,
        float[] sightM,
        IProgress<double>? progress,
        CancellationToken cancellationToken) =>
        SightWork.Run(
            disc.Rows,
            options.MaxThreads,
            static () => 0,
            (_, row) =>
            {
                for (var cell = 0; cell < disc.Columns(row); cell++)
                {
                    if ((cell & 63) == 0) cancellationToken.ThrowIfCancellationRequested();
                    sightM[disc.Offsets[row] + cell] = Cell(sensor, terrain, options, disc.FirstRow + row, disc.FirstColumns[row] + cell);
                }
            },
            progress,
            cancellationToken);

    internal static float Cell(SensorFrame sensor, ElevationRaster terrain, VisibleHeightOptions options, int row, int column)
    {
        var lowest = LineOfSight.LowestVisible(sensor, RasterPlaces.At(terrain, row, column), terrain, options.Missing);
        return Pack((float)lowest.SightHeightM, lowest.State == VisibleHeightState.LowerBound);
    }

    /// <summary>Puts "lower bound" into the last bit of a height.</summary>
    private static float Pack(float sightM, bool isLowerBound) =>
        BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(sightM) & ~1) | (isLowerBound ? 1 : 0));
}
