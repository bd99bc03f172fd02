using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Composition;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a battery.</summary>
internal static class BatteryKeys
{
    public static readonly IdentifierKey Use = new("use", "The battery, an id of the catalogue.") { IsRequired = true };
    public static readonly QuantityKey Facing = new("facing", Dimension.Angle, "-360 deg", "360 deg", "Direction in which the engagement radar faces, clockwise from north.") { IsRequired = true };
    public static readonly IntegerKey Launchers = new("launchers", 1, 100, "Number of launchers; the catalogue's figure when missing. Only for a battery whose launchers are all of one type.");
    public static readonly IntegerKey ReloadRounds = new("reload-rounds", 0, 10_000, "Rounds in store for reloading; the catalogue's figure when missing. Only for a battery with one kind of round.");

    public static readonly IntegerKey Tracks = new("tracks", 1, 100_000, "Targets tracked at once.");
    public static readonly IntegerKey Targets = new("targets", 1, 1000, "Targets engaged at once.");
    public static readonly IntegerKey Missiles = new("missiles", 1, 1000, "Missiles guided at once.");
    public static readonly SectionKey Limits = new("limits", new KeySet("limits", "Caps of a battery; what is missing is the catalogue's figure.", [Tracks, Targets, Missiles]), "Caps other than the published ones.");
    public static readonly SectionKey Doctrine = new("doctrine", DoctrineKeys.Keys, "How it fights.") { Named = CompositionKeys.DoctrineUse };
    public static readonly SectionKey Tracker = new("tracker", TrackerKeys.Keys, "How it tracks.");

    public static readonly TextListKey AddRadars = new("add-radars", "Further searching radars of the catalogue that feed the same picture, one or a list, such as a low-altitude radar on a mast.");

    public static readonly TextListKey Masts = new("masts", "Radars of the battery that stand on the mast they may be put on, by the id in the catalogue, one or a list.");
    public static readonly ChoiceKey<StartingState> Begins = new(
        "begins",
        [("ready", StartingState.Ready), ("silent", StartingState.Silent), ("hidden", StartingState.Hidden)],
        "How it stands at the start: in action, in action with its radars off, or packed and out of sight.")
    { DefaultText = "ready" };

    public static readonly ChoiceKey<bool> FriendsAnswer = new(
        "friends-answer", [("yes", true), ("no", false)], "Whether friendly aircraft answer its interrogator; no for a battery of another make of identification than theirs. Civil traffic answers all.")
    { DefaultText = "yes" };

    public static readonly TextKey Part = new("part", "A part of the battery by its name: a radar, a fire unit, or launchers, such as 'fire-unit-2' or 'fire-unit-2.5p85'.") { IsRequired = true };
    public static readonly QuantityKey PartFacing = new("facing", Dimension.Angle, "-360 deg", "360 deg", "Direction in which its radar faces; that of the battery when missing.");
    public static readonly SectionListKey Positions = new(
        "positions", new KeySet("part-position", "Where a part of a battery stands.", [Part, ScenarioKeys.At, ScenarioKeys.Ground, PartFacing]), "Parts that stand elsewhere than the battery.");

    public static readonly IntegerKey LoadCount = new("count", 1, 1000, "Number of launchers; as many as in the catalogue when missing.");
    public static readonly FreeMappingKey LoadRounds = new("rounds", "Rounds on each launcher, by the id of the missile, such as '48n6e3: 3'.");
    public static readonly FreeMappingKey LoadStore = new("store", "Rounds in store for all of them, by the id of the missile.");
    public static readonly SectionListKey Loads = new(
        "loads", new KeySet("launcher-load", "Launchers loaded otherwise than in the catalogue.", [Part, LoadCount, LoadRounds, LoadStore]), "Launchers loaded otherwise than in the catalogue.");

    public static readonly KeySet Keys = new(
        "battery-site",
        "A battery of the catalogue on its site.",
        [
            ScenarioKeys.Id, Use, ScenarioKeys.Name, ScenarioKeys.At, ScenarioKeys.Ground, Facing, WiringKeys.Superior, Launchers, ReloadRounds, AddRadars, Masts, Begins, FriendsAnswer, Positions, Loads, Limits, Doctrine, Tracker,
            ScenarioKeys.Set,
        ]);
}
