using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Composition;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a battery.</summary>
internal static class BatteryKeys
{
    public static readonly IdentifierKey Use = new("use", "The battery, an id of the catalogue.") { IsRequired = true };
    public static readonly QuantityKey Facing = new("facing", Dimension.Angle, "-360 deg", "360 deg", "Direction in which the engagement radar faces, clockwise from north.") { IsRequired = true };
    public static readonly IntegerKey Launchers = new("launchers", 1, 100, "Number of launchers; the catalogue's figure when missing.");
    public static readonly IntegerKey ReloadRounds = new("reload-rounds", 0, 10_000, "Rounds in store for reloading; the catalogue's figure when missing.");

    public static readonly IntegerKey Tracks = new("tracks", 1, 100_000, "Targets tracked at once.");
    public static readonly IntegerKey Targets = new("targets", 1, 1000, "Targets engaged at once.");
    public static readonly IntegerKey Missiles = new("missiles", 1, 1000, "Missiles guided at once.");
    public static readonly SectionKey Limits = new("limits", new KeySet("limits", "Caps of a battery; what is missing is the catalogue's figure.", [Tracks, Targets, Missiles]), "Caps other than the published ones.");
    public static readonly SectionKey Doctrine = new("doctrine", DoctrineKeys.Keys, "How it fights.") { Named = CompositionKeys.DoctrineUse };
    public static readonly SectionKey Tracker = new("tracker", TrackerKeys.Keys, "How it tracks.");

    public static readonly KeySet Keys = new(
        "battery-site",
        "A battery of the catalogue on its site.",
        [
            ScenarioKeys.Id, Use, ScenarioKeys.Name, ScenarioKeys.At, ScenarioKeys.Ground, Facing, Launchers, ReloadRounds, Limits, Doctrine, Tracker,
            ScenarioKeys.Set,
        ]);
}
