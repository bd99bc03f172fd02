using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>Facts and assumptions, in two tables.</summary>
internal static class EvidenceTables
{
    public static void Write(HtmlPage page, Programme programme)
    {
        var uses = Entries(programme).Where(static entry => entry.Basis.Fact.Length > 0).ToLookup(static entry => entry.Basis.Fact, static entry => entry.Name, StringComparer.Ordinal);
        page.Element("h2", "Facts").Element("p", "Published; each with its source. The last column says what in the file rests on it.").Markup("<table>\n");
        page.Row("th", ["Date", "What is stated", "Number", "Source", "Used for"]);
        foreach (var fact in programme.Facts) page.Row("td", [fact.Date, fact.Text, fact.Value, fact.Source, string.Join(", ", uses[fact.Id].Distinct(StringComparer.Ordinal))]);
        page.Markup("</table>\n");
        page.Element("h2", "Assumptions").Element("p", "Not published; each with the reasoning. Figures with a range are drawn from it anew in every replication.").Markup("<table>\n");
        page.Row("th", ["What", "Assumed", "Why"]);
        foreach (var assumption in programme.Assumptions) page.Row("td", [assumption.Id, assumption.Text, assumption.Reasoning]);
        foreach (var (name, basis, figures) in Entries(programme))
        {
            if (basis.Reasoning.Length > 0) page.Row("td", [name, figures, basis.Reasoning]);
        }

        page.Markup("</table>\n");
    }

    private static IEnumerable<(string Name, Basis Basis, string Figures)> Entries(Programme programme)
    {
        foreach (var component in programme.Components) yield return (component.Name, component.Basis, Figures(component));
        foreach (var supplier in programme.Suppliers) yield return ($"{supplier.Name} ({supplier.Country})", supplier.Basis, supplier.CapacityPerS is { } capacity ? $"capacity {Range(capacity, 365.25 * 86400, "a year")}" : "never busy");
        foreach (var site in programme.Sites) yield return (site.Name, site.Basis, site.Benches is { } benches ? $"{benches} benches" : "");
        foreach (var unit in programme.Units) yield return (unit.Name, unit.Basis, $"{Range(unit.UseRatio, 8766, "h a year")}, {Range(unit.MovesPerS, 365.25 * 86400, "moves a year")}");
        foreach (var contract in programme.Contracts)
        {
            yield return (contract.Name, contract.Basis, contract.ExercisedProbability < 1 ? $"comes about with a chance of {contract.ExercisedProbability:0 %}" : "");
            foreach (var delivery in contract.Deliveries) yield return ($"delivery: {delivery.Name}", delivery.Basis, delivery.SetUpS.IsUncertain ? $"set up in {Range(delivery.SetUpS, 1 / 86400.0, "d")}" : "");
        }

        foreach (var happens in programme.Events) yield return (happens.Name, happens.Basis, $"from {happens.FromUtc:yyyy-MM-dd}{(happens.ToUtc is { } to ? $" to {to:yyyy-MM-dd}" : "")}");
    }

    private static string Figures(Component component)
    {
        if (component.Parts.Count > 0) return string.Join(", ", component.Parts.Select(static part => part.Needed == part.Quantity ? $"{part.Quantity} × {part.Component}" : $"{part.Needed} of {part.Quantity} × {part.Component}"));
        var figures = new List<string>();
        if (component.Kinds > 1) figures.Add($"{component.Kinds} part numbers");
        if (double.IsFinite(component.BetweenFailuresS.TypicalSi)) figures.Add($"{Range(component.BetweenFailuresS, 1 / 3600.0, "h between failures")}");
        if (double.IsFinite(component.BetweenMovesCount.TypicalSi)) figures.Add($"{Range(component.BetweenMovesCount, 1, "moves between failures")}");
        if (component.Repair != RepairPlace.Nowhere) figures.Add($"repair {Range(component.RepairS, 1 / 86400.0, "d")}");
        figures.Add($"price {Range(component.PriceUsd, 1e-3, "thousand USD")}");
        return string.Join("; ", figures);
    }

    private static string Range(Spread spread, double factor, string unit) =>
        spread.IsUncertain ? $"{spread.TypicalSi * factor:#,0.##} ({spread.LowSi * factor:#,0.##} to {spread.HighSi * factor:#,0.##}) {unit}" : $"{spread.TypicalSi * factor:#,0.##} {unit}";
}
