using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Checks that units stand at bases, bases are resupplied by depots, and rounds and equipment are what they should be.</summary>
internal static class PlaceCheck
{
    public static void Check(
        IReadOnlyList<(Component Component, MappingReader Reader)> components, IReadOnlyList<(SupportSite Site, MappingReader Reader)> sites, IReadOnlyList<(ProgrammeUnit Unit, MappingReader Reader)> units, ProblemList problems)
    {
        foreach (var (site, reader) in sites)
        {
            if (site.Depot.Length > 0 && sites.FirstOrDefault(other => other.Site.Id == site.Depot).Site is { Kind: SiteKind.Base })
                problems.Error(reader.PlaceOf(SupportKeys.Depot), $"'{site.Depot}' is a base", "the id of a depot");
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, reader) in units)
        {
            if (sites.FirstOrDefault(other => other.Site.Id == unit.Site).Site is { Kind: SiteKind.Depot })
                problems.Error(reader.PlaceOf(SupportKeys.UnitSite), $"'{unit.Site}' is a depot", "the id of a base");
            if (unit.Round.Length > 0 && components.FirstOrDefault(other => other.Component.Id == unit.Round).Component is { } round && (round.Role != EquipmentRole.Round || round.Parts.Count > 0 || round.Kinds > 1))
                problems.Error(reader.PlaceOf(SupportKeys.Round), $"'{unit.Round}' is no round", "a component with role: round, no parts and one kind");
            foreach (var part in unit.Equipment)
            {
                if (components.FirstOrDefault(other => other.Component.Id == part.Component).Component is { Role: EquipmentRole.Round })
                    problems.Error(reader.PlaceOf(SupportKeys.Equipment), $"'{part.Component}' is a round, which is not equipment", "round: its id, and deliveries of rounds");
            }

            used.UnionWith(unit.Equipment.Select(static part => part.Component));
            used.Add(unit.Round);
        }

        var fitted = used.Concat(components.SelectMany(static pair => pair.Component.Parts.Select(static part => part.Component))).ToHashSet(StringComparer.Ordinal);
        used = [.. fitted, .. components.SelectMany(static pair => pair.Component.Inputs.Select(static part => part.Component))];
        foreach (var (component, reader) in components)
        {
            if (component.Parts.Count == 0 && component.Role != EquipmentRole.Round && fitted.Contains(component.Id) && !reader.Has(ComponentKeys.BetweenFailures) && !reader.Has(ComponentKeys.BetweenMoves))
                problems.Warning(reader.Place, $"'{component.Id}' never fails", "mtbf or moves-between-failures");
            if (component.Id.Length > 0 && units.Count > 0 && !used.Contains(component.Id)) problems.Warning(reader.Place, $"nothing uses '{component.Id}'", "equipment of a unit, or a part of a component");
        }
    }
}
