namespace Bulwark.Simulation.Catalogue;

/// <summary>One figure of several entries. Immutable.</summary>
/// <param name="Part">The part it belongs to: whole, fire-unit, command-post, acquisition, engagement, launcher or missile; entry for a single thing.</param>
/// <param name="Figure">The figure's key; "which" for the parts themselves.</param>
/// <param name="Differs">Whether the entries say different things.</param>
/// <param name="Cells">What each entry says, in the order of the entries; a cell is empty when it says nothing, and has several values when several parts play the role.</param>
public sealed record ComparedRow(string Part, string Figure, bool Differs, IReadOnlyList<IReadOnlyList<ComparedValue>> Cells);
