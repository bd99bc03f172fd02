using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The keys of a battery's parts, and how they are read.</summary>
internal static class PartKeys
{
    public const string Acquisition = "acquisition";
    public const string Engagement = "engagement";
    public const string CommandPost = "command-post";
    public const string Launcher = "launcher";
    public const string Missile = "missile";
    public const string Launchers = "launchers";
    public const string Units = "units";

    /// <summary>More parts than this are a mistake: a tree of batteries has at most so many fire units.</summary>
    public const int MostParts = 1000;

    private static readonly TextListKey AcquisitionKey = new(Acquisition, "The radars that search, one or a list; none for a unit that is told by others.");
    private static readonly IdentifierKey EngagementKey = new(Engagement, "The radar that guides; it makes the battery a fire unit.");
    private static readonly IdentifierKey CommandPostKey = new(CommandPost, "What its command works in, a vehicle of the catalogue.");
    private static readonly IdentifierKey LauncherKey = new(Launcher, "The launcher, when all are of one type and carry one kind of round; their number is the figure 'launchers'.");
    private static readonly IdentifierKey MissileKey = new(Missile, "The round, when there is one kind.");

    private static readonly IdentifierKey Use = new("use", "An id of the catalogue.") { IsRequired = true };
    private static readonly IdentifierKey As = new("as", "What they are called in the whole; the id when missing.");
    private static readonly IntegerKey Count = new("count", 1, MostParts, "How many.") { DefaultText = "1" };
    private static readonly FreeMappingKey Rounds = new("rounds", "Rounds on each, by the id of the missile, such as '48n6e3: 3'.");
    private static readonly FreeMappingKey Store = new("store", "Rounds in store for all of them, by the id of the missile.");

    private static readonly KeySet LauncherKeys = new(
        "battery-launchers", "Launchers of one type, all loaded alike.", [Use, As, Count, Rounds, Store, FigureFields.Source, FigureFields.Note, FigureFields.Reasoning]);

    private static readonly KeySet UnitKeys = new(
        "battery-units", "Batteries of which a larger one is made.", [Use, As, Count, FigureFields.Source, FigureFields.Note, FigureFields.Reasoning]);

    private static readonly SectionListKey LaunchersKey = new(Launchers, LauncherKeys, "Its launchers in full: types, numbers, and rounds of one or several kinds.");
    private static readonly SectionListKey UnitsKey = new(Units, UnitKeys, "The batteries of which it is made.");

    private static readonly KeySet Keys = new(
        "battery-parts", "The entries of which a battery is made.", [AcquisitionKey, EngagementKey, CommandPostKey, LauncherKey, MissileKey, LaunchersKey, UnitsKey]);

    public static readonly SectionKey Section = new("parts", Keys, "The entries of which it is made.");

    /// <summary>Every role in the order in which parts are shown.</summary>
    public static readonly string[] Roles = [CommandPost, Acquisition, Engagement, Launcher, Missile, Launchers, Units];

    /// <summary>The kind of entry that can play a role.</summary>
    public static EntryKind KindOf(string role) => role switch
    {
        Launcher or Launchers => EntryKind.Launcher,
        Missile => EntryKind.Missile,
        Units => EntryKind.Battery,
        CommandPost => EntryKind.Vehicle,
        _ => EntryKind.Radar,
    };

    /// <summary>Reads the parts of a battery.</summary>
    public static List<CataloguePart> Read(MappingReader section)
    {
        var parts = new List<CataloguePart>();
        if (section.TryGet(AcquisitionKey, out var radars)) parts.AddRange(radars.Select(static id => new CataloguePart(Acquisition, id)));
        foreach (var key in (IdentifierKey[])[CommandPostKey, EngagementKey, LauncherKey, MissileKey])
        {
            if (section.TryGet(key, out var id)) parts.Add(new CataloguePart(key.Name, id));
        }

        foreach (var item in section.Sections(LaunchersKey))
        {
            var part = ReadItem(item, Launchers);
            if (!item.Has(Rounds)) item.Problems.Error(item.Place, $"the launchers '{part.Id}' carry nothing", "rounds: {id of a missile: number}");
            parts.Add(part with { Load = ReadRounds(item, Rounds, 1), Store = ReadRounds(item, Store, 0) });
        }

        parts.AddRange(section.Sections(UnitsKey).Select(static item => ReadItem(item, Units)));
        return parts;
    }

    /// <summary>Where a part is written.</summary>
    public static DocumentPlace PlaceOf(MappingNode? written, CataloguePart part, DocumentPlace otherwise)
    {
        if (written?.Find(part.Role)?.Value is not { } value) return otherwise;
        if (value is not SequenceNode list) return value.Place;
        foreach (var item in list.Items)
        {
            if (item is ScalarNode scalar && scalar.Text.Trim() == part.Id) return item.Place;
            if (item is MappingNode mapping && mapping.Find(Use.Name)?.Value is ScalarNode used && used.Text.Trim() == part.Id) return used.Place;
        }

        return value.Place;
    }

    private static CataloguePart ReadItem(MappingReader item, string role)
    {
        var id = item.Get(Use);
        var origin = FigureFields.ReadOrigin(item, role);
        return new CataloguePart(role, id)
        {
            Name = item.TryGet(As, out var name) ? name : id,
            Count = (int)item.Get(Count),
            Sources = origin?.Sources ?? [],
            Note = origin?.Note ?? "",
            Reasoning = origin?.Reasoning ?? "",
        };
    }

    /// <summary>Reads rounds by the id of the missile.</summary>
    public static List<(string Id, int Rounds)> ReadRounds(MappingReader item, FreeMappingKey key, int least)
    {
        var rounds = new List<(string, int)>();
        foreach (var (name, value) in item.Entries(key))
        {
            if (!int.TryParse(value.Text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < least || number > 10_000)
                item.Problems.Error(value.Place, $"{QuotedText.Of(value.Text)} is no number of rounds", $"a whole number from {least} to 10000");
            else if (!IdentifierKey.IsValid(name.Text))
                item.Problems.Error(name.Place, $"{QuotedText.Of(name.Text)} is no id of a missile", "an id of the catalogue");
            else
                rounds.Add((name.Text, number));
        }

        return rounds;
    }
}
