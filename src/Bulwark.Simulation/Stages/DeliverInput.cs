using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="DeliverStage"/> may use.</summary>
internal readonly ref struct DeliverInput
{
    public required SimTime Now { get; init; }

    public required PlannedNetwork Plan { get; init; }

    public required SharingState Sharing { get; init; }

    public required RandomNames Random { get; init; }

    public required PictureState[] Pictures { get; init; }
}
