using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Outcomes;

/// <summary>What one battery did. Immutable.</summary>
/// <param name="Id">Identifier in the scenario.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Limits">Its published caps.</param>
/// <param name="Peaks">The most it did at once, from recorded events.</param>
/// <param name="RoundsSpent">Rounds fired.</param>
/// <param name="RoundsLeft">Rounds left on launchers and in store.</param>
/// <param name="Hits">Rounds that killed.</param>
public sealed record BatteryOutcome(string Id, string Name, BatteryLimits Limits, RunPeaks Peaks, int RoundsSpent, int RoundsLeft, int Hits)
{
    /// <summary>The same by fire unit.</summary>
    public required IReadOnlyList<FireUnitOutcome> Units { get; init; }

    /// <summary>The same by kind of round, those that reach furthest first.</summary>
    public required IReadOnlyList<RoundOutcome> Rounds { get; init; }
}
