using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="AppearStage"/> and <see cref="DepartStage"/> may use.</summary>
internal readonly ref struct TrafficInput
{
    public required SimTime Now { get; init; }

    public required int Target { get; init; }

    public required PlannedTarget Plan { get; init; }

    public required Span<TargetStatus> Statuses { get; init; }

    /// <summary>What attackers bring about when they reach their objective.</summary>
    public required PlannedFault[] Faults { get; init; }

    /// <summary>How many have reached what each of them happens to.</summary>
    public required Span<int> Hits { get; init; }
}
