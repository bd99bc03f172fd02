using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.World;

/// <summary>What the doctrine has last done with one radar. A row of a unit's table.</summary>
internal struct DarkReason
{
    /// <summary>The behaviour that keeps it dark, or last did; null before the first.</summary>
    public DoctrineCause? Cause { get; set; }

    /// <summary>Until when it stays dark at least.</summary>
    public SimTime HeldUntil { get; set; }

    /// <summary>Whether it was recorded that it stays as it is although there is a reason to change.</summary>
    public bool Stays { get; set; }
}
