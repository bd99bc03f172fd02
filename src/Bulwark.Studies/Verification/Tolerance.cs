using System.Globalization;

namespace Bulwark.Studies.Verification;

/// <summary>How far a value may lie from its reference. Immutable.</summary>
/// <param name="Size">The tolerance, in the unit of the quantity or as a share of the reference.</param>
/// <param name="IsRelative">Whether it is a share of the reference.</param>
/// <param name="Unit">The unit the text states; empty when it states none.</param>
internal readonly record struct Tolerance(double Size, bool IsRelative, string Unit)
{
    /// <summary>A share of the reference.</summary>
    public static Tolerance Relative(double share) => new(share, IsRelative: true, "");

    /// <summary>In the unit of the quantity.</summary>
    public static Tolerance Absolute(double size) => new(size, IsRelative: false, "");

    /// <summary>One unit of the last printed digit.</summary>
    public static Tolerance LastDigit { get; } = new(double.NaN, IsRelative: false, "");

    /// <summary>The greatest error allowed.</summary>
    public double Limit(double reference) => IsRelative ? Size * Math.Abs(reference) : Size;

    /// <summary>The tolerance in words.</summary>
    public string Describe(string unit) => double.IsNaN(Size) ? "last printed digit" : Size == 0 ? "exact" : IsRelative ? $"{Text(Size)} relative" : unit.Length == 0 ? Text(Size) : $"{Text(Size)} {unit}";

    /// <summary>A number in few digits.</summary>
    public static string Text(double value)
    {
        if (value == 0) return "0";
        var size = Math.Abs(value);
        return value.ToString(size is >= 1e-3 and < 1e3 ? "G3" : "0.##e0", CultureInfo.InvariantCulture);
    }
}
