using Bulwark.Core.Units;
using Bulwark.Operations.Decisions.Assignment;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>The keys of a network and its links.</summary>
internal static class NetworkKeys
{
    public static readonly IdentifierKey From = new("from", "One end: a battery, a surveillance radar, a command post or a relay.") { IsRequired = true };
    public static readonly IdentifierKey To = new("to", "The other end.") { IsRequired = true };
    public static readonly DurationKey Delay = new("delay", "0 s", "1 h", "Time from leaving one end to arriving at the other.") { DefaultText = "0 s" };
    public static readonly DurationKey Jitter = new("jitter", "0 s", "1 h", "Further delay of each message, uniform from nothing to this.") { DefaultText = "0 s" };
    public static readonly QuantityKey Loss = new("loss", Dimension.None, "0", "1", "Probability that a message is lost.") { DefaultText = "0" };
    public static readonly IntegerKey Rate = new("bits-per-second", 1, 1_000_000_000_000, "Capacity each way; sending takes no time when missing.");
    public static readonly IntegerKey Waiting = new("waiting", 0, 1_000_000, "Messages that may wait to be sent each way; more are lost.") { DefaultText = "10000" };
    public static readonly QuantityKey Range = new("range", Dimension.Length, "1 m", "20000 km", "Distance that it spans; any when missing.");
    public static readonly DurationKey Frame = new("frame", "100 ms", "1 h", "Makes it a time-division link: own slots come again every frame, 12 s in NATO's tactical data link.");
    public static readonly IntegerKey Slots = new("slots", 1, 100_000, "Slots in a frame.") { DefaultText = "1536" };
    public static readonly IntegerKey OwnSlots = new("own-slots", 1, 100_000, "Slots of each end in a frame.") { DefaultText = "16" };
    public static readonly IntegerKey SlotBits = new("slot-bits", 1, 100_000_000, "Bits that a slot carries.") { DefaultText = "210" };
    public static readonly DurationKey Fails = new("fails", "0 s", "48 h", "When it fails, after the start of the run.");
    public static readonly DurationKey Repaired = new("repaired", "0 s", "48 h", "When it works again.");
    public static readonly ChoiceKey<LinkTraffic> Carries = new(
        "carries",
        [("everything", LinkTraffic.Everything), ("positions", LinkTraffic.Positions), ("voice", LinkTraffic.Voice)],
        "What gets across: all that the network shares; where tracks are; or a liaison's words about which tracks to leave alone.")
    { DefaultText = "everything" };

    public static readonly KeySet Link = new("link", "A link of a network.", [From, To, Carries, Delay, Jitter, Loss, Rate, Waiting, Range, Frame, Slots, OwnSlots, SlotBits, Fails, Repaired]);

    public static readonly ChoiceKey<SharingMode> Sharing = new(
        "sharing",
        [("stand-alone", SharingMode.StandAlone), ("cued", SharingMode.Cued), ("integrated", SharingMode.Integrated)],
        "What is shared: nothing; where tracks are; or also who answered and who is engaged by whom.")
    { DefaultText = "integrated" };

    public static readonly DurationKey ReportPeriod = new("report-period", "500 ms", "10 min", "Time between two reports of a track.") { DefaultText = "4 s" };
    public static readonly IntegerKey ReportBits = new("report-bits", 1, 1_000_000, "Size of the report of one track; 96 bits more with the plot that goes with it where radars are registered.") { DefaultText = "210" };
    public static readonly ChoiceKey<bool> Registration = new(
        "registration",
        [("on", true), ("off", false)],
        "Whether units estimate the constant errors of each other's radars from targets that both see, and take them off. Nothing changes where no radar states any ('range-bias', 'angle-bias').")
    { DefaultText = "on" };

    public static readonly TextListKey Relays = new("relays", "Names of nodes that only pass messages on.");
    public static readonly SectionListKey Links = new("links", Link, "The links.");

    public static readonly ChoiceKey<CoordinationMode> Coordination = new(
        "coordination",
        [("centralised", CoordinationMode.Central), ("decentralised", CoordinationMode.StatusShared), ("uncoordinated", CoordinationMode.None)],
        "Who decides on engagements: the command posts; each battery, knowing what the others engage; or each as if it were alone. Centralised when there are command posts, otherwise decentralised.");

    public static readonly TextListKey Commands = new("commands", "The batteries it commands.") { IsRequired = true };
    public static readonly DurationKey FallBack = new("fall-back", "1 s", "1 h", "How long its batteries wait for word of it before they fight on their own.") { DefaultText = "30 s" };
    public static readonly DurationKey Evaluation = new("evaluation-period", "500 ms", "5 min", "Time between two evaluations of its picture.") { DefaultText = "2 s" };
    public static readonly QuantityKey PkFloor = new("pk-floor", Dimension.None, "0", "1", "Smallest expected kill probability worth an order.") { DefaultText = "0.3" };
    public static readonly IntegerKey Withstands = new("withstands", 1, 100, "Attackers with it as their objective that must reach it to destroy it.") { DefaultText = "1" };
    public static readonly QuantityKey PostRadius = new("radius", Dimension.Length, "1 m", "100 km", "Radius within which an attacker has reached it.") { DefaultText = "500 m" };

    public static readonly KeySet Post = new(
        "command-post",
        "A place from which batteries are commanded over the network. It is an asset, too: groups may have it as their objective.",
        [ScenarioKeys.Id, ScenarioKeys.Name, ScenarioKeys.At, ScenarioKeys.Ground, PostRadius, ScenarioKeys.Value, Commands, FallBack, Evaluation, PkFloor, DoctrineKeys.Assignment, Withstands]);

    public static readonly TextListKey Feeds = new("feeds", "The batteries, radars, command posts and relays that it gives power to.") { IsRequired = true };
    public static readonly DurationKey Backup = new("backup", "0 s", "12 h", "How long until they run on power of their own when it is out; never when missing.");
    public static readonly KeySet PowerSource = new("power-source", "What gives nodes their power; 'faults' put it out and repair it.", [ScenarioKeys.Id, Feeds, Backup]);

    public static readonly QuantityKey VoiceError = new("error", Dimension.Length, "0 m", "100 km", "Standard deviation of a place as it is said, in each direction.") { DefaultText = "3 km" };
    public static readonly QuantityKey VoiceMistakes = new("mistakes", Dimension.None, "0", "1", "Share of reports in which the place is said ten times as wrongly.") { DefaultText = "5 %" };
    public static readonly DurationKey VoicePeriod = new("period", "1 s", "1 h", "Time after which a track is spoken of again.") { DefaultText = "2 min" };
    public static readonly KeySet LiaisonKeys = new("liaison", "What is said over links that carry voice.", [VoiceError, VoiceMistakes, VoicePeriod]);
    public static readonly SectionKey Liaison = new("liaison", LiaisonKeys, "What is said over links that carry voice.");

    public static readonly SectionListKey Posts = new("command-posts", Post, "The command posts.");
    public static readonly SectionListKey Power = new("power", PowerSource, "What gives nodes their power.");
    public static readonly KeySet Keys = new("network", "How batteries and surveillance radars share what they know.", [Sharing, Coordination, ReportPeriod, ReportBits, Registration, Posts, Power, Relays, Liaison, Links]);
}
