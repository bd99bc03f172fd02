using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of contracts and deliveries.</summary>
internal static class ContractKeys
{
    public static readonly IdentifierKey DeliveryUnit = new("unit", "Id of the unit that receives it.") { IsRequired = true };
    public static readonly IntegerKey Rounds = new("rounds", 1, 1_000_000, "Number of rounds; without it the unit's equipment is delivered.");
    public static readonly TimestampKey Planned = new("planned", "When it was planned at the time of the contract.");
    public static readonly TimestampKey First = new("first", "First day.") { IsRequired = true };
    public static readonly TimestampKey Last = new("last", "Last day; the first when missing.");
    public static readonly IntegerKey Shipments = new("shipments", 1, 1_000_000, "Flights, ships or trains.");
    public static readonly SpreadKey Delay = new("delay", Dimension.Duration, "0 s", "50 year", "How late it may be.") { DefaultText = "0 s" };
    public static readonly SpreadKey SetUp = new("set-up", Dimension.Duration, "0 s", "10 year", "Time to set the equipment up after the last day.") { DefaultText = "0 s" };
    public static readonly TimestampKey Crew = new("crew-ready", "When the crew has been trained.");
    public static readonly SpreadKey CrewDelay = new("crew-delay", Dimension.Duration, "0 s", "10 year", "How much later the crew may be ready.") { DefaultText = "0 s" };

    public static readonly KeySet Delivery = new(
        "delivery", "A delivery: a unit's equipment, or rounds.", [ProgrammeKeys.Id, ProgrammeKeys.Name, DeliveryUnit, Rounds, Planned, First, Last, Shipments, Delay, SetUp, Crew, CrewDelay, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);

    public static readonly IdentifierKey Supplier = new("supplier", "Id of the supplier.") { IsRequired = true };
    public static readonly TimestampKey Signed = new("signed", "When it was signed.") { IsRequired = true };
    public static readonly SpreadKey Value = new("value", Dimension.Money, "0 USD", "10000 billion USD", "Its value.") { DefaultText = "0 USD" };
    public static readonly QuantityKey Advance = new("advance", Dimension.None, "0", "1", "Share paid at signature; the rest is a loan.") { DefaultText = "100 %" };
    public static readonly SpreadKey Loan = new("loan-time", Dimension.Duration, "1 year", "60 year", "Time over which the loan is paid back from the first delivery on, in yearly parts.") { DefaultText = "10 year" };
    public static readonly SpreadKey Interest = new("interest", Dimension.None, "0", "1", "Interest on the loan in a year.") { DefaultText = "0" };
    public static readonly QuantityKey Exercised = new("probability", Dimension.None, "0", "1", "Chance that it comes about, for options.") { DefaultText = "1" };
    public static readonly SectionListKey Deliveries = new("deliveries", Delivery, "What is delivered.");

    public static readonly KeySet Keys = new(
        "contract", "A contract.", [ProgrammeKeys.Id, ProgrammeKeys.Name, Supplier, Signed, Value, Advance, Loan, Interest, Exercised, Deliveries, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);
}
