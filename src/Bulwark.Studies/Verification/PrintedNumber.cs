namespace Bulwark.Studies.Verification;

/// <summary>A number with the text it was printed as, which limits how closely anything can agree with it. Immutable.</summary>
/// <param name="Number">The number.</param>
/// <param name="LastDigit">What one step of the last printed digit is worth; 0 when too few digits are printed to be a rounded number.</param>
internal readonly record struct PrintedNumber(double Number, double LastDigit)
{
    /// <summary>Fewer significant digits than these are an exact figure such as 2 or 0.5, not a rounded one.</summary>
    private const int FewestRoundedDigits = 4;

    /// <summary>Reads the precision off the text.</summary>
    public static PrintedNumber Of(double number, string text)
    {
        var mantissa = text.AsSpan().Trim();
        var exponent = 0;
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var e)
        {
            exponent = int.TryParse(mantissa[(e + 1)..], out var parsed) ? parsed : 0;
            mantissa = mantissa[..e];
        }

        mantissa = mantissa.TrimStart("+-");
        // A file that writes every number with a point appends ".0" to whole ones; that digit was never printed.
        if (mantissa.EndsWith(".0") && mantissa.Length > 3) mantissa = mantissa[..^2];
        var point = mantissa.IndexOf('.');
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = 0;
        var zeros = 0;
        foreach (var character in mantissa)
        {
            if (!char.IsAsciiDigit(character)) continue;
            if (digits > 0 || character != '0') digits++;
            zeros = character == '0' ? zeros + 1 : 0;
        }

        if (digits == 0) digits = decimals;
        if (point < 0) decimals -= Math.Min(zeros, Math.Max(0, digits - FewestRoundedDigits));
        return new PrintedNumber(number, digits >= FewestRoundedDigits ? Math.Pow(10, exponent - decimals) : 0);
    }

    /// <summary>The number in another unit.</summary>
    public PrintedNumber Times(double factor) => new(Number * factor, LastDigit * Math.Abs(factor));
}
