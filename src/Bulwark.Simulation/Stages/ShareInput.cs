using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="ShareStage"/> may use.</summary>
internal readonly ref struct ShareInput
{
    public required SimTime Now { get; init; }

    public required int PictureIndex { get; init; }

    public required PlannedNetwork Plan { get; init; }

    public required PictureState Picture { get; init; }

    public required SharingState Sharing { get; init; }

    /// <summary>Whether radars of its own feed the picture.</summary>
    public required bool HasRadars { get; init; }

    /// <summary>Whether its owner's command works.</summary>
    public required bool Works { get; init; }

    /// <summary>The battery whose picture it is; null for that of a radar or command post.</summary>
    public required BatteryState? Battery { get; init; }

    /// <summary>The battery's fire units.</summary>
    public required ReadOnlySpan<FireUnitState> Units { get; init; }

    /// <summary>What they are doing.</summary>
    public required ReadOnlySpan<EmitterState> Emitters { get; init; }

    public required StructTable<Engagement> Engagements { get; init; }
}
