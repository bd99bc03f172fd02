using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="ArrayStage"/> may use.</summary>
internal readonly ref struct ArrayInput
{
    public required SimTime Now { get; init; }

    public required int Frame { get; init; }

    public required PlannedNode Plan { get; init; }

    /// <summary>Whether its radar works.</summary>
    public required bool Radiating { get; init; }

    public required NodeState Node { get; init; }

    public required PictureState Picture { get; init; }

    /// <summary>Share of the array's time that guidance takes.</summary>
    public required double FireControlShare { get; init; }

    public required RandomNames Random { get; init; }

    public required JammerSky Jammers { get; init; }

    public required ReadOnlySpan<PlannedTarget> Targets { get; init; }

    public required ReadOnlySpan<TargetStatus> Statuses { get; init; }
}
