using Bulwark.Core.Timing;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="PictureStage"/> may use.</summary>
internal readonly ref struct PictureInput
{
    public required SimTime Now { get; init; }

    public required int PictureIndex { get; init; }

    public required int NodeIndex { get; init; }

    public required NodeState Node { get; init; }

    public required PictureState Picture { get; init; }
}
