using Bulwark.Core.Timing;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="ReloadStage"/> may use.</summary>
internal readonly ref struct ReloadInput
{
    public required SimTime Now { get; init; }

    public required int BatteryIndex { get; init; }

    public required int Launcher { get; init; }

    public required BatteryState Battery { get; init; }
}
