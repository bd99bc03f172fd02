using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.World;

/// <summary>What a rotating radar's sweep remembers of one target: when the beam met it, and when it can meet it again.</summary>
internal struct LookMemory
{
    /// <summary>A target that the beam has never met.</summary>
    public static LookMemory None => new() { LastCrossing = new SimTime(long.MinValue / 2), NotBefore = new SimTime(long.MinValue / 2) };

    /// <summary>The last crossing of the beam; long before the run when there was none.</summary>
    public SimTime LastCrossing { get; set; }

    /// <summary>Earliest time at which the next crossing can happen; sectors that end before it need not look.</summary>
    public SimTime NotBefore { get; set; }

    /// <summary>Rotations in which the beam met it; numbers its random draws.</summary>
    public uint Crossings { get; set; }

    /// <summary>The last recorded answer to whether the radar can see it, or null before the first look.</summary>
    public Visibility? Visibility { get; set; }
}
