using Bulwark.Operations.Networks;

namespace Bulwark.Simulation.Recording;

/// <summary>A message between a command post and one of its batteries came to the end of its way through the network. Immutable.</summary>
/// <param name="From">Index of the picture that sent it.</param>
/// <param name="To">Index of the picture it was for.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Track">Number of the track at the post that it orders to engage, or -1.</param>
/// <param name="Target">Target in truth behind that track, or -1.</param>
/// <param name="Fate">What became of the message.</param>
/// <param name="AgeS">Time since it was sent, seconds.</param>
public readonly record struct CommandMessageEnded(int From, int To, MessageKind Kind, int Track, int Target, MessageFate Fate, double AgeS) : IBeliefEvent<CommandMessageEnded>
{
    /// <inheritdoc />
    public static EventType Type => EventType.CommandMessageEnded;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("from_picture", From);
        writer.Integer("to_picture", To);
        writer.Choice("kind", Kind);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("fate", Fate);
        writer.Real("age_s", AgeS);
    }

    CommandMessageEnded IBeliefEvent<CommandMessageEnded>.About(int target) => this with { Target = target };
}
