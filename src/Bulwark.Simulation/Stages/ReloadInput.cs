using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="ReloadStage"/> may use.</summary>
internal readonly ref struct ReloadInput
{
    public required SimTime Now { get; init; }

    public required int UnitIndex { get; init; }

    public required int Launcher { get; init; }

    public required PlannedFireUnit Plan { get; init; }

    public required RandomNames Random { get; init; }

    public required FireUnitState Unit { get; init; }
}
