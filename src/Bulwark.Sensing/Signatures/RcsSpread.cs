namespace Bulwark.Sensing.Signatures;

/// <summary>What is known of a cross-section: its low, typical and high value, which bound the uncertainty of the class. Immutable.</summary>
/// <param name="LowM2">Low value, m², positive.</param>
/// <param name="TypicalM2">Typical value, m², not below the low one.</param>
/// <param name="HighM2">High value, m², not below the typical one.</param>
public readonly record struct RcsSpread(double LowM2, double TypicalM2, double HighM2)
{
    /// <summary>Whether the three are positive, finite and in order.</summary>
    public bool IsValid => LowM2 > 0 && TypicalM2 >= LowM2 && HighM2 >= TypicalM2 && double.IsFinite(HighM2);

    /// <summary>Value at a place in the spread: 0 low, 0.5 typical, 1 high; between them linear in decibels.</summary>
    /// <param name="share">Place, 0 to 1; outside, the ends hold.</param>
    public double AtM2(double share)
    {
        var place = Math.Clamp(share, 0, 1);
        return place < 0.5
            ? LowM2 * Math.Pow(TypicalM2 / LowM2, 2 * place)
            : TypicalM2 * Math.Pow(HighM2 / TypicalM2, (2 * place) - 1);
    }
}
