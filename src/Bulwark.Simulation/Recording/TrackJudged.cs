using Bulwark.Operations.Picture;

namespace Bulwark.Simulation.Recording;

/// <summary>A battery changed its mind about who a track is. Immutable.</summary>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth behind it, or -1.</param>
/// <param name="Identity">What it takes it for.</param>
/// <param name="AnswersScore">What answers and silence say: logarithm of the likelihood ratio, attacker over protected traffic.</param>
/// <param name="CorridorScore">What corridors say.</param>
/// <param name="OriginScore">What its origin says.</param>
/// <param name="BehaviourScore">What its behaviour says.</param>
public readonly record struct TrackJudged(int Battery, int Track, int Target, Identity Identity, double AnswersScore, double CorridorScore, double OriginScore, double BehaviourScore) : IBeliefEvent<TrackJudged>
{
    /// <inheritdoc />
    public static EventType Type => EventType.TrackJudged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("identity", Identity);
        writer.Real("answers_score", AnswersScore);
        writer.Real("corridor_score", CorridorScore);
        writer.Real("origin_score", OriginScore);
        writer.Real("behaviour_score", BehaviourScore);
    }

    TrackJudged IBeliefEvent<TrackJudged>.About(int target) => this with { Target = target };
}
