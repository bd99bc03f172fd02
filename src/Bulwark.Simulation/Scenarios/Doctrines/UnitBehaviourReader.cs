using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Reads the behaviours of a doctrine that are about firing and moving.</summary>
internal static class UnitBehaviourReader
{
    /// <summary>Reads them beside those that were read already.</summary>
    /// <param name="behaviours">What was read.</param>
    /// <param name="doctrine">The doctrine.</param>
    /// <param name="mentions">Receives the units that are named.</param>
    public static DoctrineBehaviours Add(DoctrineBehaviours behaviours, MappingReader doctrine, List<UnitMention> mentions) => behaviours with
    {
        SilentFire = doctrine.Section(UnitBehaviourKeys.SilentFire) is { } silent
            ? new SilentFire(silent.Get(UnitBehaviourKeys.IlluminateBefore).TotalS, silent.Get(UnitBehaviourKeys.LargestSigma))
            : null,
        FallBack = doctrine.Section(UnitBehaviourKeys.FallBack) is { } alone ? ReadFallBack(alone, mentions) : null,
        PointDefence = doctrine.Section(UnitBehaviourKeys.PointDefence) is { } guard ? ReadPointDefence(guard, mentions) : null,
        MoveAfterFiring = doctrine.Section(UnitBehaviourKeys.MoveAfterFiring) is { } scoot ? ReadMove(scoot) : null,
        Reload = doctrine.Section(UnitBehaviourKeys.Reload) is { } reload
            ? new WithdrawToReload((int)reload.Get(UnitBehaviourKeys.AtRounds), reload.Get(UnitBehaviourKeys.LoadDistance), reload.Get(UnitBehaviourKeys.Takes).TotalS, (int)reload.Get(UnitBehaviourKeys.Supply))
            : null,
        Zones = [.. doctrine.Sections(UnitBehaviourKeys.Zones).Select(ReadZone)],
        Reserve = doctrine.Section(UnitBehaviourKeys.Reserve) is { } reserve
            ? new RoundReserve((int)reserve.Get(UnitBehaviourKeys.KeptRounds), reserve.Get(UnitBehaviourKeys.ForValue))
            : null,
        Priorities = ReadPriorities(doctrine, mentions),
    };

    public static Displacement ReadDisplacement(MappingReader reader) => new(reader.Get(UnitBehaviourKeys.Distance), reader.Get(UnitBehaviourKeys.Bearing));

    private static FallBack ReadFallBack(MappingReader reader, List<UnitMention> mentions)
    {
        if (reader.TryGet(UnitBehaviourKeys.Of, out var of)) mentions.Add(new UnitMention(of, reader.PlaceOf(UnitBehaviourKeys.Of)) { IsHeard = true });
        return new FallBack(reader.Get(UnitBehaviourKeys.After).TotalS, of.Length > 0 ? of : null, reader.TryGet(UnitBehaviourKeys.AloneRules, out var rules) ? rules : null);
    }

    private static PointDefence ReadPointDefence(MappingReader reader, List<UnitMention> mentions)
    {
        if (reader.TryGet(UnitBehaviourKeys.Parent, out var parent)) mentions.Add(new UnitMention(parent, reader.PlaceOf(UnitBehaviourKeys.Parent)));
        return new PointDefence(parent, reader.Get(UnitBehaviourKeys.Engages), reader.Get(UnitBehaviourKeys.GuardWithin));
    }

    private static MoveAfterFiring ReadMove(MappingReader reader) => new(
        (int)reader.Get(UnitBehaviourKeys.FiredRounds),
        reader.TryGet(UnitBehaviourKeys.FiredAfter, out var after) ? after.TotalS : double.PositiveInfinity,
        ReadDisplacement(reader));

    private static FireZone ReadZone(MappingReader reader)
    {
        GeodeticPoint? centre = reader.TryGet(UnitBehaviourKeys.ZoneAt, out var at) ? at : null;
        if (centre is null && reader.Has(UnitBehaviourKeys.ZoneRadius) && !reader.Has(UnitBehaviourKeys.ZoneAt))
            reader.Problems.Error(reader.PlaceOf(UnitBehaviourKeys.ZoneRadius), "a zone with a radius and no middle", "at: " + UnitBehaviourKeys.ZoneAt.Expected);
        var (floorM, ceilingM) = (reader.Get(UnitBehaviourKeys.ZoneFloor), reader.Get(UnitBehaviourKeys.ZoneCeiling));
        if (ceilingM <= floorM) reader.Problems.Error(reader.PlaceOf(UnitBehaviourKeys.ZoneCeiling), "the zone's upper edge is not above its lower one", "a ceiling above the floor");
        var (from, until) = (reader.Get(UnitBehaviourKeys.ZoneFrom), reader.Get(UnitBehaviourKeys.ZoneUntil));
        if (until <= from) reader.Problems.Error(reader.PlaceOf(UnitBehaviourKeys.ZoneUntil), "the zone ends before it begins", "a time after 'from'");
        return new FireZone(reader.Get(UnitBehaviourKeys.ZoneRules), centre, reader.Get(UnitBehaviourKeys.ZoneRadius), floorM, ceilingM, SimTime.Start + from, SimTime.Start + until);
    }

    private static Dictionary<string, double> ReadPriorities(MappingReader doctrine, List<UnitMention> mentions)
    {
        var priorities = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in doctrine.Entries(UnitBehaviourKeys.Priorities))
        {
            if (!double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) || factor is not (> 0 and <= 1000))
                doctrine.Problems.Error(value.Place, $"{QuotedText.Of(value.Text)} is no priority", "a number above 0, at most 1000");
            else
                priorities[name.Text] = factor;
            mentions.Add(new UnitMention(name.Text, name.Place) { IsAsset = true });
        }

        return priorities;
    }
}
