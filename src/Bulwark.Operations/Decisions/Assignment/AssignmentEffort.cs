namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>How much work the optimiser does. Counts, not times, so that the answer never depends on the machine. Immutable.</summary>
public sealed record AssignmentEffort
{
    /// <summary>What a command post's evaluation takes by default.</summary>
    public static AssignmentEffort Default { get; } = new();

    /// <summary>Steps by which the prices of the units are improved, at least 1; more steps tighten the bound.</summary>
    public int PriceSteps { get; init; } = 120;

    /// <summary>Rounds of improvement by exchange, 0 or more.</summary>
    public int ExchangeRounds { get; init; } = 12;

    /// <summary>Nodes that branch and bound may look at to prove the optimum; 0 leaves it out.</summary>
    public int BranchNodes { get; init; } = 2_000;
}
