namespace Bulwark.Operations.Logistics;

/// <summary>
/// Wright's law in Crawford's form: the n-th unit takes n^b of the first one's effort, b = log2 of the slope, so that each doubling
/// multiplies the effort by the slope (T. P. Wright, Journal of the Aeronautical Sciences 3 (1936) 122-128). Immutable.
/// </summary>
public sealed class LearningCurve
{
    private readonly double _exponent;

    /// <summary>Makes a curve.</summary>
    /// <param name="slopeRatio">Effort of unit 2n over that of unit n, above 0.5 to 1; 1 is no learning, 0.85 is usual in aerospace.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slope is outside its range.</exception>
    public LearningCurve(double slopeRatio)
    {
        if (!(slopeRatio is > 0.5 and <= 1)) throw new ArgumentOutOfRangeException(nameof(slopeRatio), slopeRatio, "The slope of a learning curve lies above 0.5 and up to 1.");
        _exponent = Math.Log2(slopeRatio);
    }

    /// <summary>Effort of a unit over that of the first.</summary>
    /// <param name="unit">Number of the unit, from 1.</param>
    public double UnitRatio(long unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
        return Math.Pow(unit, _exponent);
    }

    /// <summary>Effort of the first n units together over that of the first: exactly to 1000 units, beyond by the Euler-Maclaurin sum.</summary>
    /// <param name="units">Number of units, not negative.</param>
    public double TotalRatio(long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        const int Exact = 1000;
        var sum = 0.0;
        for (var n = 1L; n <= Math.Min(units, Exact); n++) sum += UnitRatio(n);
        if (units <= Exact) return sum;
        double from = Exact, to = units;
        var integral = _exponent == -1 ? Math.Log(to / from) : (Math.Pow(to, _exponent + 1) - Math.Pow(from, _exponent + 1)) / (_exponent + 1);
        var ends = (Math.Pow(to, _exponent) - Math.Pow(from, _exponent)) / 2;
        var slopes = _exponent * (Math.Pow(to, _exponent - 1) - Math.Pow(from, _exponent - 1)) / 12;
        return sum + integral + ends + slopes;
    }
}
