namespace Bulwark.Simulation.Catalogue;

/// <summary>A part of an entry. Immutable.</summary>
/// <param name="Role">What the part does: acquisition, engagement, command-post, launcher, missile, launchers or units.</param>
/// <param name="Id">The entry that plays the part.</param>
public sealed record CataloguePart(string Role, string Id)
{
    /// <summary>What it is called in the whole; the identifier of its entry unless the file says otherwise.</summary>
    public string Name { get; init; } = Id;

    /// <summary>How many of it there are, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Of launchers: the rounds of each kind on each of them.</summary>
    public IReadOnlyList<(string Id, int Rounds)> Load { get; init; } = [];

    /// <summary>Of launchers: the rounds of each kind in store for them.</summary>
    public IReadOnlyList<(string Id, int Rounds)> Store { get; init; } = [];

    /// <summary>Where count and load are published.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How far that was checked, and remarks.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it is assumed to be so.</summary>
    public string Reasoning { get; init; } = "";
}
