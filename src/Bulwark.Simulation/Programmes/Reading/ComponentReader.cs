using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads components.</summary>
internal static class ComponentReader
{
    /// <summary>Reads a component with its sources.</summary>
    /// <param name="reader">Its mapping.</param>
    /// <param name="countries">The country of each supplier.</param>
    /// <param name="home">The country at home.</param>
    /// <param name="context">What the readers share.</param>
    public static Component Read(MappingReader reader, IReadOnlyDictionary<string, string> countries, string home, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "component");
        var parts = context.Parts(reader, ComponentKeys.Parts);
        var component = new Component
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Role = reader.Get(ComponentKeys.Role),
            Parts = parts,
            Inputs = context.Parts(reader, ComponentKeys.Inputs),
            Kinds = (int)reader.Get(ComponentKeys.Kinds),
            BetweenFailuresS = reader.TryGet(ComponentKeys.BetweenFailures, out var between) ? between : Spread.Of(double.PositiveInfinity),
            BetweenMovesCount = reader.TryGet(ComponentKeys.BetweenMoves, out var moves) ? moves : Spread.Of(double.PositiveInfinity),
            BatchCount = reader.Get(ComponentKeys.Batch),
            Repair = reader.Get(ComponentKeys.Repair),
            RepairS = reader.Get(ComponentKeys.RepairTime),
            BaseRepairShare = reader.Get(ComponentKeys.BaseRepair),
            BaseRepairS = reader.Get(ComponentKeys.BaseRepairTime),
            CondemnedShare = reader.Get(ComponentKeys.Condemned),
            RepairCostRatio = reader.Get(ComponentKeys.RepairCost),
            ReplaceS = reader.Get(ComponentKeys.Replace),
            PriceUsd = reader.Get(ComponentKeys.Price),
            Sources = [.. reader.Sections(ComponentKeys.Sources).Select(item => Source(item, countries, home, context))],
            IsForeignOnly = reader.Get(ComponentKeys.ForeignOnly),
            BaseStock = (int)reader.Get(ComponentKeys.BaseStock),
            DepotStock = (int)reader.Get(ComponentKeys.DepotStock),
            OrderQuantity = (int)reader.Get(ComponentKeys.OrderQuantity),
            Basis = context.Basis(reader),
        };
        Check(reader, component, context.Problems);
        return component;
    }

    private static ComponentSource Source(MappingReader reader, IReadOnlyDictionary<string, string> countries, string home, ProgrammeContext context)
    {
        var supplier = reader.TryGet(ComponentKeys.Supplier, out var id) ? context.Use("supplier", id, reader.PlaceOf(ComponentKeys.Supplier)) : "";
        return new ComponentSource
        {
            Supplier = supplier,
            LeadS = reader.Get(ComponentKeys.Lead),
            FromUtc = reader.TryGet(ComponentKeys.From, out var from) ? from : null,
            QualificationS = reader.Get(ComponentKeys.Qualification),
            CostFactor = reader.Get(ComponentKeys.CostFactor),
            SetUpUsd = reader.Get(ComponentKeys.SetUp),
            IsHome = home.Length > 0 && countries.TryGetValue(supplier, out var country) && country == home,
        };
    }

    private static void Check(MappingReader reader, Component component, ProblemList problems)
    {
        if (component.Parts.Count > 0)
        {
            foreach (var key in (KeyDefinition[])[ComponentKeys.BetweenFailures, ComponentKeys.BetweenMoves, ComponentKeys.Sources, ComponentKeys.Repair, ComponentKeys.BaseRepair, ComponentKeys.BaseStock, ComponentKeys.DepotStock, ComponentKeys.Inputs])
            {
                if (reader.Has(key)) problems.Error(reader.PlaceOf(key), $"'{component.Id}' has parts, so '{key.Name}' belongs to them", "only parts fail, are repaired and supplied; an assembly works when they do");
            }

            return;
        }

        if (component.Sources.Count == 0)
            problems.Error(reader.Place, $"nobody supplies '{component.Id}'", "sources: a list with at least one supplier, or parts when it is an assembly");
        if (component.IsForeignOnly && component.Sources.Any(static source => source.IsHome))
            problems.Error(reader.PlaceOf(ComponentKeys.ForeignOnly), $"making '{component.Id}' at home is ruled out, and one of its sources is at home", "made-abroad-only: no, or no source at home");
        if (component.Repair == RepairPlace.Base && reader.Has(ComponentKeys.BaseRepair))
            problems.Error(reader.PlaceOf(ComponentKeys.BaseRepair), $"the base repairs every '{component.Id}', so a share of them means nothing", "repair: depot, maker or nowhere, or no base-repair");
        if (component.Repair == RepairPlace.Nowhere && reader.Has(ComponentKeys.RepairTime))
            problems.Warning(reader.PlaceOf(ComponentKeys.RepairTime), $"'{component.Id}' is repaired nowhere, so its repair-time means nothing", "repair: base, depot or maker");
    }
}
