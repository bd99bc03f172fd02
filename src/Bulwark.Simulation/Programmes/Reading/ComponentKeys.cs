using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of a component.</summary>
internal static class ComponentKeys
{
    public static readonly ChoiceKey<EquipmentRole> Role = new(
        "role",
        [("other", EquipmentRole.Other), ("acquisition-radar", EquipmentRole.AcquisitionRadar), ("engagement-radar", EquipmentRole.EngagementRadar), ("launcher", EquipmentRole.Launcher), ("round", EquipmentRole.Round)],
        "What it is to an engagement.")
    { DefaultText = "other" };

    public static readonly FreeMappingKey Parts = new("parts", "What it consists of: component and quantity, such as 'antenna: 1' or 'channel: 7 of 8' when not all have to work.");
    public static readonly FreeMappingKey Inputs = new("inputs", "What its supplier has to have before making one: component and quantity.");
    public static readonly IntegerKey Kinds = new("kinds", 1, 1000, "How many different part numbers the entry stands for, all alike.") { DefaultText = "1" };
    public static readonly SpreadKey BetweenFailures = new("mtbf", Dimension.Duration, "1 h", "10000 year", "Mean operating time between failures of one; never when missing.");
    public static readonly SpreadKey BetweenMoves = new("moves-between-failures", Dimension.None, "1", "1000000000", "Mean number of moves between failures of one; never when missing.");
    public static readonly QuantityKey Batch = new("batch", Dimension.None, "1", "1000", "Mean number that fail together; the number is geometric.") { DefaultText = "1" };
    public static readonly ChoiceKey<RepairPlace> Repair = new(
        "repair", [("nowhere", RepairPlace.Nowhere), ("base", RepairPlace.Base), ("depot", RepairPlace.Depot), ("maker", RepairPlace.Maker)], "Where it is repaired; nowhere means that another is bought.")
    { DefaultText = "nowhere" };

    public static readonly SpreadKey RepairTime = new("repair-time", Dimension.Duration, "0 s", "50 year", "Time of a repair; at the maker with both ways.") { DefaultText = "30 d" };
    public static readonly SpreadKey BaseRepair = new("base-repair", Dimension.None, "0", "1", "Share of the failures that the base's shop mends itself; 'repair' says what becomes of the others.") { DefaultText = "0" };
    public static readonly SpreadKey BaseRepairTime = new("base-repair-time", Dimension.Duration, "0 s", "50 year", "Time of a repair that the base's shop does itself.") { DefaultText = "2 d" };
    public static readonly SpreadKey Condemned = new("condemned", Dimension.None, "0", "1", "Share of failed ones that cannot be repaired, of those that the base does not mend itself.") { DefaultText = "0" };
    public static readonly QuantityKey RepairCost = new("repair-cost", Dimension.None, "0", "10", "Cost of a repair over the price of a new one.") { DefaultText = "0.25" };
    public static readonly SpreadKey Replace = new("replace-time", Dimension.Duration, "0 s", "10 year", "Time to find the fault and fit a spare.") { DefaultText = "4 h" };
    public static readonly SpreadKey Price = new("price", Dimension.Money, "0 USD", "1000 billion USD", "Price of one.") { DefaultText = "0 USD" };
    public static readonly ChoiceKey<bool> ForeignOnly = new("made-abroad-only", [("no", false), ("yes", true)], "Whether making it at home is ruled out.") { DefaultText = "no" };
    public static readonly IntegerKey BaseStock = new("base-stock", 0, 100_000, "Spares at each base at the start.") { DefaultText = "0" };
    public static readonly IntegerKey DepotStock = new("depot-stock", 0, 100_000, "Spares at each depot at the start.") { DefaultText = "0" };
    public static readonly IntegerKey OrderQuantity = new("order-quantity", 1, 100_000, "How many are ordered at a time.") { DefaultText = "1" };

    public static readonly IdentifierKey Supplier = new("supplier", "Id of the supplier.") { IsRequired = true };
    public static readonly SpreadKey Lead = new("lead-time", Dimension.Duration, "0 s", "50 year", "Time from order to delivery, beyond the time on the supplier's line.") { IsRequired = true };
    public static readonly TimestampKey From = new("from", "When it begins to qualify; it supplies from the start when missing.");
    public static readonly SpreadKey Qualification = new("qualification", Dimension.Duration, "0 s", "50 year", "How long qualifying takes.") { DefaultText = "0 s" };
    public static readonly SpreadKey CostFactor = new("cost-factor", Dimension.None, "0", "1000", "Its price over the component's.") { DefaultText = "1" };
    public static readonly SpreadKey SetUp = new("set-up-cost", Dimension.Money, "0 USD", "1000 billion USD", "Money to set up the line.") { DefaultText = "0 USD" };

    public static readonly KeySet Source = new("source", "Somebody who makes the component. One in the home country is production at home, which cases may leave out.", [Supplier, Lead, From, Qualification, CostFactor, SetUp]);
    public static readonly SectionListKey Sources = new("sources", Source, "Who makes it, the preferred first; production at home, once qualified, goes before all others.");

    public static readonly KeySet Keys = new(
        "component",
        "A component. One with parts is an assembly and works when they do; one without fails by itself and is replaced at the unit.",
        [
            ProgrammeKeys.Id, ProgrammeKeys.Name, Role, Parts, Inputs, Kinds, BetweenFailures, BetweenMoves, Batch, Repair, RepairTime, BaseRepair, BaseRepairTime, Condemned, RepairCost, Replace, Price, Sources, ForeignOnly,
            BaseStock, DepotStock, OrderQuantity, ProgrammeKeys.Fact, ProgrammeKeys.Assumed,
        ]);
}
