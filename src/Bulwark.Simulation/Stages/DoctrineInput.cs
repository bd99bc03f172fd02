using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="DoctrineStage"/> may use: what the unit believes and its own state, and no target.</summary>
internal readonly ref struct DoctrineInput
{
    public required SimTime Now { get; init; }

    public required PlannedDoctrine Plan { get; init; }

    public required DoctrineState State { get; init; }

    /// <summary>The unit's own picture.</summary>
    public required PictureState Picture { get; init; }

    /// <summary>All fire units; it uses its own.</summary>
    public required FireUnitState[] Units { get; init; }

    /// <summary>The postures, and the means to change those of its own radars and fire units.</summary>
    public required EmitterInput Emitter { get; init; }

    /// <summary>Whether a row is a fire unit.</summary>
    public bool IsUnit(int row) => row >= Emitter.Nodes.Length;
}
