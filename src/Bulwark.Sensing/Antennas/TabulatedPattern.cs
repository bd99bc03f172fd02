namespace Bulwark.Sensing.Antennas;

/// <summary>Measured pattern: gains at angles, linear in decibels between them, the last one beyond. Immutable.</summary>
public sealed class TabulatedPattern : IAntennaPattern
{
    private readonly double[] _anglesRad;
    private readonly double[] _gainsDb;

    /// <summary>Takes a table over.</summary>
    /// <param name="anglesRad">Angles from the peak, radians, growing; at least two.</param>
    /// <param name="gainsDb">Gains at them, dB; the largest is taken as the peak.</param>
    /// <param name="symmetric">Whether the table holds one side of a symmetric pattern.</param>
    /// <exception cref="ArgumentException">The lists differ in length, have less than two entries, do not grow or hold what is no number.</exception>
    public TabulatedPattern(IReadOnlyList<double> anglesRad, IReadOnlyList<double> gainsDb, bool symmetric)
    {
        ArgumentNullException.ThrowIfNull(anglesRad);
        ArgumentNullException.ThrowIfNull(gainsDb);
        if (anglesRad.Count != gainsDb.Count || anglesRad.Count < 2)
            throw new ArgumentException($"Expected as many gains as angles and at least two; found {gainsDb.Count} and {anglesRad.Count}.", nameof(gainsDb));
        for (var i = 0; i < anglesRad.Count; i++)
        {
            if (!double.IsFinite(anglesRad[i]) || !double.IsFinite(gainsDb[i])) throw new ArgumentException($"Entry {i + 1} is not a number.", nameof(gainsDb));
            if (i > 0 && anglesRad[i] <= anglesRad[i - 1]) throw new ArgumentException($"The angles must grow; entry {i + 1} does not.", nameof(anglesRad));
        }

        if (symmetric && anglesRad[0] < 0) throw new ArgumentException("A symmetric pattern is given by its angles from 0 up.", nameof(anglesRad));
        PeakDb = gainsDb.Max();
        IsSymmetric = symmetric;
        _anglesRad = [.. anglesRad];
        _gainsDb = [.. gainsDb];
    }

    /// <summary>The largest gain of the table, dB.</summary>
    public double PeakDb { get; }

    /// <summary>Whether the pattern is the same on both sides.</summary>
    public bool IsSymmetric { get; }

    /// <inheritdoc/>
    public double RelativeGainRatio(double offsetRad)
    {
        var angle = Math.IEEERemainder(offsetRad, 2 * Math.PI);
        if (IsSymmetric) angle = Math.Abs(angle);
        var place = Array.BinarySearch(_anglesRad, angle);
        if (place < 0) place = ~place;
        double gainDb;
        if (place == 0) gainDb = _gainsDb[0];
        else if (place == _anglesRad.Length) gainDb = _gainsDb[^1];
        else
        {
            var share = (angle - _anglesRad[place - 1]) / (_anglesRad[place] - _anglesRad[place - 1]);
            gainDb = _gainsDb[place - 1] + (share * (_gainsDb[place] - _gainsDb[place - 1]));
        }

        return Math.Pow(10, (gainDb - PeakDb) / 10);
    }
}
