namespace Bulwark.Core.Units;

/// <summary>A unit that files may write. Immutable.</summary>
/// <param name="Symbol">How it is written, case-sensitive.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="ScaleFactor">Value in the program's own unit of one of this unit; for a decibel unit the value at 0 dB.</param>
/// <param name="IsDecibel">True when the number is ten times a decimal logarithm that has to be undone (dBsm).</param>
public sealed record Unit(string Symbol, Dimension Dimension, double ScaleFactor, bool IsDecibel = false)
{
    /// <summary>Other spellings that are understood but never printed.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Converts a number in this unit to the program's own unit.</summary>
    /// <param name="valueInUnitSi">The number as written, in this unit.</param>
    public double ToSi(double valueInUnitSi) =>
        IsDecibel ? ScaleFactor * Math.Pow(10, valueInUnitSi / 10) : valueInUnitSi * ScaleFactor;

    /// <summary>Converts a value in the program's own unit to a number in this unit.</summary>
    /// <param name="valueSi">The value in the program's own unit; positive for a decibel unit.</param>
    public double FromSi(double valueSi) => IsDecibel ? 10 * Math.Log10(valueSi / ScaleFactor) : valueSi / ScaleFactor;
}
