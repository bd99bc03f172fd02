using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Composition;
using Bulwark.Simulation.Scenarios.Faults;
using Bulwark.Simulation.Scenarios.Identification;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.Scenarios.Raids;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of a scenario file, and of its assets and radars.</summary>
internal static class ScenarioKeys
{
    public const string FormatName = "scenario/1";

    // Keys that mean the same in every list.
    public static readonly IdentifierKey Id = new("id", "Identifier, unique in the scenario.") { IsRequired = true };
    public static readonly TextKey Name = new("name", "Name for reports; the identifier when missing.");
    public static readonly PositionKey At = new("at", "Where it is.") { IsRequired = true };
    public static readonly QuantityKey Ground = new("ground", Dimension.Length, "-500 m", "9000 m", "Height of the ground there above the sea; that of the terrain when missing; without terrain 0 m, and for a part that of its battery.");
    public static readonly FreeMappingKey Set = new("set", "Figures of the catalogue set to another value, such as 'acquisition.detection-range: 250 km'.");

    public static readonly ChoiceKey<string> Format = new("bulwark", [(FormatName, FormatName)], "The format of this file.") { IsRequired = true };
    public static readonly TextKey Title = new("title", "Title for reports.") { IsRequired = true };
    public static readonly TextKey Description = new("description", "What the scenario is about, in plain words.");
    public static readonly IntegerKey Seed = new("seed", 0, long.MaxValue, "Seed of the random numbers when the caller gives none.") { DefaultText = "1" };
    public static readonly TimestampKey Start = new("start", "Date and time of day at the start, in UTC; for display only.") { DefaultText = "2026-06-01 06:00" };
    public static readonly DurationKey Duration = new("duration", "1 s", "48 h", "When the run ends at the latest.") { IsRequired = true };

    public static readonly QuantityKey Radius = new("radius", Dimension.Length, "1 m", "100 km", "Radius within which an attacker has reached it.") { DefaultText = "2 km" };
    public static readonly QuantityKey Value = new("value", Dimension.None, "0", "1000", "Relative worth in threat ranking.") { DefaultText = "1" };
    public static readonly KeySet Asset = new("asset", "Something the defence protects.", [Id, Name, At, Ground, Radius, Value]);

    public static readonly IdentifierKey UseRadar = new("use", "The radar, an id of the catalogue.") { IsRequired = true };
    public static readonly QuantityKey SectorFacing = new("facing", Dimension.Angle, "-360 deg", "360 deg", "Middle of its sector, clockwise from north; for a set that does not look all round.") { DefaultText = "0 deg" };
    public static readonly IntegerKey SiteTracks = new("tracks", 1, 100_000, "Targets tracked at once; no limit when missing.");
    public static readonly SectionKey Tracker = new("tracker", TrackerKeys.Keys, "How it tracks.");
    public static readonly KeySet Surveillance = new("surveillance-radar", "A searching radar on its own, without weapons.", [Id, UseRadar, Name, At, Ground, SectorFacing, SiteTracks, WiringKeys.Superior, BatteryKeys.Doctrine, Set, Tracker]);

    public static readonly SectionListKey Assets = new("assets", Asset, "What is defended.") { Template = CompositionKeys.Template };
    public static readonly SectionListKey Batteries = new("batteries", BatteryKeys.Keys, "The batteries.") { Template = CompositionKeys.Template };
    public static readonly SectionListKey Radars = new("surveillance", Surveillance, "Radars without weapons.") { Template = CompositionKeys.Template };
    public static readonly SectionListKey Groups = new("groups", GroupKeys.Keys, "What flies.") { Template = CompositionKeys.Template };
    public static readonly SectionListKey Raids = new("raids", RaidKeys.Keys, "Attacks in waves, of which groups are made for each run.") { Template = CompositionKeys.Template };
    public static readonly SectionListKey Orders = new("orders", OrderKeys.Keys, "What batteries and radars are told to do, at a time or when something happens.");

    public static readonly SectionListKey Faults = new("faults", FaultKeys.Keys, "What happens to nodes and links of the defence: destroyed, repaired, jammed, overloaded.");

    public static readonly SectionKey Network = new("network", NetworkKeys.Keys, "How batteries and surveillance radars share what they know; nothing is shared when missing.");

    /// <summary>The lists whose items may use a template.</summary>
    public static readonly IReadOnlyList<SectionListKey> Lists = [Assets, Batteries, Radars, Groups, Raids];

    public static readonly TemplatesKey Templates = new("templates", Lists, CompositionKeys.Template, "What several items share, by the list they belong to; an item names it by 'template'.");

    public static readonly KeySet Keys = new(
        "scenario",
        "One run: what is defended, by what, against what.",
        [
            Format, new IdentifierKey("id", "Short identifier for file names; the name of the file when missing."), Title, Description, Seed, Start, Duration,
            SurroundingsKeys.Terrain, SurroundingsKeys.Gaps, SurroundingsKeys.Weather,
            CompositionKeys.Include, Templates, CompositionKeys.Doctrines, WiringKeys.Command, WiringKeys.Reach, Assets, Batteries, Radars, Network, IdentificationKeys.Section, Groups, Raids, Orders, Faults,
        ]);

    /// <summary>The keys of a file to be included: those of a scenario without what a run has only one of.</summary>
    public static readonly KeySet PartKeys = new(
        "scenario-part",
        "What several scenarios share, to be included by them.",
        [CompositionKeys.PartFormat, SurroundingsKeys.Weather, CompositionKeys.Include, Templates, CompositionKeys.Doctrines, Assets, Batteries, Radars, Groups, Raids, Orders, Faults]);

    public static readonly IdentifierKey ScenarioId = (IdentifierKey)Keys.Find("id")!;
}
