using Bulwark.Tracking.Identification;

namespace Bulwark.Simulation.Recording;

/// <summary>What a track is believed to be has changed: another class is the likeliest. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth that gave the latest plot, or -1.</param>
/// <param name="Class">The class now likeliest.</param>
/// <param name="ClassProbability">Its probability.</param>
/// <param name="NeutralProbability">Probability that it answers as neutral traffic does.</param>
public readonly record struct TrackClassified(int Picture, int Track, int Target, TrackClass Class, double ClassProbability, double NeutralProbability) : IBeliefEvent<TrackClassified>
{
    /// <inheritdoc />
    public static EventType Type => EventType.TrackClassified;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("class", Class);
        writer.Real("class_probability", ClassProbability);
        writer.Real("neutral_probability", NeutralProbability);
    }

    TrackClassified IBeliefEvent<TrackClassified>.About(int target) => this with { Target = target };
}
