using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Makes nodes fail and work again: what cannot work neither decides nor passes messages on.</summary>
internal static class NodeDesk
{
    /// <summary>A node is destroyed or repaired.</summary>
    public static void Destroy(SimTime now, int node, bool destroyed, NodeHealth[] health, SharingState? sharing, StageOutput output) =>
        Set(now, node, health[node] with { Destroyed = destroyed }, health, sharing, output);

    /// <summary>A node loses its power or has it again.</summary>
    public static void CutPower(SimTime now, int node, bool cut, NodeHealth[] health, SharingState? sharing, StageOutput output) =>
        Set(now, node, health[node] with { Unpowered = cut }, health, sharing, output);

    private static void Set(SimTime now, int node, NodeHealth next, NodeHealth[] health, SharingState? sharing, StageOutput output)
    {
        var before = health[node];
        health[node] = next;
        if (before.Works == next.Works && before.Unpowered == next.Unpowered) return;
        output.Record(now, new NodeChanged(node, next.Works, next.Unpowered));
        if (sharing is null || before.Works == next.Works) return;
        sharing.Network.SetNode(now, node, next.Works);
        SharingDesk.ScheduleNext(now, sharing, output);
    }
}
