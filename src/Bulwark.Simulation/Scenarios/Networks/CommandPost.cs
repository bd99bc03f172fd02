using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>
/// A place from which several batteries are commanded over the network: it sees what is reported to it and orders who engages what. Immutable.
/// </summary>
public sealed record CommandPost
{
    /// <summary>Identifier, unique in the scenario; also that of the asset that attackers may have as their objective.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands; the height is that of the ground.</summary>
    public required GeodeticPoint Position { get; init; }

    /// <summary>Identifiers of the batteries it commands, at least one.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>How long a battery waits for word of its post before it fights on its own.</summary>
    public SimDuration FallBack { get; init; } = SimDuration.FromSeconds(30);

    /// <summary>Time between two evaluations of its picture.</summary>
    public SimDuration EvaluationPeriod { get; init; } = SimDuration.FromSeconds(2);

    /// <summary>Smallest expected kill probability worth an order, 0 to 1.</summary>
    public double PkFloorProbability { get; init; } = 0.3;

    /// <summary>How it chooses among targets.</summary>
    public AssignmentMethod Assignment { get; init; }

    /// <summary>Attackers that must reach it to destroy it, at least 1.</summary>
    public int Withstands { get; init; } = 1;
}
