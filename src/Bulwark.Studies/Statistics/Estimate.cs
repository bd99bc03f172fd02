namespace Bulwark.Studies.Statistics;

/// <summary>
/// A number with its interval and what it rests on; nothing is reported without. Immutable. Without data, and for an interval that
/// the data do not bound, the ends are not-a-number or infinite.
/// </summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Count">Number of independent values (replications) it rests on.</param>
/// <param name="Level">Confidence level of the interval, strictly between 0 and 1.</param>
public readonly record struct Estimate(double Value, double Low, double High, long Count, double Level)
{
    /// <summary>Half the width of the interval.</summary>
    public double HalfWidth => 0.5 * (High - Low);

    /// <summary>Whether the interval holds a value.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>No data: nothing is known.</summary>
    /// <param name="level">Confidence level that was asked for.</param>
    public static Estimate Nothing(double level) => new(double.NaN, double.NaN, double.NaN, 0, level);

    /// <summary>The same with an interval that does not leave what a measure can be; what cannot be has no chance, so the level stays.</summary>
    /// <param name="isNeverNegative">Whether it is never below zero.</param>
    /// <param name="isShare">Whether it lies between 0 and 1.</param>
    internal Estimate Possible(bool isNeverNegative, bool isShare) => isShare ? this with { Low = Math.Max(0, Low), High = Math.Min(1, High) } : isNeverNegative ? this with { Low = Math.Max(0, Low) } : this;

    internal static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1, for example 0.95.");
    }
}
