using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Recording;

/// <summary>Command's reason for not engaging a track changed. Immutable.</summary>
/// <param name="Battery">Index of the battery's picture, or of the command post's that decides for it.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth behind the track, or -1.</param>
/// <param name="Reason">The new reason.</param>
/// <param name="ThreatScore">Rank in the picture; larger is more urgent.</param>
public readonly record struct EngagementDeferred(int Battery, int Track, int Target, DeferralReason Reason, double ThreatScore) : IBeliefEvent<EngagementDeferred>
{
    /// <inheritdoc />
    public static EventType Type => EventType.EngagementDeferred;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("reason", Reason);
        writer.Real("threat_score", ThreatScore);
    }

    EngagementDeferred IBeliefEvent<EngagementDeferred>.About(int target) => this with { Target = target };
}
