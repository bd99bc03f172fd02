using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Documents;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark catalogue</c>: the systems a scenario may use, with the source of every figure.</summary>
internal sealed class CatalogueVerb : IVerb
{
    private readonly Argument<string> _id = new("ID") { Description = "identifier of an entry, as 'catalogue list' prints it" };
    private readonly CatalogueOption _catalogue = new();

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var list = context.Command("list", "Lists the entries.", "catalogue list");
        list.Add(_catalogue.Option);
        context.OnRun(list, List);

        var show = context.Command("show", "Shows an entry with its parts, and where every figure comes from.", "catalogue show s-300-pmu-1");
        show.Add(_id);
        show.Add(_catalogue.Option);
        context.OnRun(show, Show);

        return new ExampleCommand("catalogue", "Lists and shows the systems a scenario may use.", ["catalogue show s-300-pmu-1", "catalogue list"]) { list, show };
    }

    private int List(ParseResult parsed, Report report)
    {
        var store = _catalogue.Load(parsed);
        report.Line(CatalogueText.List(store).TrimEnd());
        report.Object(() => new JsonObject { ["entries"] = new JsonArray([.. store.Entries.Select(EntryJson.Head)]) });
        return ExitCode.Done;
    }

    private int Show(ParseResult parsed, Report report)
    {
        var store = _catalogue.Load(parsed);
        var id = parsed.GetRequiredValue(_id);
        var entry = EntryFinder.Find(store, id);
        report.Line(CatalogueText.Show(store, entry).TrimEnd());
        report.Object(() => EntryJson.Whole(entry));
        return ExitCode.Done;
    }
}
