using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What a scenario loads launchers with, where that differs from the catalogue.</summary>
internal sealed class PartLoads
{
    private readonly List<Load> _loads = [];
    private readonly List<string> _known = [];
    private readonly ProblemList _problems;

    public PartLoads(MappingReader reader, ReadingContext context)
    {
        _problems = context.Problems;
        foreach (var item in reader.Sections(BatteryKeys.Loads))
        {
            var load = new Load(
                item.Get(BatteryKeys.Part),
                item.PlaceOf(BatteryKeys.Part),
                item.TryGet(BatteryKeys.LoadCount, out var count) ? (int)count : null,
                Rounds(item, BatteryKeys.LoadRounds, context, 1),
                Rounds(item, BatteryKeys.LoadStore, context, 0));
            var carried = load.Rounds;
            foreach (var (id, _) in load.Store ?? [])
            {
                if (carried is not null && carried.All(other => other.Id != id)) _problems.Error(item.PlaceOf(BatteryKeys.LoadStore), $"there are rounds '{id}' in store that the launchers do not carry", "ids that also stand under rounds");
            }

            _loads.Add(load);
        }
    }

    /// <summary>Number and load of launchers: the file's where it says something about them.</summary>
    /// <param name="name">Their name in the battery; a load may also name them by its last part, and then means all of that name.</param>
    /// <param name="count">Their number in the catalogue.</param>
    /// <param name="load">Their load there.</param>
    /// <param name="store">Their store there.</param>
    public (int Count, IReadOnlyList<(string Id, int Rounds)> Load, IReadOnlyList<(string Id, int Rounds)> Store) Of(
        string name, int count, IReadOnlyList<(string Id, int Rounds)> load, IReadOnlyList<(string Id, int Rounds)> store)
    {
        _known.Add(name);
        var last = name[(name.LastIndexOf('.') + 1)..];
        if ((_loads.Find(other => other.Part == name) ?? _loads.Find(other => other.Part == last)) is not { } found) return (count, load, store);
        found.Used = true;
        return (found.Count ?? count, found.Rounds is { Count: > 0 } rounds ? rounds : load, found.Store ?? (found.Rounds is null ? store : []));
    }

    /// <summary>Reports loads of launchers that the battery does not have.</summary>
    public void ReportUnused()
    {
        foreach (var load in _loads.Where(static load => !load.Used && load.Part.Length > 0))
            _problems.Error(load.At, $"the battery has no launchers {QuotedText.Of(load.Part)}", "one of " + string.Join(", ", _known.Take(40)), NearestMatch.Hint(load.Part, _known));
    }

    private static List<(string Id, int Rounds)>? Rounds(MappingReader item, FreeMappingKey key, ReadingContext context, int least)
    {
        if (!item.Has(key)) return null;
        return [.. PartKeys.ReadRounds(item, key, least).Where(round => context.Use(round.Id, item.PlaceOf(key), EntryKind.Missile) is not null)];
    }

    private sealed record Load(string Part, DocumentPlace At, int? Count, List<(string Id, int Rounds)>? Rounds, List<(string Id, int Rounds)>? Store)
    {
        public bool Used { get; set; }
    }
}
