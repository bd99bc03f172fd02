using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="FlightStage"/> may use.</summary>
internal readonly ref struct FlightInput
{
    public required SimTime Now { get; init; }

    public required int MissileIndex { get; init; }

    public required PlannedFireUnit Plan { get; init; }

    public required ReadOnlySpan<PlannedFireUnit> Siblings { get; init; }

    public required EmitterState[] Emitters { get; init; }

    /// <summary>Its row among the emitters.</summary>
    public required int EmitterRow { get; init; }

    public required FireUnitState Unit { get; init; }

    public required BatteryState Battery { get; init; }

    /// <summary>Tells what a missile meets.</summary>
    public required TruthKey Truth { get; init; }

    public required RandomNames Random { get; init; }

    public required DebrisField Debris { get; init; }

    public required StructTable<Engagement> Engagements { get; init; }

    public required StructTable<FireControlTrack> FireControl { get; init; }

    public required StructTable<Missile> Missiles { get; init; }

    public required ReadOnlySpan<PlannedTarget> Targets { get; init; }

    public required Span<TargetStatus> Statuses { get; init; }
}
