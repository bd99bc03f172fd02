namespace Bulwark.Operations.Networks;

/// <summary>What has happened to a link. Immutable.</summary>
/// <param name="Works">False while it is destroyed or switched off.</param>
/// <param name="LossProbability">Probability that a message is lost to jamming, besides the link's own loss, 0 to 1.</param>
/// <param name="CapacityShare">Share of its capacity that is left, above 0 to 1.</param>
public readonly record struct LinkCondition(bool Works, double LossProbability = 0, double CapacityShare = 1)
{
    /// <summary>As built.</summary>
    public static LinkCondition Sound => new(true);

    /// <summary>Destroyed or switched off.</summary>
    public static LinkCondition Down => new(false);
}
