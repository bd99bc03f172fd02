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
}
