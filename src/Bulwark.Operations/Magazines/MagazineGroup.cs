namespace Bulwark.Operations.Magazines;

/// <summary>Launchers of one type that carry the same rounds. Immutable.</summary>
/// <param name="Launchers">Number of launchers, at least 0.</param>
/// <param name="Load">Rounds of each kind on each of them and in store for them, at least one kind; each kind is a line of the magazine.</param>
public sealed record MagazineGroup(int Launchers, IReadOnlyList<LineLoad> Load);
