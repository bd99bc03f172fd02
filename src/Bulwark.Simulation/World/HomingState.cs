using Bulwark.Core.Earth;

namespace Bulwark.Simulation.World;

/// <summary>What a target that homes on a radar hears and remembers. A row of the run's table.</summary>
internal struct HomingState
{
    /// <summary>Whether it hears its radar.</summary>
    public bool Hears { get; set; }

    /// <summary>Where the radar was when it last heard it, Earth-fixed, metres.</summary>
    public EcefVector Heard { get; set; }

    /// <summary>Where it is going, Earth-fixed, metres.</summary>
    public EcefVector Aim { get; set; }

    /// <summary>How often its flight was replaced; numbers its random draws.</summary>
    public uint Turns { get; set; }
}
