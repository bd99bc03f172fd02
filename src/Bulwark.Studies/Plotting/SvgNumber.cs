using System.Globalization;

namespace Bulwark.Studies.Plotting;

/// <summary>Writes coordinates with two decimals at most, so that the same drawing is the same text everywhere.</summary>
internal static class SvgNumber
{
    /// <summary>The text of a finite number; there is no negative zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite: a drawing must leave such points out.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate must be finite.");
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
