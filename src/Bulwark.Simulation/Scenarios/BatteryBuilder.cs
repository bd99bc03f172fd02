using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Puts a battery together from the tree of its catalogue entries and what the scenario says about its parts.</summary>
internal sealed class BatteryBuilder(
    MappingReader reader, ReadingContext context, Dictionary<string, CatalogueEntry> entries, IReadOnlyList<CatalogueEntry> added, MappingReader? doctrine, MappingReader? limits)
{
    private readonly PartPlaces _places = new(reader, context);
    private readonly PartLoads _loads = new(reader, context);
    private readonly List<BatteryRadar> _radars = [];
    private readonly List<FireUnit> _units = [];
    private readonly List<UnitCap> _caps = [];
    private readonly Dictionary<string, InterceptorParameters> _rounds = new(StringComparer.Ordinal);
    private readonly List<string> _masts = [];
    private EngagementDoctrine _doctrine = new();

    public Battery Build(string entryId, string id, string name, GeodeticPoint position, double facingRad, MappingReader? tracker)
    {
        var entry = entries[entryId];
        _doctrine = DoctrineKeys.Read(doctrine, entry.Figures);
        DoctrineKeys.CheckKinds(doctrine, context);
        if (reader.TryGet(BatteryKeys.Masts, out var masts)) _masts.AddRange(masts);
        var movement = Movement.Of(entry.Figures, whole: null);
        Add(entry, "", null, null, -1, movement);
        foreach (var radar in added) AddRadar(radar.Id, "", null, null, movement);
        ReportMasts();
        foreach (var part in _radars.Select(static radar => radar.Id).Concat(_units.Select(static unit => unit.Id)).Where(static part => part.Length > 0)) context.AddUnit($"{id}.{part}");
        foreach (var unit in _units)
        {
            foreach (var group in unit.Launchers) context.AddLaunchers(OrderScope.Launchers(id, unit.Id, group.Id));
        }

        _places.ReportUnused();
        _loads.ReportUnused();
        var isShort = entry.Parts.Any(static part => part.Role == PartKeys.Launcher);
        foreach (var key in (IntegerKey[])[BatteryKeys.Launchers, BatteryKeys.ReloadRounds])
        {
            if (!isShort && reader.Has(key)) context.Problems.Error(reader.PlaceOf(key), $"'{key.Name}' says nothing about a battery whose launchers differ", "loads: [{part: name of the launchers, count: …, rounds: …, store: …}]");
        }

        var caps = new BatteryLimits(Cap(BatteryKeys.Tracks, entry, "tracks"), Cap(BatteryKeys.Targets, entry, "targets"), Cap(BatteryKeys.Missiles, entry, "missiles"));
        return new Battery
        {
            Id = id,
            Name = name,
            Position = position,
            FacingRad = facingRad,
            Radars = _radars,
            FireUnits = _units,
            Caps = _caps,
            Limits = caps,
            Doctrine = _doctrine,
            Behaviours = BehaviourReader.Read(doctrine),
            FriendsAnswer = reader.Get(BatteryKeys.FriendsAnswer),
            Begins = reader.Get(BatteryKeys.Begins),
            Tracker = TrackerKeys.Read(tracker, caps.Tracks),
        };
    }

    private static int? Whole(CatalogueEntry entry, string figure) => entry.Figures.Find(figure) is { } found ? (int)found.TypicalSi : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private int Cap(IntegerKey key, CatalogueEntry entry, string figure) =>
        limits is not null && limits.TryGet(key, out var own) ? (int)own : Whole(entry, figure) ?? int.MaxValue;

    private void Add(CatalogueEntry entry, string path, GeodeticPoint? position, double? facingRad, int cap, Movement? whole)
    {
        foreach (var part in entry.Parts.Where(static part => part.Role == PartKeys.Acquisition)) AddRadar(part.Id, path, position, facingRad, whole);
        if (entry.Parts.FirstOrDefault(static part => part.Role == PartKeys.Engagement) is { } engagement)
        {
            _units.Add(new FireUnit
            {
                Id = path,
                Position = position,
                FacingRad = facingRad,
                Engagement = Radar(engagement.Id),
                Launchers = Launchers(entry, path),
                ReloadVehicles = Whole(entry, "reload-vehicles") ?? int.MaxValue,
                Limits = path.Length == 0 ? null : new UnitLimits(Whole(entry, "targets") ?? 1, Whole(entry, "missiles") ?? 1),
                Doctrine = path.Length == 0 ? null : DoctrineKeys.OfUnit(doctrine, _doctrine, entry.Figures),
                Movement = MovementOf(engagement.Id, whole),
                Cap = cap,
            });
        }

        foreach (var part in entry.Parts.Where(static part => part.Role == PartKeys.Units))
        {
            for (var number = 1; number <= part.Count; number++)
            {
                var unit = entries[part.Id];
                var name = Join(path, part.Count == 1 ? part.Name : $"{part.Name}-{number}");
                var (place, facing) = _places.Of(name, position, facingRad);
                Add(unit, name, place, facing, CapOf(unit, name, cap), Movement.Of(unit.Figures, whole) ?? whole);
            }
        }
    }

    // Of a unit that is itself made of units, the caps stand above them all.
    private int CapOf(CatalogueEntry unit, string name, int above)
    {
        var isWhole = unit.Parts.Any(static part => part.Role == PartKeys.Units);
        if (!isWhole || (Whole(unit, "targets") is null && Whole(unit, "missiles") is null)) return above;
        _caps.Add(new UnitCap(name, above, Whole(unit, "targets") ?? int.MaxValue, Whole(unit, "missiles") ?? int.MaxValue));
        return _caps.Count - 1;
    }

    private void AddRadar(string id, string path, GeodeticPoint? position, double? facingRad, Movement? whole)
    {
        var first = Join(path, id);
        var name = first;
        for (var number = 2; _radars.Exists(radar => radar.Id == name); number++) name = $"{first}-{number}";
        var (place, facing) = _places.Of(name, position, facingRad);
        _radars.Add(new BatteryRadar(name, place, facing, Radar(id)) { Movement = MovementOf(id, whole) });
    }

    private RadarParameters Radar(string id)
    {
        var radar = ParameterBuilder.Radar(entries[id]);
        return _masts.Contains(id, StringComparer.Ordinal) && entries[id].Figures.Find("mast-height") is { } mast ? radar with { AntennaHeightM = mast.TypicalSi } : radar;
    }

    private Movement? MovementOf(string radar, Movement? whole) => Movement.Of(entries[radar].Figures, whole, _masts.Contains(radar, StringComparer.Ordinal));

    private void ReportMasts()
    {
        foreach (var mast in _masts)
        {
            if (!entries.TryGetValue(mast, out var entry) || entry.Kind != EntryKind.Radar)
                context.Problems.Error(reader.PlaceOf(BatteryKeys.Masts), $"the battery has no radar {QuotedText.Of(mast)}", "one of " + string.Join(", ", entries.Values.Where(static other => other.Kind == EntryKind.Radar).Select(static other => other.Id)), NearestMatch.Hint(mast, entries.Keys));
            else if (entry.Figures.Find("mast-height") is null)
                context.Problems.Error(reader.PlaceOf(BatteryKeys.Masts), $"the radar '{mast}' has no mast", "a radar with a mast-height", "or set one: 'set: {" + mast + ".mast-height: 30 m}'");
        }
    }

    private List<LauncherGroup> Launchers(CatalogueEntry entry, string path)
    {
        var groups = new List<LauncherGroup>();
        if (entry.Parts.FirstOrDefault(static part => part.Role == PartKeys.Launcher) is { } single)
        {
            var launcher = entries[single.Id];
            var missile = entry.Parts.First(static part => part.Role == PartKeys.Missile).Id;
            var count = reader.TryGet(BatteryKeys.Launchers, out var own) ? (int)own : Whole(entry, "launchers") ?? 0;
            var store = reader.TryGet(BatteryKeys.ReloadRounds, out var stored) ? (int)stored : Whole(entry, "reload-rounds") ?? 0;
            groups.Add(Group(launcher, Join(path, single.Id), count, [(missile, Whole(launcher, "rounds") ?? 1)], [(missile, store)]));
        }

        foreach (var part in entry.Parts.Where(static part => part.Role == PartKeys.Launchers))
            groups.Add(Group(entries[part.Id], Join(path, part.Name), part.Count, part.Load, part.Store));
        return groups;
    }

    private LauncherGroup Group(
        CatalogueEntry launcher, string name, int count, IReadOnlyList<(string Id, int Rounds)> load, IReadOnlyList<(string Id, int Rounds)> store)
    {
        (count, load, store) = _loads.Of(name, count, load, store);
        var (place, _) = _places.Of(name, null, null);
        var rounds = load.Select(one => new RoundLoad(one.Id, Round(one.Id), one.Rounds, store.FirstOrDefault(other => other.Id == one.Id).Rounds));
        var time = launcher.Figures.Find("reload-time");
        return new LauncherGroup(name, place, count, [.. rounds], time is null ? CrewTime.Of(0) : new CrewTime(time.LowSi, time.TypicalSi, time.HighSi));
    }

    private InterceptorParameters Round(string id)
    {
        if (_rounds.TryGetValue(id, out var known)) return known;
        var entry = entries.TryGetValue(id, out var found) ? found : context.Entry(id);
        return _rounds[id] = ParameterBuilder.Missile(entry);
    }
}
