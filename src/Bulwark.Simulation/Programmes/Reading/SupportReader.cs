using Bulwark.Core.Earth;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads suppliers, sites and units.</summary>
internal static class SupportReader
{
    private const double YearS = 365.25 * 86400;

    public static Supplier Supplier(MappingReader reader, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "supplier");
        return new Supplier
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Country = reader.Get(SupportKeys.Country),
            Position = Position(reader),
            CapacityPerS = reader.TryGet(SupportKeys.Capacity, out var capacity) ? PerYear(capacity) : null,
            GrowthShare = reader.Get(SupportKeys.Growth),
            LearningRatio = reader.Get(SupportKeys.Learning),
            PriceLearningRatio = reader.Get(SupportKeys.PriceLearning),
            RepairCapacityPerS = reader.TryGet(SupportKeys.RepairCapacity, out var repairs) ? PerYear(repairs) : null,
            Basis = context.Basis(reader),
        };
    }

    public static SupportSite Site(MappingReader reader, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "site");
        var site = new SupportSite
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Kind = reader.Get(SupportKeys.Kind),
            Position = Position(reader),
            Depot = reader.TryGet(SupportKeys.Depot, out var depot) ? context.Use("site", depot, reader.PlaceOf(SupportKeys.Depot)) : "",
            ShipS = reader.Get(SupportKeys.Ship),
            ReturnS = reader.Get(SupportKeys.Return),
            Benches = reader.TryGet(SupportKeys.Benches, out var benches) ? (int)benches : null,
            Basis = context.Basis(reader),
        };
        if (site.Kind == SiteKind.Depot && reader.Has(SupportKeys.Depot))
            context.Problems.Error(reader.PlaceOf(SupportKeys.Depot), $"'{id}' is a depot and is resupplied by suppliers", "depot only at a base");
        return site;
    }

    public static ProgrammeUnit Unit(MappingReader reader, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "unit");
        var before = context.Problems.ErrorCount;
        var equipment = context.Parts(reader, SupportKeys.Equipment);
        if (equipment.Count == 0 && context.Problems.ErrorCount == before && reader.Has(SupportKeys.Equipment)) context.Problems.Error(reader.PlaceOf(SupportKeys.Equipment), $"the unit '{id}' has no equipment", "at least one component");
        var hasFired = reader.Has(SupportKeys.Fired);
        if (hasFired && !reader.Has(SupportKeys.Round)) context.Problems.Error(reader.PlaceOf(SupportKeys.Fired), "rounds are fired, and nothing says which", "round: the id of a component");
        return new ProgrammeUnit
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Site = reader.TryGet(SupportKeys.UnitSite, out var site) ? context.Use("site", site, reader.PlaceOf(SupportKeys.UnitSite)) : "",
            Equipment = equipment,
            UseRatio = Scaled(reader.Get(SupportKeys.Hours), 1 / 8766.0),
            MovesPerS = PerYear(reader.Get(SupportKeys.Moves)),
            Round = reader.TryGet(SupportKeys.Round, out var round) ? context.Use("component", round, reader.PlaceOf(SupportKeys.Round)) : "",
            RoundsPerS = PerYear(reader.Get(SupportKeys.Fired)),
            RunningUsdPerS = PerYear(reader.Get(SupportKeys.Running)),
            Basis = context.Basis(reader),
        };
    }

    private static GeodeticPoint? Position(MappingReader reader) => reader.TryGet(ProgrammeKeys.At, out var at) ? at : null;

    private static Spread PerYear(Spread perYear) => Scaled(perYear, 1 / YearS);

    private static Spread Scaled(Spread spread, double factor) => new(spread.LowSi * factor, spread.TypicalSi * factor, spread.HighSi * factor);
}
