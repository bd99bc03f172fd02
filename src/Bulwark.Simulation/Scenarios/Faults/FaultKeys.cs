using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Faults;

/// <summary>The keys of a fault.</summary>
internal static class FaultKeys
{
    public static readonly DurationKey At = new("at", "0 s", "48 h", "When it happens, after the start of the run; or 'reached'.");
    public static readonly IdentifierKey Reached = new("reached", "The asset whose attackers bring it about, when 'hits' of those that have it as their objective reach it; instead of a time.");
    public static readonly IntegerKey Hits = new("hits", 1, 100, "How many of them must.") { DefaultText = "1" };
    public static readonly IdentifierKey Node = new("node", "The battery, part of a battery, radar, command post, relay or power source it happens to; or 'link'.");
    public static readonly TextListKey Link = new("link", "The two ends of the link it happens to: [east, west]; or 'node'.");
    public static readonly ChoiceKey<FaultAction> Do = new(
        "do",
        [("destroy", FaultAction.Destroy), ("repair", FaultAction.Repair), ("jam", FaultAction.Jam), ("overload", FaultAction.Overload)],
        "What happens: destroy and repair to nodes and links, jam and overload to links.")
    { IsRequired = true };

    public static readonly QuantityKey Loss = new("loss", Dimension.None, "0", "1", "Probability that a jammed link loses a message.") { DefaultText = "1" };
    public static readonly QuantityKey Capacity = new("capacity", Dimension.None, "0.0001", "1", "Share of its capacity that an overloaded link has left.") { DefaultText = "0.1" };
    public static readonly KeySet Keys = new("fault", "Something that happens to a node or a link.", [At, Reached, Hits, Node, Link, Do, Loss, Capacity]);
}
