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

    /// <summary>Since when it should go dark and waits for its missiles; never when it does not.</summary>
    public SimTime WaitsSince { get; set; }

    /// <summary>Whether it was recorded that it stays dark although there is a reason to go on.</summary>
    public bool Stays { get; set; }
}
