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
    private readonly Argument<string[]> _ids = new("ID") { Description = "identifiers of two or more entries of one kind", Arity = ArgumentArity.OneOrMore };
    private readonly Argument<string[]> _rounds = new("MISSILE") { Description = "missiles of the catalogue; all of them when none is named", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _picture = new("--picture") { Description = "draw the envelope of the one missile that is named", HelpName = "FILE.svg|FILE.png" };
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

        var compare = context.Command(
            "compare",
            "Puts entries of one kind side by side, with their spreads; rows that differ are marked.",
            "catalogue compare s-300-pmu-1 patriot-pac-2",
            "catalogue compare 91n6e 64n6e an-mpq-53");
        compare.Add(_ids);
        compare.Add(_catalogue.Option);
        context.OnRun(compare, Compare);

        var check = context.Command("check", "Checks every entry: sources, spreads, units, parts and envelopes; errors end with exit code 2.", "catalogue check", "catalogue check --catalogue catalogue");
        check.Add(_catalogue.Option);
        context.OnRun(check, Check);

        var envelope = context.Command(
            "envelope",
            "Flies rounds: what is published of their speed, range and height beside what their models reach; a picture of one.",
            "catalogue envelope",
            "catalogue envelope 48n6e3 --picture 48n6e3.svg");
        envelope.Add(_rounds);
        envelope.Add(_picture);
        envelope.Add(_catalogue.Option);
        context.OnRun(envelope, Envelope);

        var fit = context.Command(
            "fit",
            "Fits propellant, thrust and, if need be, drag of missiles to their published speed and range, and prints the residuals.",
            "catalogue fit 48n6e3",
            "catalogue fit");
        fit.Add(_rounds);
        fit.Add(_catalogue.Option);
        context.OnRun(fit, Fit);

        return new ExampleCommand("catalogue", "Lists, shows, compares and checks the systems a scenario may use.", ["catalogue show s-400", "catalogue list"]) { list, show, compare, check, envelope, fit };
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
        if (entry.Kind == EntryKind.Missile) EnvelopeText.Write([RoundCalibration.Of(entry)], report);
        report.Object(() => EntryJson.Whole(entry));
        return ExitCode.Done;
    }

    private int Envelope(ParseResult parsed, Report report)
    {
        var store = _catalogue.Load(parsed);
        var entries = Missiles(parsed, store);
        var picture = parsed.GetValue(_picture);
        if (picture is not null && entries.Count != 1) throw new UsageException("--picture draws one missile: name it, for example: bulwark catalogue envelope 48n6e3 --picture 48n6e3.svg");
        List<RoundCalibration> rounds = [.. entries.Select(RoundCalibration.Of)];
        EnvelopeText.Write(rounds, report);
        if (picture is not null)
        {
            EnvelopeText.Draw(rounds[0], picture);
            report.Note($"picture: {picture}");
        }

        report.Object(() => EnvelopeText.Json(rounds));
        return ExitCode.Done;
    }

    private int Fit(ParseResult parsed, Report report)
    {
        List<RoundCalibration> rounds = [.. Missiles(parsed, _catalogue.Load(parsed)).Select(RoundCalibration.Of)];
        if (rounds.Find(static round => round.Speed is null) is { } without) throw new UsageException($"'{without.Entry.Id}' has no figure 'maximum-speed' to fit to; give the entry one, with its source");
        List<RoundCalibration?> fitted = [.. rounds.Select(static round => round.Refitted())];
        FitText.Write(rounds, fitted, report);
        report.Object(() => FitText.Json(rounds, fitted));
        return ExitCode.Done;
    }

    private List<CatalogueEntry> Missiles(ParseResult parsed, CatalogueStore store)
    {
        var ids = parsed.GetValue(_rounds) ?? [];
        var entries = ids.Length == 0 ? [.. store.OfKind(EntryKind.Missile)] : ids.Select(id => EntryFinder.Find(store, id)).ToList();
        return entries.Find(static entry => entry.Kind != EntryKind.Missile) is { } other
            ? throw new UsageException($"'{other.Id}' is a {Word(other)}, not a missile; 'bulwark catalogue list' shows the missiles")
            : entries;
    }

    private int Compare(ParseResult parsed, Report report)
    {
        var ids = parsed.GetRequiredValue(_ids);
        if (ids.Length < 2) throw new UsageException($"there is nothing to compare '{ids[0]}' with; expected two or more entries, for example: bulwark catalogue compare s-300-pmu-1 patriot-pac-2");
        var store = _catalogue.Load(parsed);
        var entries = ids.Select(id => EntryFinder.Find(store, id)).ToList();
        if (entries.Find(entry => entry.Kind != entries[0].Kind) is { } other)
            throw new UsageException($"'{entries[0].Id}' is a {Word(entries[0])} and '{other.Id}' a {Word(other)}; expected entries of one kind");
        var comparison = CatalogueComparison.Of(store, entries);
        ComparisonText.Write(comparison, report);
        report.Object(() => ComparisonText.Json(comparison));
        return ExitCode.Done;
    }

    private int Check(ParseResult parsed, Report report)
    {
        if (_catalogue.Folder(parsed) is not { } folder)
        {
            var entries = CatalogueStore.LoadEmbedded().Entries.Count;
            CheckReport.Write([], $"{entries} built-in entries", entries, report);
            return ExitCode.Done;
        }

        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Count();
        return CheckReport.Write(CatalogueStore.Check(folder), CheckReport.Count(files, "file"), files, report) > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static string Word(CatalogueEntry entry) => entry.Kind.ToString().ToLowerInvariant();
}
