namespace Bulwark.Simulation.Programmes;

/// <summary>What an entry of a programme rests on: a published fact, or an assumption with its reasoning. Immutable.</summary>
/// <param name="Fact">The id of the fact; empty for an assumption.</param>
/// <param name="Reasoning">Why the figures were chosen; empty for a fact.</param>
public sealed record Basis(string Fact, string Reasoning)
{
    /// <summary>Whether it is an assumption.</summary>
    public bool IsAssumed => Fact.Length == 0;
}
