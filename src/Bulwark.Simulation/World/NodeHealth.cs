namespace Bulwark.Simulation.World;

/// <summary>Whether a node works: the command of a battery or radar, a command post, a relay. A row of the run's table: the pictures first, then the relays.</summary>
internal struct NodeHealth
{
    public bool Destroyed { get; set; }

    /// <summary>Whether it has no power.</summary>
    public bool Unpowered { get; set; }

    public readonly bool Works => !Destroyed && !Unpowered;
}
