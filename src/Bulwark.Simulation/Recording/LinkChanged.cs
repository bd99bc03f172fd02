namespace Bulwark.Simulation.Recording;

/// <summary>A link of the network was cut, jammed, overloaded or repaired. Immutable.</summary>
/// <param name="Link">Index of the link.</param>
/// <param name="Works">Whether it works from now on.</param>
/// <param name="LossProbability">Probability that it loses a message to jamming, 0 to 1.</param>
/// <param name="CapacityShare">Share of its capacity that is left, above 0 to 1.</param>
public readonly record struct LinkChanged(int Link, bool Works, double LossProbability, double CapacityShare) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.LinkChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("link", Link);
        writer.Integer("works", Works ? 1 : 0);
        writer.Real("loss_probability", LossProbability);
        writer.Real("capacity_share", CapacityShare);
    }
}
