using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Reads batteries and surveillance radars.</summary>
internal static class BatteryReader
{
    /// <summary>Reads a battery; null after reporting why it cannot be made.</summary>
    public static Battery? Read(MappingReader reader, ReadingContext context)
    {
        var id = context.TakeUnit(reader);
        var position = Site(reader, context);
        var facing = reader.Get(BatteryKeys.Facing);
        var limitsSection = reader.Section(BatteryKeys.Limits);
        var doctrineSection = reader.Section(BatteryKeys.Doctrine);
        var trackerSection = reader.Section(BatteryKeys.Tracker);
        if (context.Use(reader, BatteryKeys.Use, EntryKind.Battery) is not { } entry)
        {
            // Read the rest for its problems.
            _ = DoctrineKeys.Read(doctrineSection, new FigureSet([]));
            _ = BehaviourReader.Read(doctrineSection);
            _ = TrackerKeys.Read(trackerSection, int.MaxValue);
            _ = AddedRadars(reader, context);
            return null;
        }

        context.Wire(reader, id, entry.Parts.Any(static part => part.Role == PartKeys.CommandPost));
        var radars = AddedRadars(reader, context);
        var figures = FigureOverrides.Apply(reader, id, Entries(entry, radars, context), context);
        var builder = new BatteryBuilder(reader, context, figures, radars, doctrineSection, limitsSection);
        return builder.Build(entry.Id, id, reader.TryGet(ScenarioKeys.Name, out var name) ? name : $"{entry.Name} {id}", position, facing, trackerSection);
    }

    /// <summary>Reads a surveillance radar; null after reporting why it cannot be made.</summary>
    public static SurveillanceSite? ReadRadar(MappingReader reader, ReadingContext context)
    {
        var id = context.TakeUnit(reader);
        var position = Site(reader, context);
        var facing = reader.TryGet(ScenarioKeys.SectorFacing, out var direction) ? direction : 0;
        var cap = reader.TryGet(ScenarioKeys.SiteTracks, out var tracks) ? (int)tracks : int.MaxValue;
        var tracker = TrackerKeys.Read(reader.Section(ScenarioKeys.Tracker), cap);
        var behaviours = BehaviourReader.Read(reader.Section(BatteryKeys.Doctrine));
        if (context.Use(reader, ScenarioKeys.UseRadar, EntryKind.Radar) is not { } entry) return null;
        var set = FigureOverrides.Apply(reader, id, [("", entry)], context)[entry.Id];
        if (set.Figures.Find("rotation-rate") is null && set.Figures.Find("search-dwell") is null)
        {
            context.Problems.Error(reader.PlaceOf(ScenarioKeys.UseRadar), $"the radar '{entry.Id}' does not search", "a radar with a rotation-rate or a search-dwell", "or set a rotation-rate");
            return null;
        }

        context.Wire(reader, id, hasCommandPost: false);
        return new SurveillanceSite(id, reader.TryGet(ScenarioKeys.Name, out var name) ? name : $"{entry.Name} {id}", position, facing, ParameterBuilder.Radar(set), tracker)
        {
            Movement = Movement.Of(set.Figures, whole: null),
            Behaviours = behaviours,
        };
    }

    /// <summary>The place of something on the ground: at the height stated, or that of the terrain.</summary>
    public static GeodeticPoint Site(MappingReader reader, ReadingContext context) => Site(reader, ScenarioKeys.At, context);

    /// <summary>The place of something on the ground, under another key than 'at'.</summary>
    /// <param name="reader">The section.</param>
    /// <param name="at">The key.</param>
    /// <param name="context">Knows the terrain.</param>
    /// <param name="flatM">Height where nothing states one and there is no terrain, metres.</param>
    public static GeodeticPoint Site(MappingReader reader, PositionKey at, ReadingContext context, double flatM = 0)
    {
        var place = reader.Get(at);
        if (reader.TryGet(ScenarioKeys.Ground, out var statedM)) return place.WithHeight(statedM);
        if (context.Terrain is null) return place.WithHeight(flatM);
        var groundM = TerrainM(reader, at, context, place);
        if (!double.IsNaN(groundM)) return place.WithHeight(groundM);
        if (context.TerrainGaps == MissingTerrain.Unknown)
            context.Problems.Error(reader.PlaceOf(at), "the height of the ground there is unknown: no tile, or a void in it", "a place on known ground", "or state its height: 'ground: 120 m'");
        return place.WithHeight(0);
    }

    private static double TerrainM(MappingReader reader, PositionKey at, ReadingContext context, GeodeticPoint place)
    {
        try
        {
            return context.Terrain!.HeightM(place.LatitudeRad, place.LongitudeRad);
        }
        catch (Exception problem) when (problem is TerrainException or IOException)
        {
            context.Problems.Error(reader.PlaceOf(at), $"the height of the ground there cannot be read: {problem.Message}", "an undamaged tile");
            return 0;
        }
    }

    private static List<CatalogueEntry> AddedRadars(MappingReader reader, ReadingContext context)
    {
        var radars = new List<CatalogueEntry>();
        if (!reader.TryGet(BatteryKeys.AddRadars, out var ids)) return radars;
        foreach (var id in ids)
        {
            if (context.Use(id, reader.PlaceOf(BatteryKeys.AddRadars), EntryKind.Radar) is not { } entry) continue;
            if (entry.Figures.Find("rotation-rate") is null && entry.Figures.Find("search-dwell") is null)
                context.Problems.Error(reader.PlaceOf(BatteryKeys.AddRadars), $"the radar '{id}' does not search", "a radar with a rotation-rate or a search-dwell");
            else
                radars.Add(entry);
        }

        return radars;
    }

    // Every entry of the battery's tree, by identifier, and those of its first level by their role, too.
    private static List<(string Name, CatalogueEntry Entry)> Entries(CatalogueEntry root, List<CatalogueEntry> radars, ReadingContext context)
    {
        var entries = new List<(string, CatalogueEntry)> { ("", root) };
        foreach (var role in (string[])[PartKeys.Acquisition, PartKeys.Engagement, PartKeys.Launcher, PartKeys.Missile])
        {
            if (root.Parts.FirstOrDefault(part => part.Role == role) is { } part) entries.Add((role, context.Entry(part.Id)));
        }

        var ids = new List<string>();
        Collect(root);
        ids.AddRange(radars.Select(static radar => radar.Id));
        entries.AddRange(ids.Distinct(StringComparer.Ordinal).Select(id => (id, context.Entry(id))));
        return entries;

        void Collect(CatalogueEntry entry)
        {
            foreach (var part in entry.Parts)
            {
                ids.Add(part.Id);
                ids.AddRange(part.Load.Select(static load => load.Id));
                if (part.Role == PartKeys.Units) Collect(context.Entry(part.Id));
            }
        }
    }
}
