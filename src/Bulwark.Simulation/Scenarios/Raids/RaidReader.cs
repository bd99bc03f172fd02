using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Raids;

/// <summary>Reads raids.</summary>
internal static class RaidReader
{
    private const int MostElements = 30;
    private const int MostTargets = 20_000;

    /// <summary>Reads a raid; null after reporting why it cannot be made.</summary>
    public static Raid? Read(MappingReader reader, IReadOnlyList<DefendedAsset> assets, SimDuration duration, ReadingContext context)
    {
        var id = context.TakeId(reader);
        var errors = context.Problems.ErrorCount;
        var sections = reader.Sections(RaidKeys.Elements);
        if (sections.Count > MostElements) context.Problems.Error(reader.PlaceOf(RaidKeys.Elements), $"'elements' has {sections.Count} items", $"at most {MostElements}");
        var shared = Shared.Read(reader, null, assets);
        var elements = new List<RaidElement>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            if (ReadElement(section, shared, assets, id, context) is not { } element) continue;
            if (!names.Add(element.Id)) context.Problems.Error(section.Has(RaidKeys.ElementId) ? section.PlaceOf(RaidKeys.ElementId) : section.Place, $"two elements of the raid are called '{element.Id}'", "id: a name of its own");
            elements.Add(element);
        }

        var raid = new Raid
        {
            Id = id,
            Waves = (int)reader.Get(RaidKeys.Waves),
            WaveInterval = reader.Get(RaidKeys.WaveInterval),
            Start = SimTime.Start + reader.Get(RaidKeys.Start),
            StartSpread = reader.Get(RaidKeys.StartSpread),
            DirectionsInTurn = reader.Get(RaidKeys.InTurn),
            Elements = elements,
        };
        if (context.Problems.ErrorCount > errors || elements.Count == 0) return null;
        Check(raid, reader, duration);
        return context.Problems.ErrorCount > errors ? null : raid;
    }

    private static void Check(Raid raid, MappingReader reader, SimDuration duration)
    {
        var total = raid.Elements.Sum(element => (long)element.Count * raid.Waves * (raid.DirectionsInTurn ? 1 : element.DirectionsRad.Count));
        if (total > MostTargets) reader.Problems.Error(reader.Place, $"the raid has {total} aircraft and missiles", $"at most {MostTargets}");
        var last = raid.Start + (raid.WaveInterval * (raid.Waves - 1)) + raid.Elements.Min(static element => element.Delay);
        if (last >= SimTime.Start + duration)
            reader.Problems.Warning(reader.PlaceOf(reader.Has(RaidKeys.Waves) ? RaidKeys.Waves : RaidKeys.Start), "the last wave appears after the end of the run", $"a start before {duration}");
    }

    private static RaidElement? ReadElement(MappingReader reader, Shared raid, IReadOnlyList<DefendedAsset> assets, string owner, ReadingContext context)
    {
        var own = Shared.Read(reader, raid, assets);
        var formation = reader.Get(GroupKeys.Formation);
        if (formation != Formation.Ranks && (reader.Has(GroupKeys.Abreast) || reader.Has(GroupKeys.RankInterval)))
            context.Problems.Error(reader.PlaceOf(reader.Has(GroupKeys.Abreast) ? GroupKeys.Abreast : GroupKeys.RankInterval), "only ranks have 'abreast' and 'rank-interval'", "formation: ranks, or neither of them");
        foreach (var (isMissing, key) in own.Missing())
        {
            if (isMissing) context.Problems.Error(reader.Place, $"the key '{key.Name}' is missing, here and in the raid", $"{key.Name}: {key.Expected}");
        }

        var entry = context.Use(reader, GroupKeys.Use, EntryKind.Aircraft);
        if (entry is null) return null;
        var target = ParameterBuilder.Aircraft(FigureOverrides.Apply(reader, owner, [("", entry)], context)[entry.Id]);
        var release = reader.TryGet(GroupKeys.ReleaseRange, out var stated) ? stated : -1;
        if (own.DistanceM is { } distance && distance <= release) context.Problems.Error(reader.PlaceOf(GroupKeys.ReleaseRange), "the release-range is not below the distance at which they appear", "release-range < distance");
        if (own.StartAreaM >= own.DistanceM) context.Problems.Error(reader.Has(RaidKeys.StartArea) ? reader.PlaceOf(RaidKeys.StartArea) : reader.Place, "the start-area reaches the objective", "start-area < distance");
        CheckMotion(reader, target, own, context.Problems);
        return new RaidElement
        {
            Id = reader.TryGet(RaidKeys.ElementId, out var id) ? id : entry.Id,
            Class = target,
            Count = (int)reader.Get(GroupKeys.Count),
            Formation = formation,
            Abreast = (int)reader.Get(GroupKeys.Abreast),
            SpacingM = reader.Get(GroupKeys.Spacing),
            RankInterval = reader.Get(GroupKeys.RankInterval),
            Objectives = own.Objectives,
            ReleaseRangeM = release,
            DirectionsRad = own.DirectionsRad,
            DirectionSpreadRad = own.DirectionSpreadRad ?? 0,
            DistanceM = own.DistanceM ?? 0,
            StartAreaM = own.StartAreaM ?? 0,
            HeightM = reader.TryGet(RaidKeys.Height, out var height) ? height : target.HeightM,
            SpeedMPerS = reader.TryGet(RaidKeys.Speed, out var speed) ? speed : target.SpeedMPerS,
            Delay = reader.Get(RaidKeys.Delay),
            StartSpread = reader.Get(RaidKeys.MemberSpread),
        };
    }

    private static void CheckMotion(MappingReader reader, TargetClass target, Shared own, ProblemList problems)
    {
        if (target.Motion == TargetMotion.Homing)
        {
            problems.Error(reader.PlaceOf(GroupKeys.Use), $"'{target.Id}' homes on a radar and belongs to no raid", "a class that flies a route or is thrown", "give it as a group");
            return;
        }

        if (target.Ballistic is not { } ballistic || own.DistanceM is not { } distanceM) return;
        foreach (var key in (KeyDefinition[])[RaidKeys.Height, RaidKeys.Speed])
        {
            if (reader.Has(key)) problems.Error(reader.PlaceOf(key), $"'{key.Name}' is not for '{target.Id}'", "nothing: a ballistic missile is thrown from its distance");
        }

        var (nearM, farM) = (distanceM - (own.StartAreaM ?? 0), distanceM + (own.StartAreaM ?? 0));
        if (nearM < ballistic.MinimumRangeM || farM > ballistic.MaximumRangeM)
        {
            var (least, most) = (QuantityFormat.Short(ballistic.MinimumRangeM, Dimension.Length, 3), QuantityFormat.Short(ballistic.MaximumRangeM, Dimension.Length, 3));
            problems.Error(reader.Has(RaidKeys.Distance) ? reader.PlaceOf(RaidKeys.Distance) : reader.Place, $"'{target.Id}' does not reach over that distance", $"a distance with its start-area from {least} to {most}");
        }
    }

    /// <summary>What an element may take from its raid.</summary>
    private sealed record Shared(IReadOnlyList<DefendedAsset> Objectives, IReadOnlyList<double> DirectionsRad, double? DirectionSpreadRad, double? DistanceM, double? StartAreaM)
    {
        private bool _isWrong;

        public static Shared Read(MappingReader reader, Shared? raid, IReadOnlyList<DefendedAsset> assets)
        {
            var errors = reader.Problems.ErrorCount;
            var read = new Shared(
                reader.TryGet(RaidKeys.Objective, out var names) ? Find(reader, names, assets) : raid?.Objectives ?? [],
                reader.TryGet(RaidKeys.Directions, out var directions) ? directions : raid?.DirectionsRad ?? [],
                reader.TryGet(RaidKeys.DirectionSpread, out var spread) ? spread : raid?.DirectionSpreadRad,
                reader.TryGet(RaidKeys.Distance, out var distance) ? distance : raid?.DistanceM,
                reader.TryGet(RaidKeys.StartArea, out var area) ? area : raid?.StartAreaM);

            // What was wrong may have been told before: two raids may have their objective from one template.
            read._isWrong = raid?._isWrong == true || reader.Problems.ErrorCount > errors || (names is not null && read.Objectives.Count < names.Count);
            return read;
        }

        /// <summary>What is in neither; nothing when something was wrong, because that was reported.</summary>
        public (bool IsMissing, KeyDefinition Key)[] Missing() => _isWrong
            ? []
            : [(Objectives.Count == 0, RaidKeys.Objective), (DirectionsRad.Count == 0, RaidKeys.Directions), (DistanceM is null, RaidKeys.Distance)];

        private static List<DefendedAsset> Find(MappingReader reader, IReadOnlyList<string> names, IReadOnlyList<DefendedAsset> assets)
        {
            var found = new List<DefendedAsset>();
            foreach (var name in names)
            {
                if (assets.FirstOrDefault(asset => asset.Id == name) is { } asset) found.Add(asset);
                else ReadingContext.TellNoAsset(reader, RaidKeys.Objective, name, assets);
            }

            return found;
        }
    }
}
