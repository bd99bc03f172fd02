namespace Bulwark.Simulation.Catalogue;

/// <summary>A part of an entry. Immutable.</summary>
/// <param name="Role">What the part does: acquisition, engagement, launcher or missile.</param>
/// <param name="Id">The entry that plays the part.</param>
public sealed record CataloguePart(string Role, string Id);
