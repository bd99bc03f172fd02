using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="PostStage"/> may use: its own picture, and what its batteries told it.</summary>
internal readonly ref struct PostInput
{
    public required SimTime Now { get; init; }

    public required PlannedPost Plan { get; init; }

    public required PostState State { get; init; }

    public required bool Works { get; init; }

    public required PictureState Picture { get; init; }

    public required SharingState Sharing { get; init; }

    /// <summary>Size of a message, bits.</summary>
    public required int Bits { get; init; }

    public required ReadOnlySpan<ProtectedArea> Areas { get; init; }
}
