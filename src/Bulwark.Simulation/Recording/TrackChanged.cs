namespace Bulwark.Simulation.Recording;

/// <summary>A track was started, confirmed, refused, or dropped. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Transition">What happened.</param>
/// <param name="Target">Target in truth that gave the latest plot, or -1.</param>
public readonly record struct TrackChanged(int Picture, int Track, TrackTransition Transition, int Target) : IBeliefEvent<TrackChanged>
{
    /// <inheritdoc />
    public static EventType Type => EventType.TrackChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("track", Track);
        writer.Choice("transition", Transition);
        writer.Integer("target", Target);
    }

    TrackChanged IBeliefEvent<TrackChanged>.About(int target) => this with { Target = target };
}
