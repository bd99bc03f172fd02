using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="SweepStage"/> may use.</summary>
internal readonly ref struct SweepInput
{
    public required SimTime Now { get; init; }

    public required int Sector { get; init; }

    public required PlannedNode Plan { get; init; }

    /// <summary>Whether its radar works.</summary>
    public required bool Radiating { get; init; }

    public required NodeState Node { get; init; }

    public required RandomNames Random { get; init; }

    public required JammerSky Jammers { get; init; }

    public required ReadOnlySpan<PlannedTarget> Targets { get; init; }

    public required ReadOnlySpan<TargetStatus> Statuses { get; init; }
}
