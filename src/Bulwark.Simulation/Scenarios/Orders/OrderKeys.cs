using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>The keys of an order.</summary>
internal static class OrderKeys
{
    public static readonly TextListKey Unit = new("unit", "The battery or radar it is for, or a part of a battery such as 'north.76n6e' or its launchers 'north.5p85', or a list of them.") { IsRequired = true };
    public static readonly DurationKey At = new("at", "0 s", "48 h", "When it is given, after the start of the run; or 'when'.");
    public static readonly ChoiceKey<OrderCondition> When = new(
        "when",
        [("first-track", OrderCondition.FirstTrack), ("first-launch", OrderCondition.FirstLaunch), ("rounds-out", OrderCondition.RoundsOut), ("radar-lost", OrderCondition.RadarLost), ("command-lost", OrderCondition.CommandLost), ("command-restored", OrderCondition.CommandRestored)],
        "What sets it off, once, instead of a time.");

    public static readonly IdentifierKey Of = new("of", "The battery or radar to which that happens; each unit itself when missing.");
    public static readonly DurationKey Delay = new("delay", "0 s", "12 h", "Time from there to its execution.") { DefaultText = "0 s" };
    public static readonly ChoiceKey<OrderAction> Do = new(
        "do",
        [
            ("move", OrderAction.Move), ("hide", OrderAction.Hide), ("deploy", OrderAction.Deploy), ("radars-off", OrderAction.RadarsOff), ("radars-on", OrderAction.RadarsOn),
            ("rules-free", OrderAction.RulesFree), ("rules-tight", OrderAction.RulesTight), ("rules-hold", OrderAction.RulesHold),
            ("launchers-hold", OrderAction.LaunchersHold), ("launchers-ready", OrderAction.LaunchersReady), ("launchers-reload", OrderAction.LaunchersReload),
        ],
        "What to do.")
    { IsRequired = true };

    public static readonly PositionKey To = new("to", "Where to move.");
    public static readonly QuantityKey Facing = new("facing", Dimension.Angle, "-360 deg", "360 deg", "Direction to face after the move; as before when missing.");

    public static readonly KeySet Keys = new("order", "An order to batteries or radars.", [Unit, At, When, Of, Delay, Do, To, ScenarioKeys.Ground, Facing]);
}
