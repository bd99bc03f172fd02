using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Raids;

/// <summary>One kind of aircraft or missile in every wave of a raid. Immutable.</summary>
public sealed record RaidElement
{
    /// <summary>Identifier within the raid.</summary>
    public required string Id { get; init; }

    /// <summary>What flies.</summary>
    public required TargetClass Class { get; init; }

    /// <summary>How many in each wave and direction, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>How they fly together.</summary>
    public Formation Formation { get; init; }

    /// <summary>Distance between neighbours, metres.</summary>
    public double SpacingM { get; init; } = 1000;

    /// <summary>How many fly side by side in ranks.</summary>
    public int Abreast { get; init; } = 1;

    /// <summary>Time between ranks.</summary>
    public SimDuration RankInterval { get; init; }

    /// <summary>What they attack; the directions, in turn, go to these in turn.</summary>
    public required IReadOnlyList<DefendedAsset> Objectives { get; init; }

    /// <summary>Distance from the objective at which an attacker has done its work, metres; negative for the objective's radius.</summary>
    public double ReleaseRangeM { get; init; } = -1;

    /// <summary>Directions from which they come, seen from the objective, radians clockwise from north, at least one.</summary>
    public required IReadOnlyList<double> DirectionsRad { get; init; }

    /// <summary>Largest random turn of a direction to either side, radians, drawn for each wave.</summary>
    public double DirectionSpreadRad { get; init; }

    /// <summary>Distance from the objective at which they appear, metres.</summary>
    public required double DistanceM { get; init; }

    /// <summary>Radius of the area round that place in which they appear, metres; the place is drawn uniformly over it.</summary>
    public double StartAreaM { get; init; }

    /// <summary>Height of flight above the sea, metres.</summary>
    public required double HeightM { get; init; }

    /// <summary>Ground speed, m/s.</summary>
    public required double SpeedMPerS { get; init; }

    /// <summary>Time after the start of the wave.</summary>
    public SimDuration Delay { get; init; }

    /// <summary>Largest random delay of each member.</summary>
    public SimDuration StartSpread { get; init; }

    /// <summary>The places of appearance, one for each direction, before anything is drawn.</summary>
    public IEnumerable<GeodeticPoint> StartPlaces() =>
        DirectionsRad.Select((directionRad, index) => Geodesic.Direct(Objectives[index % Objectives.Count].Position, directionRad, DistanceM).Point);
}
