using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="MemberStage"/> may use.</summary>
internal readonly ref struct MemberInput
{
    public required SimTime Now { get; init; }

    public required int Reporter { get; init; }

    public required PlannedNetwork Plan { get; init; }

    public required SharingState Sharing { get; init; }

    public required PlannedTarget[] Targets { get; init; }

    public required ReadOnlySpan<TargetStatus> Statuses { get; init; }
}
