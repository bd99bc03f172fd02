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

    /// <summary>All engagements; it uses those of its own fire units.</summary>
    public required StructTable<Engagement> Engagements { get; init; }

    /// <summary>By picture, when the unit last heard it over the network; null without a network.</summary>
    public required SimTime[]? Heard { get; init; }

    /// <summary>The postures, and the means to change those of its own radars and fire units.</summary>
    public required EmitterInput Emitter { get; init; }

    /// <summary>Whether a row is a fire unit.</summary>
    public bool IsUnit(int row) => row >= Emitter.Nodes.Length;

    /// <summary>The fire unit of a row.</summary>
    public FireUnitState UnitOf(int row) => Units[row - Emitter.Nodes.Length];

    /// <summary>When the unit last heard a picture, or anybody; the start of the run when it never did.</summary>
    public SimTime LastHeard(int picture)
    {
        var last = SimTime.Start;
        if (Heard is null) return last;
        if (picture >= 0) return SimTime.Max(last, Heard[picture]);
        foreach (var time in Heard) last = SimTime.Max(last, time);
        return last;
    }

    /// <summary>Missiles of the unit in flight.</summary>
    public int MissilesFlying()
    {
        var flying = 0;
        foreach (var row in Plan.Rows) flying += IsUnit(row) ? UnitOf(row).MissilesFlying : 0;
        return flying;
    }
}
