using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Batches;

/// <summary>The numbers both forms of <see cref="DetectionBatch"/> read, in single precision, with a trivial table where none was given.</summary>
internal sealed class BatchTables
{
    public const float TurnsPerRad = (float)(1 / (2 * Math.PI));

    public BatchTables(PowerBudget budget, ProbabilityTable probabilities, BatchLimits limits, HorizonTable horizon, LossTable loss)
    {
        RangeConstantM2 = (float)budget.RangeConstantM2;
        (MinimumRangeM, MaximumRangeM) = ((float)limits.MinimumRangeM, (float)limits.MaximumRangeM);
        (MinimumElevationRad, MaximumElevationRad) = ((float)limits.MinimumElevationRad, (float)limits.MaximumElevationRad);
        if (horizon.AzimuthCount == 0) horizon = new HorizonTable([-1.570_797f], 1, 1e9);
        Masks = horizon.MasksRad;
        (AzimuthCount, HorizonStride) = (horizon.AzimuthCount, horizon.AzimuthCount + 1);
        (BinsPerM, LastBin) = ((float)(1 / horizon.BinM), horizon.BinCount - 1);
        if (loss.RangeCount == 0) loss = new LossTable([0, 0, 0, 0], 1e9, 2, -1.6, 3.2);
        Gains = Corners(loss);
        (LossRows, LossColumns) = (loss.RangeCount - 1, loss.ElevationCount - 1);
        (LossRangesPerM, LastLossRange) = ((float)(1 / loss.RangeStepM), loss.RangeCount - 1);
        (LossLowestRad, LossElevationsPerRad, LastLossElevation) = ((float)loss.LowestElevationRad, (float)(1 / loss.ElevationStepRad), loss.ElevationCount - 1);
        Probabilities = probabilities.Values;
        (FirstBits, LastBits, Shift) = (probabilities.FirstBits, probabilities.LastBits, probabilities.Shift);
        StepScale = 1f / (1 << Shift);
    }

    public float RangeConstantM2 { get; }

    public float MinimumRangeM { get; }

    public float MaximumRangeM { get; }

    public float MinimumElevationRad { get; }

    public float MaximumElevationRad { get; }

    public float[] Masks { get; }

    public int AzimuthCount { get; }

    public int HorizonStride { get; }

    public float BinsPerM { get; }

    public float LastBin { get; }

    /// <summary>Gain instead of loss, as a ratio: the four corners of each cell side by side, near low, near high, far low, far high.</summary>
    public float[] Gains { get; }

    public int LossRows { get; }

    public int LossColumns { get; }

    public float LossRangesPerM { get; }

    public float LastLossRange { get; }

    public float LossLowestRad { get; }

    public float LossElevationsPerRad { get; }

    public float LastLossElevation { get; }

    public float[] Probabilities { get; }

    public int FirstBits { get; }

    public int LastBits { get; }

    public int Shift { get; }

    /// <summary>One over the number of bit patterns in a step.</summary>
    public float StepScale { get; }

    private static float[] Corners(LossTable loss)
    {
        var ratios = Array.ConvertAll(loss.LossesDb, static lossDb => (float)Math.Pow(10, -lossDb / 10));
        var (rows, columns) = (loss.RangeCount - 1, loss.ElevationCount - 1);
        var corners = new float[checked(4 * rows * columns)];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var from = (row * loss.ElevationCount) + column;
                var to = 4 * ((row * columns) + column);
                (corners[to], corners[to + 1]) = (ratios[from], ratios[from + 1]);
                (corners[to + 2], corners[to + 3]) = (ratios[from + loss.ElevationCount], ratios[from + loss.ElevationCount + 1]);
            }
        }

        return corners;
    }
}
