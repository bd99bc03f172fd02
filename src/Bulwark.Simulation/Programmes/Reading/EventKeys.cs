using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>The keys of events, cases and the question of localisation.</summary>
internal static class EventKeys
{
    public static readonly ChoiceKey<SupplyEventKind> Kind = new(
        "kind",
        [
            ("embargo", SupplyEventKind.Embargo), ("licence-ban", SupplyEventKind.LicenceBan), ("sanction", SupplyEventKind.Sanction), ("supplier-loss", SupplyEventKind.SupplierLoss),
            ("licence-transfer", SupplyEventKind.Transfer), ("requalification", SupplyEventKind.Transfer),
        ],
        "What happens: an embargo stops orders and deliveries, a licence ban new orders, a sanction makes lead times longer, a loss ends a supplier, a licence transfer or requalification makes another supplier able.")
    { IsRequired = true };

    public static readonly TimestampKey From = new("from", "When it begins.") { IsRequired = true };
    public static readonly TimestampKey To = new("to", "When it ends; never when missing.");
    public static readonly TextKey Country = new("country", "The country whose suppliers it concerns.");
    public static readonly IdentifierKey Supplier = new("supplier", "The supplier it concerns, or that becomes able.");
    public static readonly TextListKey Components = new("components", "The components it concerns; all when missing.");
    public static readonly QuantityKey Factor = new("lead-factor", Dimension.None, "1", "100", "What lead times are multiplied with, for sanctions.") { DefaultText = "1" };
    public static readonly SpreadKey Qualification = new("qualification", Dimension.Duration, "0 s", "50 year", "How long qualifying takes, for licence transfers and requalifications.") { DefaultText = "0 s" };

    public static readonly KeySet Keys = new(
        "supply-event", "Something that happens to the supply.", [ProgrammeKeys.Id, ProgrammeKeys.Name, Kind, From, To, Country, Supplier, Components, Factor, Qualification, ProgrammeKeys.Fact, ProgrammeKeys.Assumed]);

    public static readonly TextKey CaseTitle = new("title", "What it is, for reports.") { IsRequired = true };
    public static readonly TextListKey Without = new("without", "Events that do not happen.");
    public static readonly ChoiceKey<bool> MadeAtHome = new("made-at-home", [("yes", true), ("no", false)], "Whether production at home is set up.") { DefaultText = "yes" };
    public static readonly TextListKey HomeComponents = new("components-at-home", "The components made at home; all with a source at home when missing.");
    public static readonly KeySet Case = new("case", "One way the years may go.", [ProgrammeKeys.Id, CaseTitle, Without, MadeAtHome, HomeComponents]);

    public static readonly IdentifierKey Embargo = new("event", "Id of the embargo.") { IsRequired = true };
    public static readonly QuantityKey Floor = new("floor", Dimension.None, "0.001", "1", "Readiness wanted at its end.") { IsRequired = true };
    public static readonly KeySet Question = new("localisation", "The question of localisation.", [Embargo, Floor]);
}
