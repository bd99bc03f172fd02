using Bulwark.Core.Randomness;

namespace Bulwark.Simulation.Programmes;

/// <summary>A figure with its range, in the program's own unit. A plain figure has no range. Immutable.</summary>
/// <param name="LowSi">Lower end.</param>
/// <param name="TypicalSi">Most likely value.</param>
/// <param name="HighSi">Upper end.</param>
public readonly record struct Spread(double LowSi, double TypicalSi, double HighSi)
{
    /// <summary>Whether the figure is uncertain.</summary>
    public bool IsUncertain => HighSi > LowSi;

    /// <summary>A figure without a range.</summary>
    /// <param name="valueSi">The figure.</param>
    public static Spread Of(double valueSi) => new(valueSi, valueSi, valueSi);

    /// <summary>Draws a value: triangular over the range, the figure itself when there is none.</summary>
    /// <param name="stream">Stream to draw from.</param>
    internal double Draw(ref RandomStream stream)
    {
        var unit = stream.NextUnit();
        return IsUncertain ? Quantiles.Triangular(unit, LowSi, TypicalSi, HighSi) : TypicalSi;
    }
}
