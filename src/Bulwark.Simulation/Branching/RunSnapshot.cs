using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Branching;

/// <summary>A run held at a moment. It can be continued any number of times, each time with exactly the same future. Immutable.</summary>
public sealed class RunSnapshot
{
    private readonly WorldTables _world;

    internal RunSnapshot(RunPlan plan, WorldTables world)
    {
        Plan = plan;
        _world = world;
    }

    /// <summary>The plan the run follows.</summary>
    public RunPlan Plan { get; }

    /// <summary>The moment.</summary>
    public SimTime Time => _world.Now;

    /// <summary>Continues the run as it was.</summary>
    public Simulator Continue() => Branch(Plan);

    /// <summary>Continues the run with something changed: limits, doctrine, rounds to come, or figures of the models.</summary>
    /// <param name="changed">A plan of the changed scenario, with the same seed and the same things in the same places.</param>
    /// <exception cref="ArgumentException">The plan has other targets, radars or batteries, or another seed.</exception>
    public Simulator Branch(RunPlan changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var same = changed.Targets.Length == Plan.Targets.Length
            && changed.Nodes.Length == Plan.Nodes.Length
            && changed.Pictures.Length == Plan.Pictures.Length
            && changed.Orders.Length == Plan.Orders.Length
            && changed.Faults.Length == Plan.Faults.Length
            && changed.Network?.Places.Length == Plan.Network?.Places.Length
            && changed.Network?.Posts.Length == Plan.Network?.Posts.Length
            && changed.Batteries.Length == Plan.Batteries.Length
            && changed.FireUnits.Length == Plan.FireUnits.Length
            && changed.Random == Plan.Random;
        if (!same) throw new ArgumentException("A branch needs the same targets, radars, batteries and seed as the run it leaves.", nameof(changed));
        return new Simulator(changed, _world.Copy(changed));
    }
}
