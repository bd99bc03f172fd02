using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Reads the release of a group that homes on radars.</summary>
internal static class HomingReader
{
    /// <summary>The keys only such groups have.</summary>
    public static readonly KeyDefinition[] Keys = [GroupKeys.ReleasedBy, GroupKeys.HomesOn, GroupKeys.HomingRadar, GroupKeys.LaunchRange];

    /// <summary>Reads it; null after reporting why it cannot be made.</summary>
    public static HomingLaunch? Read(MappingReader reader, TargetClass target)
    {
        foreach (var key in (IdentifierKey[])[GroupKeys.ReleasedBy, GroupKeys.HomesOn])
        {
            if (!reader.Has(key)) reader.Problems.Error(reader.Place, $"the key '{key.Name}' is missing: '{target.Id}' needs a carrier and a radar to home on", $"{key.Name}: {key.Description}");
        }

        if (!reader.TryGet(GroupKeys.LaunchRange, out var rangeM)) rangeM = target.Homing!.MaximumRangeM;
        if (rangeM > target.Homing!.MaximumRangeM)
            reader.Problems.Error(reader.PlaceOf(GroupKeys.LaunchRange), $"'{target.Id}' does not reach that far", $"at most {QuantityFormat.Short(target.Homing.MaximumRangeM, Dimension.Length, 3)}");
        var hasBoth = reader.TryGet(GroupKeys.ReleasedBy, out var carriers) & reader.TryGet(GroupKeys.HomesOn, out var unit);
        return hasBoth ? new HomingLaunch(carriers, unit, reader.Get(GroupKeys.HomingRadar), rangeM) : null;
    }

    /// <summary>Whether the carriers and radars of all groups exist; told when everything has been read.</summary>
    public static void Check(IEnumerable<MappingReader> sections, IReadOnlyList<FlightGroup> groups, IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites)
    {
        foreach (var reader in sections)
        {
            var carriers = groups.Where(static group => group.Homing is null && group.Ballistic is null).Select(static group => group.Id).ToList();
            if (reader.TryGet(GroupKeys.ReleasedBy, out var carrier) && !carriers.Contains(carrier, StringComparer.Ordinal))
                reader.Problems.Error(reader.PlaceOf(GroupKeys.ReleasedBy), $"there is no group '{carrier}' that flies a route", Expected(carriers), NearestMatch.Hint(carrier, carriers));
            List<string> units = [.. batteries.Select(static battery => battery.Id), .. sites.Select(static site => site.Id)];
            if (!reader.TryGet(GroupKeys.HomesOn, out var unit)) continue;
            if (!units.Contains(unit, StringComparer.Ordinal))
                reader.Problems.Error(reader.PlaceOf(GroupKeys.HomesOn), $"there is no battery or surveillance site '{unit}'", Expected(units), NearestMatch.Hint(unit, units));
            else if (reader.Get(GroupKeys.HomingRadar) && batteries.All(battery => battery.Id != unit))
                reader.Problems.Error(reader.PlaceOf(GroupKeys.HomingRadar), $"'{unit}' has no engagement radar", "radar: search");
        }
    }

    private static string Expected(List<string> ids) => ids.Count == 0 ? "the scenario has none" : "one of " + string.Join(", ", ids);
}
