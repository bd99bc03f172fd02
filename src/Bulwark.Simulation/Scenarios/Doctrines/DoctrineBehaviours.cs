using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>
/// How a unit behaves as a part of an air-defence system, beyond the choice of targets and rounds: one block for each behaviour, any of which may be
/// missing. Every one acts on what the unit believes (its tracks, what the network told it, its own state), never on the truth. Immutable.
/// </summary>
public sealed record DoctrineBehaviours
{
    /// <summary>Time between two looks of the crew at its situation, seconds.</summary>
    public double ReviewPeriodS { get; init; } = 1;

    /// <summary>Dark until a track is near.</summary>
    public Ambush? Ambush { get; init; }

    /// <summary>What it does about anti-radiation missiles.</summary>
    public AntiRadiationReaction? AntiRadiation { get; init; }

    /// <summary>How long it stays dark.</summary>
    public HoldDown? HoldDown { get; init; }

    /// <summary>Where the doctrine stands.</summary>
    public DocumentPlace Place { get; init; }

    /// <summary>Whether any behaviour is there.</summary>
    public bool Any => Ambush is not null || AntiRadiation is not null;
}
