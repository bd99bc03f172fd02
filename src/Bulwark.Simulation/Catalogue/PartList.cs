namespace Bulwark.Simulation.Catalogue;

/// <summary>What an entry is made of, by role over all its units, each thing once with how many there are in the whole.</summary>
internal sealed class PartList
{
    private const string Itself = "entry";
    private const string Whole = "whole";
    private const string Unit = "unit";
    private const string FireUnit = "fire-unit";

    private readonly Dictionary<string, List<Part>> _parts = Order.ToDictionary(static role => role, static _ => new List<Part>(), StringComparer.Ordinal);

    /// <summary>Lists the parts of an entry.</summary>
    /// <param name="store">The catalogue, checked: every part is there and none contains itself.</param>
    /// <param name="entry">An entry of it.</param>
    public PartList(CatalogueStore store, CatalogueEntry entry)
    {
        if (entry.Kind == EntryKind.Battery) AddBattery(store, entry, 1, isWhole: true);
        else Add(Itself, entry, 1, "");
    }

    /// <summary>The roles in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Order { get; } = [Itself, Whole, Unit, FireUnit, PartKeys.CommandPost, PartKeys.Acquisition, PartKeys.Engagement, PartKeys.Launcher, PartKeys.Missile];

    /// <summary>The things that play a role.</summary>
    public IReadOnlyList<Part> this[string role] => [.. _parts[role].Select(static part => part with { Words = part.Count > 1 ? $"{part.Count} ×{(part.Words.Length > 0 ? " " : "")}{part.Words}" : part.Words })];

    /// <summary>Whether the things that play a role are named in a row of their own.</summary>
    public static bool IsNamed(string role) => role is not (Itself or Whole);

    private void AddBattery(CatalogueStore store, CatalogueEntry battery, int count, bool isWhole)
    {
        var isFireUnit = battery.Parts.Any(static part => part.Role == PartKeys.Engagement);
        Add(isFireUnit ? FireUnit : isWhole ? Whole : Unit, battery, count, "");
        foreach (var part in battery.Parts)
        {
            if (store.Find(part.Id) is not { } found) continue;
            switch (part.Role)
            {
                case PartKeys.Units:
                    AddBattery(store, found, count * part.Count, isWhole: false);
                    break;
                case PartKeys.Launchers:
                    Add(PartKeys.Launcher, found, count * part.Count, "");
                    foreach (var (id, rounds) in part.Load)
                    {
                        if (store.Find(id) is { } round) Add(PartKeys.Missile, round, count * part.Count * rounds, "ready");
                    }

                    break;
                case PartKeys.Launcher:
                    Add(PartKeys.Launcher, found, count * Number(battery, "launchers"), "");
                    break;
                case PartKeys.Missile:
                    var launcher = battery.Parts.FirstOrDefault(static other => other.Role == PartKeys.Launcher);
                    var each = launcher is null || store.Find(launcher.Id) is not { } carrier ? 1 : Number(carrier, "rounds");
                    Add(PartKeys.Missile, found, count * Number(battery, "launchers") * each, "ready");
                    break;
                default:
                    Add(part.Role, found, count, "");
                    break;
            }
        }
    }

    private static int Number(CatalogueEntry entry, string figure) => (int)(entry.Figures.Find(figure)?.TypicalSi ?? 1);

    private void Add(string role, CatalogueEntry entry, int count, string words)
    {
        var list = _parts[role];
        var index = list.FindIndex(part => part.Entry.Id == entry.Id);
        if (index < 0) list.Add(new Part(entry, count, words));
        else list[index] = list[index] with { Count = list[index].Count + count };
    }

    /// <summary>One thing in a role. Immutable.</summary>
    /// <param name="Entry">The thing.</param>
    /// <param name="Count">How many there are in the whole.</param>
    /// <param name="Words">How many and what of, for people.</param>
    internal sealed record Part(CatalogueEntry Entry, int Count, string Words);
}
