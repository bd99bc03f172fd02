using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Keeps the network's next moment in the run's queue.</summary>
internal static class SharingDesk
{
    /// <summary>Puts it there unless an earlier look is there already.</summary>
    public static void ScheduleNext(SimTime now, SharingState sharing, StageOutput output)
    {
        var next = SimTime.Max(now, sharing.Network.NextTime);
        if (next == SimTime.Never || next >= sharing.Due) return;
        sharing.Due = next;
        output.Schedule(next, EventKind.MessageDue, 0);
    }
}
