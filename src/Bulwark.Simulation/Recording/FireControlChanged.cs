namespace Bulwark.Simulation.Recording;

/// <summary>The engagement radar acquired or lost its target. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Target">Target in truth that is followed, or -1.</param>
/// <param name="State">What happened.</param>
public readonly record struct FireControlChanged(int Unit, int Engagement, int Target, FireControlState State) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.FireControlChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("engagement", Engagement);
        writer.Integer("target", Target);
        writer.Choice("state", State);
    }
}
