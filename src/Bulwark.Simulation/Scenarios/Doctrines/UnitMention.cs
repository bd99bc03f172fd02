using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A unit or asset that a doctrine names; whether there is one is known only with the scenario. Immutable.</summary>
/// <param name="Id">The name.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record UnitMention(string Id, DocumentPlace Place)
{
    /// <summary>Whether it names an asset.</summary>
    public bool IsAsset { get; init; }

    /// <summary>Whether the unit listens for it, so that it may be a command post.</summary>
    public bool IsHeard { get; init; }
}
