namespace Bulwark.Sensing.Batches;

/// <summary>
/// Two-way loss beside free space by range and elevation, in the layout of <see cref="DetectionBatch"/>: path, lobing, elevation
/// pattern. Immutable; the default value is no loss.
/// </summary>
/// <remarks>
/// Between the knots the power that comes back is linear in both; outside, the values of the edge hold. Element
/// [range × elevations + elevation]; the first range is 0.
/// </remarks>
public readonly struct LossTable
{
    private readonly float[]? _lossesDb;

    /// <summary>Takes a table over.</summary>
    /// <param name="lossesDb">Two-way loss, dB; [range × elevations + elevation].</param>
    /// <param name="rangeStepM">Distance between two ranges, metres, positive; the first is at 0.</param>
    /// <param name="elevationCount">Elevations, at least 2.</param>
    /// <param name="lowestElevationRad">First elevation, radians.</param>
    /// <param name="elevationStepRad">Distance between two elevations, radians, positive.</param>
    /// <exception cref="ArgumentException">The table has less than two ranges, an uneven length, or a number that is not finite.</exception>
    public LossTable(ReadOnlySpan<float> lossesDb, double rangeStepM, int elevationCount, double lowestElevationRad, double elevationStepRad)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(elevationCount, 2);
        if (!(rangeStepM > 0) || !double.IsFinite(rangeStepM)) throw new ArgumentOutOfRangeException(nameof(rangeStepM), rangeStepM, "Ranges are a positive distance apart.");
        if (!(elevationStepRad > 0) || !double.IsFinite(elevationStepRad))
            throw new ArgumentOutOfRangeException(nameof(elevationStepRad), elevationStepRad, "Elevations are a positive distance apart.");
        if (!double.IsFinite(lowestElevationRad)) throw new ArgumentOutOfRangeException(nameof(lowestElevationRad), lowestElevationRad, "The lowest elevation must be finite.");
        if (lossesDb.Length < 2 * elevationCount || lossesDb.Length % elevationCount != 0)
            throw new ArgumentException($"Expected one number for each of {elevationCount} elevations and two ranges or more; {lossesDb.Length} is no such number.", nameof(lossesDb));
        foreach (var loss in lossesDb)
        {
            if (!float.IsFinite(loss)) throw new ArgumentException("Every loss must be finite; use some hundred decibels where nothing comes back.", nameof(lossesDb));
        }

        (RangeCount, RangeStepM, ElevationCount, LowestElevationRad, ElevationStepRad) =
            (lossesDb.Length / elevationCount, rangeStepM, elevationCount, lowestElevationRad, elevationStepRad);
        _lossesDb = lossesDb.ToArray();
    }

    /// <summary>Ranges; 0 when there is no loss.</summary>
    public int RangeCount { get; }

    /// <summary>Distance between two ranges, metres.</summary>
    public double RangeStepM { get; }

    /// <summary>Elevations.</summary>
    public int ElevationCount { get; }

    /// <summary>First elevation, radians.</summary>
    public double LowestElevationRad { get; }

    /// <summary>Distance between two elevations, radians.</summary>
    public double ElevationStepRad { get; }

    /// <summary>The numbers, dB.</summary>
    internal float[] LossesDb => _lossesDb ?? [];

    /// <summary>Samples a loss.</summary>
    /// <param name="lossDb">Two-way loss by range (metres) and elevation (radians), dB.</param>
    /// <param name="rangeCount">Ranges, at least 2; the first is at 0.</param>
    /// <param name="rangeStepM">Distance between two ranges, metres, positive.</param>
    /// <param name="elevationCount">Elevations, at least 2.</param>
    /// <param name="lowestElevationRad">First elevation, radians.</param>
    /// <param name="elevationStepRad">Distance between two elevations, radians, positive.</param>
    public static LossTable Sample(
        Func<double, double, double> lossDb, int rangeCount, double rangeStepM, int elevationCount, double lowestElevationRad, double elevationStepRad)
    {
        ArgumentNullException.ThrowIfNull(lossDb);
        ArgumentOutOfRangeException.ThrowIfLessThan(rangeCount, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(elevationCount, 2);
        var losses = new float[checked(rangeCount * elevationCount)];
        for (var range = 0; range < rangeCount; range++)
        {
            for (var elevation = 0; elevation < elevationCount; elevation++)
                losses[(range * elevationCount) + elevation] = (float)lossDb(range * rangeStepM, lowestElevationRad + (elevation * elevationStepRad));
        }

        return new LossTable(losses, rangeStepM, elevationCount, lowestElevationRad, elevationStepRad);
    }
}
