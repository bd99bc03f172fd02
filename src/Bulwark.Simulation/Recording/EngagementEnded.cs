namespace Bulwark.Simulation.Recording;

/// <summary>A target channel became free. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth that was followed, or -1.</param>
/// <param name="Result">What command believes.</param>
public readonly record struct EngagementEnded(int Unit, int Engagement, int Track, int Target, EngagementResult Result) : IBeliefEvent<EngagementEnded>
{
    /// <inheritdoc />
    public static EventType Type => EventType.EngagementEnded;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("engagement", Engagement);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("result", Result);
    }

    EngagementEnded IBeliefEvent<EngagementEnded>.About(int target) => this with { Target = target };
}
