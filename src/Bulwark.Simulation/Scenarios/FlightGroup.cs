using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios;

/// <summary>
/// Several aircraft or missiles of one class that fly the same route in ranks: <see cref="Abreast"/> side by side, rank after rank.
/// Immutable.
/// </summary>
public sealed record FlightGroup
{
    /// <summary>Identifier, unique in the scenario; members are called "id-01", "id-02" and so on.</summary>
    public required string Id { get; init; }

    /// <summary>What flies.</summary>
    public required TargetClass Class { get; init; }

    /// <summary>Whose they are, in truth.</summary>
    public Allegiance Allegiance { get; init; } = Allegiance.Hostile;

    /// <summary>How many, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>How many fly side by side, at least 1.</summary>
    public int Abreast { get; init; } = 1;

    /// <summary>How its members fly together.</summary>
    public Formation Formation { get; init; } = Formation.Ranks;

    /// <summary>Distance between neighbours, metres.</summary>
    public double SpacingM { get; init; } = 1000;

    /// <summary>Time between ranks.</summary>
    public SimDuration RankInterval { get; init; }

    /// <summary>When the first rank appears at the first point.</summary>
    public SimTime Start { get; init; }

    /// <summary>Largest random shift of each member's start, drawn uniformly from zero to this.</summary>
    public SimDuration StartSpread { get; init; }

    /// <summary>The route, at least two points; the last is the objective of an attacker.</summary>
    public required IReadOnlyList<Waypoint> Route { get; init; }

    /// <summary>The asset it attacks, or null for traffic that only passes.</summary>
    public string? Objective { get; init; }

    /// <summary>Distance from the objective at which an attacker has done its work (weapon release or impact), metres.</summary>
    public double ReleaseRangeM { get; init; }

    /// <summary>Height above the ground under the route that is followed, metres; null to fly the route's own heights.</summary>
    public double? ClearanceM { get; init; }

    /// <summary>The node of the network to which the members report who and where they are; null for those that take no part in it.</summary>
    public string? ReportsTo { get; init; }

    /// <summary>A motion of the user's own, set in code; null to fly the route. Not together with <see cref="ClearanceM"/>, <see cref="Ballistic"/> or <see cref="Homing"/>.</summary>
    public IMemberMotion? Motion { get; init; }

    /// <summary>The throw of a ballistic group, whose route is then only its two ends; null for anything else.</summary>
    public BallisticLaunch? Ballistic { get; init; }

    /// <summary>The release of a group that homes on a radar, whose route is empty; null for anything else.</summary>
    public HomingLaunch? Homing { get; init; }
}
