using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>Facts and assumptions, in two tables.</summary>
internal static class EvidenceTables
{
    public static void Write(HtmlPage page, Programme programme)
    {
        var uses = Entries(programme).Where(static entry => entry.Basis.Fact.Length > 0).ToLookup(static entry => entry.Basis.Fact, static entry => entry.Name, StringComparer.Ordinal);
        page.Element("h2", "Facts").Element("p", "Published; each with its source. The last column says what in the file rests on it.").Markup("<table class=\"evidence\">\n<colgroup><col style=\"width:12%\"><col style=\"width:27%\"><col style=\"width:13%\"><col style=\"width:32%\"><col style=\"width:16%\"></colgroup>\n");
        page.Row("th", ["Date", "What is stated", "Number", "Source", "Used for"]);
        foreach (var fact in programme.Facts) page.Row("td", [fact.Date, fact.Text, fact.Value, fact.Source, string.Join(", ", uses[fact.Id].Distinct(StringComparer.Ordinal))]);
        page.Markup("</table>\n");
        page.Element("h2", "Assumptions").Element("p", "Not published; each with the reasoning. Figures with a range are drawn from it anew in every replication.").Markup("<table class=\"evidence\">\n<colgroup><col style=\"width:20%\"><col style=\"width:46%\"><col style=\"width:34%\"></colgroup>\n");
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
        foreach (var component in programme.Components) yield return (component.Name, component.Basis, SupportFigures.Of(component, programme));
        foreach (var supplier in programme.Suppliers) yield return ($"{supplier.Name} ({supplier.Country})", supplier.Basis, SupportFigures.Of(supplier));
        foreach (var site in programme.Sites) yield return (site.Name, site.Basis, SupportFigures.Of(site));
        foreach (var unit in programme.Units) yield return (unit.Name, unit.Basis, SupportFigures.Of(unit));
        foreach (var contract in programme.Contracts)
        {
            yield return (contract.Name, contract.Basis, SupportFigures.Of(contract));
            foreach (var delivery in contract.Deliveries) yield return ($"delivery: {delivery.Name}", delivery.Basis, SupportFigures.Of(delivery));
        }

        foreach (var happens in programme.Events) yield return (happens.Name, happens.Basis, SupportFigures.Of(happens));
    }
}
