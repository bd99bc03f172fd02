namespace Bulwark.Simulation.Recording;

/// <summary>A target entered the scene. Immutable.</summary>
/// <param name="Target">Index of the target.</param>
public readonly record struct TargetAppeared(int Target) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.TargetAppeared;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("target", Target);
    }
}
