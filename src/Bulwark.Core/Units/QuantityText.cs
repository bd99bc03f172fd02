using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bulwark.Core.Units;

/// <summary>Reads quantities as files write them: a number, a space that may be left out, and a unit ("12 km", "-10 dBsm", "FL300").</summary>
public static class QuantityText
{
    private const double MetresPerFlightLevel = 100 * 0.3048;

    /// <summary>Reads a quantity of a known dimension.</summary>
    /// <param name="text">The text as written; surrounding spaces are ignored.</param>
    /// <param name="dimension">What it should measure.</param>
    /// <param name="valueSi">The value in the program's own unit of the dimension; finite; 0 when the text cannot be read.</param>
    /// <param name="problem">What is wrong with the text, or null when it was read.</param>
    /// <returns>True when the text was read.</returns>
    public static bool TryRead(string text, Dimension dimension, out double valueSi, [NotNullWhen(false)] out TextProblem? problem) =>
        TryRead(text, dimension, out valueSi, out _, out problem);

    /// <summary>Reads a quantity of a known dimension and says in which unit it was written.</summary>
    /// <param name="text">The text as written; surrounding spaces are ignored.</param>
    /// <param name="dimension">What it should measure.</param>
    /// <param name="valueSi">The value in the program's own unit of the dimension; finite; 0 when the text cannot be read.</param>
    /// <param name="unit">The unit as written, feet for a flight level; the program's own unit when the text cannot be read.</param>
    /// <param name="problem">What is wrong with the text, or null when it was read.</param>
    /// <returns>True when the text was read.</returns>
    public static bool TryRead(string text, Dimension dimension, out double valueSi, out Unit unit, [NotNullWhen(false)] out TextProblem? problem)
    {
        valueSi = 0;
        unit = UnitTable.For(dimension)[0];
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return Fail("there is no value", dimension, "", out problem);
        if (dimension == Dimension.Length && TryReadFlightLevel(trimmed, out valueSi))
        {
            unit = UnitTable.Find("ft", dimension)!;
            problem = null;
            return true;
        }

        var length = NumberLength(trimmed);
        if (length == 0)
        {
            var machFirst = dimension == Dimension.Speed && trimmed.StartsWith('M');
            return Fail($"{QuotedText.Of(trimmed)} is not {DimensionText.Name(dimension)}", dimension, machFirst ? MachHint : "", out problem);
        }

        var symbol = trimmed[length..].Trim();
        if (symbol.StartsWith(','))
            return Fail($"{QuotedText.Of(trimmed)} contains a comma", dimension, "write a decimal point and no separators between thousands", out problem);
        if (UnitTable.Find(symbol, dimension) is not { } written)
            return Fail(WrongUnit(trimmed, symbol, dimension), dimension, UnitHint(trimmed[..length], symbol, dimension), out problem);
        var number = double.Parse(trimmed.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture);
        var value = written.ToSi(number);
        if (!double.IsFinite(value)) return Fail($"{QuotedText.Of(trimmed)} is too large", dimension, "", out problem);
        valueSi = value;
        unit = written;
        problem = null;
        return true;
    }

    private const string MachHint =
        "a Mach number is no speed without a temperature; write m/s, km/h or kt (Mach 1 is 340 m/s at sea level, 295 m/s above 11 km)";

    private static bool Fail(string message, Dimension dimension, string hint, out TextProblem problem)
    {
        problem = new TextProblem(message, DimensionText.Expected(dimension), hint);
        return false;
    }

    private static string WrongUnit(string text, string symbol, Dimension dimension)
    {
        if (symbol.Length == 0) return $"{QuotedText.Of(text)} has no unit";
        if (UnitTable.FindAny(symbol) is { } other) return $"{QuotedText.Of(text)} is {DimensionText.Name(other.Dimension)}, not {DimensionText.Name(dimension)}";
        return $"unknown unit {QuotedText.Of(symbol)}";
    }

    private static string UnitHint(string number, string symbol, Dimension dimension)
    {
        if (dimension == Dimension.Speed && symbol is ("Mach" or "mach" or "M" or "Ma")) return MachHint;
        var units = UnitTable.For(dimension);
        if (symbol.Length == 0) return $"write for example '{number} {units[0].Symbol}'";
        if (UnitTable.FindAny(symbol) is not null) return "";
        return NearestMatch.Hint(symbol, units.SelectMany(unit => unit.Aliases.Prepend(unit.Symbol)));
    }

    private static bool TryReadFlightLevel(string text, out double valueSi)
    {
        valueSi = 0;
        if (!text.StartsWith("FL", StringComparison.Ordinal)) return false;
        var digits = text.AsSpan(2).TrimStart();
        if (digits.Length is 0 or > 4 || digits.ContainsAnyExceptInRange('0', '9')) return false;
        valueSi = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * MetresPerFlightLevel;
        return true;
    }

    // Length of the number at the start of the text: sign, digits, point, digits, exponent; 0 when there is none.
    private static int NumberLength(string text)
    {
        var at = text[0] is '+' or '-' ? 1 : 0;
        var start = at;
        at = SkipDigits(text, at);
        var digits = at - start;
        if (at < text.Length && text[at] == '.')
        {
            var afterPoint = SkipDigits(text, at + 1);
            digits += afterPoint - at - 1;
            at = afterPoint;
        }

        if (digits == 0) return 0;
        if (at >= text.Length || text[at] is not ('e' or 'E')) return at;
        var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        var end = SkipDigits(text, Math.Min(exponent, text.Length));
        return end > exponent ? end : at;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }
}
