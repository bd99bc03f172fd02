namespace Bulwark.Studies.Plans;

/// <summary>One setting of a study: what every factor is, and what its luck is. Immutable.</summary>
public sealed record StudyCell
{
    /// <summary>Its number, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The value of every factor of the plan, as a file would write it.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Point of the design, from 0: a combination of levels, a sample of the factors, a row or a trajectory.</summary>
    public required int Point { get; init; }

    /// <summary>Index of the alternative, or -1.</summary>
    public int Alternative { get; init; } = -1;

    /// <summary>Sample of the uncertain figures, from 0.</summary>
    public int Sample { get; init; }

    /// <summary>What the cell is for in a design of several parts: "a", "b" or the factor mixed in for Sobol' indices, the moved factor for Morris; otherwise empty.</summary>
    public string Part { get; init; } = "";

    /// <summary>Seed of its runs; cells with the same seed meet the same luck, replication by replication.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The cells whose replications end together, by number.</summary>
    public required int Group { get; init; }
}
