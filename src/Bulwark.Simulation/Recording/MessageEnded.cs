using Bulwark.Operations.Networks;

namespace Bulwark.Simulation.Recording;

/// <summary>A report of a track came to the end of its way through the network. Immutable.</summary>
/// <param name="From">Index of the node that sent it: that of a picture, or the node to which friends report themselves.</param>
/// <param name="To">Index of the picture it was for.</param>
/// <param name="Track">Number of the track at its sender; -1 for who reports himself.</param>
/// <param name="Target">Target in truth behind the track, or -1.</param>
/// <param name="Fate">What became of the message.</param>
/// <param name="AgeS">How old what it says was then, seconds.</param>
public readonly record struct MessageEnded(int From, int To, int Track, int Target, MessageFate Fate, double AgeS) : IBeliefEvent<MessageEnded>
{
    /// <inheritdoc />
    public static EventType Type => EventType.MessageEnded;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("from_picture", From);
        writer.Integer("to_picture", To);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("fate", Fate);
        writer.Real("age_s", AgeS);
    }

    MessageEnded IBeliefEvent<MessageEnded>.About(int target) => this with { Target = target };
}
