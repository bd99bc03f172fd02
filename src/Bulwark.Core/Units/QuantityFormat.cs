using System.Globalization;

namespace Bulwark.Core.Units;

/// <summary>Prints quantities the way <see cref="QuantityText"/> reads them.</summary>
public static class QuantityFormat
{
    /// <summary>Prints a value in the unit people use for that size; reading the text gives the same value to the last bit.</summary>
    /// <param name="valueSi">The value in the program's own unit of the dimension; finite.</param>
    /// <param name="dimension">What it measures.</param>
    public static string Exact(double valueSi, Dimension dimension)
    {
        var unit = Choose(valueSi, dimension);
        foreach (var format in (string[])["G15", "G16", "G17"])
        {
            var text = Join(unit.FromSi(valueSi).ToString(format, CultureInfo.InvariantCulture), unit);
            if (QuantityText.TryRead(text, dimension, out var back, out _) && back == valueSi) return text;
        }

        return Join(valueSi.ToString("R", CultureInfo.InvariantCulture), UnitTable.For(dimension)[0]);
    }

    /// <summary>Prints a value to a few significant digits in the unit people use for that size.</summary>
    /// <param name="valueSi">The value in the program's own unit of the dimension; finite.</param>
    /// <param name="dimension">What it measures.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    public static string Short(double valueSi, Dimension dimension, int digits = 4)
    {
        var unit = Choose(valueSi, dimension);
        return InUnit(valueSi, unit, digits);
    }

    /// <summary>Prints a value in a given unit.</summary>
    /// <param name="valueSi">The value in the program's own unit; finite.</param>
    /// <param name="unit">The unit to print in.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    public static string InUnit(double valueSi, Unit unit, int digits = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        return Join(Plain(unit.FromSi(valueSi), digits), unit);
    }

    private static string Plain(double value, int digits)
    {
        var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        // G switches to an exponent when there are more digits before the point than asked for; people read 12345 m, not 1.235E+04 m.
        var shortNumber = Math.Abs(value) is < 1e7 and >= 1e-3;
        return shortNumber && text.Contains('E', StringComparison.Ordinal) ? value.ToString("0", CultureInfo.InvariantCulture) : text;
    }

    private static string Join(string number, Unit unit) => unit.Symbol.Length == 0 ? number : $"{number} {unit.Symbol}";

    private static Unit Choose(double valueSi, Dimension dimension)
    {
        var size = Math.Abs(valueSi);
        var symbol = dimension switch
        {
            Dimension.Length when size >= 10_000 => "km",
            Dimension.Duration when size >= 7200 => "h",
            Dimension.Duration when size >= 120 => "min",
            Dimension.Force when size >= 1000 => "kN",
            Dimension.Angle => "deg",
            Dimension.AngularRate => "deg/s",
            Dimension.Frequency when size >= 1e9 => "GHz",
            Dimension.Frequency when size >= 1e6 => "MHz",
            Dimension.Frequency when size >= 1e3 => "kHz",
            Dimension.Power when size >= 1e6 => "MW",
            Dimension.Power when size >= 1e3 => "kW",
            _ => null,
        };
        var units = UnitTable.For(dimension);
        return symbol is null ? units[0] : units.First(unit => unit.Symbol == symbol);
    }
}
