namespace Bulwark.Sensing.Batches;

/// <summary>
/// Elevation of what hides a target, by range and azimuth, in the layout of <see cref="DetectionBatch"/>. Immutable; the default value
/// hides nothing.
/// </summary>
/// <remarks>
/// In range the value is that of the beginning of the bin and beyond the last bin that of the last; in azimuth it is linear between two
/// columns. Column <see cref="AzimuthCount"/> repeats column 0, so that both neighbours lie side by side: element
/// [bin × (azimuths + 1) + azimuth].
/// </remarks>
public readonly struct HorizonTable
{
    private readonly float[]? _masksRad;

    /// <summary>Takes a table over.</summary>
    /// <param name="masksRad">Largest apparent elevation of the ground nearer than the beginning of the bin, radians; [bin × azimuths + azimuth].</param>
    /// <param name="azimuthCount">Azimuths, at least 1, equally spaced clockwise from north.</param>
    /// <param name="binM">Width of a range bin, metres, positive.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the azimuths, the table is empty or a number is not finite.</exception>
    public HorizonTable(ReadOnlySpan<float> masksRad, int azimuthCount, double binM)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(azimuthCount, 1);
        if (!(binM > 0) || !double.IsFinite(binM)) throw new ArgumentOutOfRangeException(nameof(binM), binM, "A range bin has a positive width.");
        if (masksRad.IsEmpty || masksRad.Length % azimuthCount != 0)
            throw new ArgumentException($"Expected one number for each of {azimuthCount} azimuths and each bin; {masksRad.Length} is no multiple.", nameof(masksRad));
        (AzimuthCount, BinCount, BinM) = (azimuthCount, masksRad.Length / azimuthCount, binM);
        var stride = azimuthCount + 1;
        _masksRad = new float[(long)BinCount * stride];
        for (var bin = 0; bin < BinCount; bin++)
        {
            var row = masksRad.Slice(bin * azimuthCount, azimuthCount);
            foreach (var mask in row)
            {
                if (!float.IsFinite(mask)) throw new ArgumentException("Every elevation must be finite; use -pi/2 where nothing hides.", nameof(masksRad));
            }

            row.CopyTo(_masksRad.AsSpan(bin * stride));
            _masksRad[(bin * stride) + azimuthCount] = row[0];
        }
    }

    /// <summary>Azimuths; 0 when nothing is hidden.</summary>
    public int AzimuthCount { get; }

    /// <summary>Range bins.</summary>
    public int BinCount { get; }

    /// <summary>Width of a range bin, metres.</summary>
    public double BinM { get; }

    /// <summary>The numbers with their repeated column, radians.</summary>
    internal float[] MasksRad => _masksRad ?? [];

    /// <summary>Samples a mask.</summary>
    /// <param name="maskRad">Elevation by azimuth (radians) and range (metres), radians.</param>
    /// <param name="azimuthCount">Azimuths, at least 1.</param>
    /// <param name="binCount">Range bins, at least 1.</param>
    /// <param name="binM">Width of a range bin, metres, positive.</param>
    public static HorizonTable Sample(Func<double, double, double> maskRad, int azimuthCount, int binCount, double binM)
    {
        ArgumentNullException.ThrowIfNull(maskRad);
        ArgumentOutOfRangeException.ThrowIfLessThan(azimuthCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(binCount, 1);
        var masks = new float[checked(azimuthCount * binCount)];
        for (var bin = 0; bin < binCount; bin++)
        {
            for (var azimuth = 0; azimuth < azimuthCount; azimuth++)
                masks[(bin * azimuthCount) + azimuth] = (float)maskRad(2 * Math.PI * azimuth / azimuthCount, bin * binM);
        }

        return new HorizonTable(masks, azimuthCount, binM);
    }
}
