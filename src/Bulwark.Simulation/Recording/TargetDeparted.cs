namespace Bulwark.Simulation.Recording;

/// <summary>A target left the scene. Immutable.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="Reason">Why it left.</param>
/// <param name="Missile">The missile that killed it, or -1.</param>
public readonly record struct TargetDeparted(int Target, DepartureReason Reason, int Missile) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.TargetDeparted;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("target", Target);
        writer.Choice("reason", Reason);
        writer.Integer("missile", Missile);
    }
}
