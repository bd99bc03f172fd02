using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of suppliers, sites and units.</summary>
internal static class SupportKeys
{
    public static readonly TextKey Country = new("country", "The country whose measures it is under.") { IsRequired = true };
    public static readonly SpreadKey Capacity = new("capacity", Dimension.None, "0.001", "1000000000", "Components that its line makes in a year; never busy when missing.");
    public static readonly SpreadKey Growth = new("growth", Dimension.None, "-0.5", "10", "Growth of the capacity in a year, as a share.") { DefaultText = "0" };
    public static readonly QuantityKey Learning = new("learning", Dimension.None, "0.501", "1", "Slope of the learning curve: time of unit 2n over that of unit n.") { DefaultText = "1" };
    public static readonly QuantityKey PriceLearning = new("price-learning", Dimension.None, "0.501", "1", "Slope of the price: price of a component's unit 2n from this supplier over that of its unit n; the price in the file, times the source's cost-factor, is that of the first.") { DefaultText = "1" };
    public static readonly SpreadKey RepairCapacity = new("repair-capacity", Dimension.None, "0.001", "1000000000", "Repairs that its shop does in a year, one after another, before repair-time; never busy when missing.");

    public static readonly KeySet Supplier = new("supplier", "A maker of components.", [ProgrammeKeys.Id, ProgrammeKeys.Name, Country, ProgrammeKeys.At, Capacity, Growth, Learning, PriceLearning, RepairCapacity, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);

    public static readonly ChoiceKey<SiteKind> Kind = new("kind", [("base", SiteKind.Base), ("depot", SiteKind.Depot)], "What it is.") { IsRequired = true };
    public static readonly IdentifierKey Depot = new("depot", "Id of the depot that resupplies a base; suppliers do directly when missing.");
    public static readonly SpreadKey Ship = new("ship-time", Dimension.Duration, "0 s", "10 year", "Time from the depot to the base.") { DefaultText = "0 s" };
    public static readonly SpreadKey Return = new("return-time", Dimension.Duration, "0 s", "10 year", "Time from the base to the depot's shop.") { DefaultText = "0 s" };
    public static readonly IntegerKey Benches = new("benches", 1, 100_000, "Repairs that its shop does at once; no limit when missing.");

    public static readonly KeySet Site = new(
        "site", "A base or a depot: both have spares and a shop.", [ProgrammeKeys.Id, ProgrammeKeys.Name, Kind, ProgrammeKeys.At, Depot, Ship, Return, Benches, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);

    public static readonly IdentifierKey UnitSite = new("site", "Id of the base where it stands.") { IsRequired = true };
    public static readonly FreeMappingKey Equipment = new("equipment", "Its equipment: component and quantity, such as 'launcher: 3 of 4' when three of four have to work for the unit to be ready.") { IsRequired = true };
    public static readonly SpreadKey Hours = new("hours-per-year", Dimension.None, "0", "8766", "Operating hours in a year.") { DefaultText = "8766" };
    public static readonly SpreadKey Moves = new("moves-per-year", Dimension.None, "0", "100000", "Moves in a year.") { DefaultText = "0" };
    public static readonly IdentifierKey Round = new("round", "Id of the round it fires.");
    public static readonly SpreadKey Fired = new("rounds-fired-per-year", Dimension.None, "0", "100000", "Rounds fired for training in a year.") { DefaultText = "0" };
    public static readonly SpreadKey Running = new("running-cost", Dimension.Money, "0 USD", "1000 billion USD", "Running costs in a year.") { DefaultText = "0 USD" };

    public static readonly KeySet Unit = new(
        "unit", "A unit that has to be ready.", [ProgrammeKeys.Id, ProgrammeKeys.Name, UnitSite, Equipment, Hours, Moves, Round, Fired, Running, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);
}
