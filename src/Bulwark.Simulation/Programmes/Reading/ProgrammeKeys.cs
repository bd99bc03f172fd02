using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of a programme file, but for those of its parts.</summary>
internal static class ProgrammeKeys
{
    /// <summary>The value of the key that names the format.</summary>
    public const string FormatName = "programme/1";

    public static readonly ChoiceKey<string> Format = new("bulwark", [(FormatName, FormatName)], "The format of this file.") { IsRequired = true };
    public static readonly IdentifierKey FileId = new("id", "Short identifier for file names; the name of the file when missing.");
    public static readonly TextKey Title = new("title", "Title for reports.") { IsRequired = true };
    public static readonly TextKey Description = new("description", "What the programme is about, in plain words.");
    public static readonly IntegerKey Seed = new("seed", 0, long.MaxValue, "Seed of the random numbers when the caller gives none.") { DefaultText = "1" };
    public static readonly IntegerKey Replications = new("replications", 2, 100_000, "Replications when the caller gives no number.") { DefaultText = "1000" };
    public static readonly TimestampKey Start = new("start", "The first day.") { IsRequired = true };
    public static readonly QuantityKey Duration = new("duration", Dimension.Duration, "1 month", "60 year", "How long the years last.") { IsRequired = true };
    public static readonly TextKey Home = new("home", "The country at home: who is there makes things at home.");
    public static readonly ChoiceKey<bool> FailsWhileDown = new("failures-while-down", [("no", false), ("yes", true)], "Whether parts go on failing while their unit stands still for want of another.") { DefaultText = "no" };
    public static readonly ChoiceKey<TimeLaw> RepairTimes = new("repair-times", [("exponential", TimeLaw.Exponential), ("fixed", TimeLaw.Fixed)], "How times of repair scatter about their mean.") { DefaultText = "exponential" };
    public static readonly ChoiceKey<TimeLaw> SupplyTimes = new("supply-times", [("fixed", TimeLaw.Fixed), ("exponential", TimeLaw.Exponential)], "How lead times scatter about their mean.") { DefaultText = "fixed" };

    // Shared by many lists.
    public static readonly IdentifierKey Id = new("id", "Identifier, unique in its list.") { IsRequired = true };
    public static readonly TextKey Name = new("name", "Name for reports; the identifier when missing.");
    public static readonly IdentifierKey Fact = new("fact", "Id of the published fact it rests on.");
    public static readonly TextKey Assumed = new("assumed", "Why its figures were assumed as they are.");
    public static readonly PositionKey At = new("at", "Where it is, for the map.");

    public static readonly TextKey FactDate = new("date", "When, as published.") { IsRequired = true };
    public static readonly TextKey FactText = new("text", "What is stated.") { IsRequired = true };
    public static readonly TextKey FactValue = new("value", "The number with its unit.");
    public static readonly TextKey FactSource = new("source", "Where it is stated.") { IsRequired = true };
    public static readonly SectionListKey Facts = new("facts", new KeySet("fact", "A published fact.", [Id, FactDate, FactText, FactValue, FactSource]), "Published facts; entries name those they rest on.");

    public static readonly TextKey AssumptionText = new("text", "What is assumed.") { IsRequired = true };
    public static readonly TextKey AssumptionWhy = new("why", "Why.") { IsRequired = true };
    public static readonly SectionListKey Assumptions = new("assumptions", new KeySet("assumption", "Something assumed that is no figure of one entry.", [Id, AssumptionText, AssumptionWhy]), "Assumptions beyond those of single entries.");

    public static readonly SectionListKey Components = new("components", ComponentKeys.Keys, "The product structure.");
    public static readonly SectionListKey Suppliers = new("suppliers", SupportKeys.Supplier, "Who makes components.");
    public static readonly SectionListKey Sites = new("sites", SupportKeys.Site, "Bases and depots.");
    public static readonly SectionListKey Units = new("units", SupportKeys.Unit, "What has to be ready.");
    public static readonly SectionListKey Contracts = new("contracts", ContractKeys.Keys, "Contracts with their deliveries. A unit that none delivers is there from the start.");
    public static readonly SectionListKey Events = new("events", EventKeys.Keys, "What happens to the supply.");
    public static readonly SectionListKey Cases = new("cases", EventKeys.Case, "The ways the years may go, compared on the same luck; one in which everything happens when missing.");
    public static readonly SectionKey Localisation = new("localisation", EventKeys.Question, "Which components to make at home so that readiness stays above a floor through an embargo.");
    public static readonly SectionKey Backtest = new("backtest", BacktestKeys.Keys, "A published record, the model fitted to its first part, and the rest to hold it against.");

    public static readonly KeySet Keys = new(
        "programme",
        "Years of deliveries, use and support.",
        [
            Format, FileId, Title, Description, Seed, Replications, Start, Duration, Home, FailsWhileDown, RepairTimes, SupplyTimes, Facts, Assumptions, Components, Suppliers, Sites, Units,
            Contracts, Events, Cases, Localisation, Backtest,
        ]);
}
