using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>What is said over links that carry voice: planning figures of the scenario's author. Immutable.</summary>
/// <param name="ErrorSigmaM">Standard deviation of a place as it is said, in each direction, metres.</param>
/// <param name="MistakeProbability">Share of reports in which the place is said ten times as wrongly, 0 to 1.</param>
/// <param name="Period">Time after which a track is spoken of again.</param>
public sealed record Liaison(double ErrorSigmaM, double MistakeProbability, SimDuration Period)
{
    /// <summary>When the scenario says nothing.</summary>
    public static Liaison Default { get; } = new(3_000, 0.05, SimDuration.FromSeconds(120));
}
