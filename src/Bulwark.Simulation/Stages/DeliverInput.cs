using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="DeliverStage"/> and <see cref="LinkStage"/> may use.</summary>
internal readonly ref struct DeliverInput
{
    public required SimTime Now { get; init; }

    /// <summary>The link that fails or is repaired.</summary>
    public required int Link { get; init; }

    /// <summary>Whether it works from now on.</summary>
    public required bool Works { get; init; }

    public required PlannedNetwork Plan { get; init; }

    public required SharingState Sharing { get; init; }

    public required PictureState[] Pictures { get; init; }
}
