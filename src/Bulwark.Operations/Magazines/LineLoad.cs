namespace Bulwark.Operations.Magazines;

/// <summary>How many rounds of one kind a launcher carries and the store holds. Immutable.</summary>
/// <param name="PerLauncher">Rounds on each launcher, at least 1.</param>
/// <param name="Store">Rounds in store for reloading, at least 0.</param>
public readonly record struct LineLoad(int PerLauncher, int Store);
