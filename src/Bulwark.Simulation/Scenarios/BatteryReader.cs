using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

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
            _ = TrackerKeys.Read(trackerSection, int.MaxValue);
            return null;
        }

        List<(string, CatalogueEntry)> entries = [("", entry)];
        foreach (var role in EntryKeys.Roles) entries.Add((role.Name, context.Part(entry, role.Name)));
        var parts = FigureOverrides.Apply(reader, id, entries, context);
        var figures = parts[""].Figures;
        var limits = new BatteryLimits(
            Cap(limitsSection, BatteryKeys.Tracks, figures, "tracks"),
            Cap(limitsSection, BatteryKeys.Targets, figures, "targets"),
            Cap(limitsSection, BatteryKeys.Missiles, figures, "missiles"));
        return new Battery
        {
            Id = id,
            Name = reader.TryGet(ScenarioKeys.Name, out var name) ? name : $"{entry.Name} {id}",
            Position = position,
            FacingRad = facing,
            Acquisition = ParameterBuilder.Radar(parts["acquisition"]),
            Engagement = ParameterBuilder.Radar(parts["engagement"]),
            Round = ParameterBuilder.Missile(parts["missile"]),
            Launchers = Cap(reader, BatteryKeys.Launchers, figures, "launchers"),
            RoundsPerLauncher = (int)Typical(parts["launcher"].Figures, "rounds"),
            ReloadRounds = Cap(reader, BatteryKeys.ReloadRounds, figures, "reload-rounds"),
            ReloadTimeS = Typical(parts["launcher"].Figures, "reload-time"),
            Limits = limits,
            Doctrine = DoctrineKeys.Read(doctrineSection, figures),
            Tracker = TrackerKeys.Read(trackerSection, limits.Tracks),
        };
    }

    /// <summary>Reads a surveillance radar; null after reporting why it cannot be made.</summary>
    public static SurveillanceSite? ReadRadar(MappingReader reader, ReadingContext context)
    {
        var id = context.TakeUnit(reader);
        var position = Site(reader, context);
        var facing = reader.TryGet(ScenarioKeys.SectorFacing, out var direction) ? direction : 0;
        var cap = reader.TryGet(ScenarioKeys.SiteTracks, out var tracks) ? (int)tracks : int.MaxValue;
        var tracker = TrackerKeys.Read(reader.Section(ScenarioKeys.Tracker), cap);
        if (context.Use(reader, ScenarioKeys.UseRadar, EntryKind.Radar) is not { } entry) return null;
        var set = FigureOverrides.Apply(reader, id, [("", entry)], context)[""];
        if (set.Figures.Find("rotation-rate") is null && set.Figures.Find("search-dwell") is null)
        {
            context.Problems.Error(reader.PlaceOf(ScenarioKeys.UseRadar), $"the radar '{entry.Id}' does not search", "a radar with a rotation-rate or a search-dwell", "or set a rotation-rate");
            return null;
        }

        return new SurveillanceSite(id, reader.TryGet(ScenarioKeys.Name, out var name) ? name : $"{entry.Name} {id}", position, facing, ParameterBuilder.Radar(set), tracker);
    }

    /// <summary>The place of something on the ground: at the height stated, or that of the terrain.</summary>
    public static GeodeticPoint Site(MappingReader reader, ReadingContext context) => Site(reader, ScenarioKeys.At, context);

    /// <summary>The place of something on the ground, under another key than 'at'.</summary>
    public static GeodeticPoint Site(MappingReader reader, PositionKey at, ReadingContext context)
    {
        var place = reader.Get(at);
        if (reader.TryGet(ScenarioKeys.Ground, out var statedM)) return place.WithHeight(statedM);
        if (context.Terrain is null) return place.WithHeight(0);
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

    private static int Cap(MappingReader? section, IntegerKey key, FigureSet figures, string figure) =>
        section is not null && section.TryGet(key, out var own) ? (int)own : (int)Typical(figures, figure);

    private static double Typical(FigureSet figures, string name) => figures.Find(name)?.TypicalSi ?? 0;
}
