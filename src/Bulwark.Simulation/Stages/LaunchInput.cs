using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="LaunchStage"/> may use.</summary>
internal readonly ref struct LaunchInput
{
    public required SimTime Now { get; init; }

    public required int UnitIndex { get; init; }

    public required PlannedFireUnit Plan { get; init; }

    public required RandomNames Random { get; init; }

    public required EmitterState[] Emitters { get; init; }

    /// <summary>Its row among the emitters.</summary>
    public required int EmitterRow { get; init; }

    /// <summary>All fire units of the battery.</summary>
    public required ReadOnlySpan<FireUnitState> Siblings { get; init; }

    public required FireUnitState Unit { get; init; }

    public required BatteryState Battery { get; init; }

    public required StructTable<Engagement> Engagements { get; init; }

    public required StructTable<FireControlTrack> FireControl { get; init; }

    public required StructTable<Missile> Missiles { get; init; }

    public required StructTable<TrackNote> Notes { get; init; }
}
