using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Scenarios;

/// <summary>
/// A system on its site under one command: searching radars that share one picture, fire units that it is fought with, and how it fights. A battery
/// of one engagement radar, a regiment of many and a single vehicle that carries everything are all batteries. Immutable.
/// </summary>
public sealed record Battery
{
    /// <summary>Identifier, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Where its command stands; the height is that of the ground.</summary>
    public required GeodeticPoint Position { get; init; }

    /// <summary>Direction it faces, radians clockwise from north.</summary>
    public required double FacingRad { get; init; }

    /// <summary>The radars that search; none for one that sees with its engagement radars' help only, or is told by others.</summary>
    public required IReadOnlyList<BatteryRadar> Radars { get; init; }

    /// <summary>What it is fought with.</summary>
    public required IReadOnlyList<FireUnit> FireUnits { get; init; }

    /// <summary>Published caps of the whole.</summary>
    public required BatteryLimits Limits { get; init; }

    /// <summary>Caps between the whole and its fire units, such as those of a battalion in a regiment; one inside another comes after it.</summary>
    public IReadOnlyList<UnitCap> Caps { get; init; } = [];

    /// <summary>How it fights.</summary>
    public required EngagementDoctrine Doctrine { get; init; }

    /// <summary>How it behaves as a part of the whole; null when nothing is said about that.</summary>
    public DoctrineBehaviours? Behaviours { get; init; }

    /// <summary>Whether friendly aircraft answer its interrogator.</summary>
    public bool FriendsAnswer { get; init; } = true;

    /// <summary>How it stands at the start.</summary>
    public StartingState Begins { get; init; }

    /// <summary>How it tracks.</summary>
    public required TrackerParameters Tracker { get; init; }
}
