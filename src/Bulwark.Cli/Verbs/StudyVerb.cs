using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Studies;
using Bulwark.Cli.Studies.Cluster;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;
using Spectre.Console;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark study</c>: many runs of a scenario, and what they say with which certainty.</summary>
internal sealed class StudyVerb : IVerb
{
    private const string DefaultQuestion = "SELECT * FROM answer";

    private readonly StudyArguments _arguments = new();
    private readonly Argument<string> _sql = new("SQL") { Description = "one SELECT over the tables meta, factor, measure, source, cell, result and the view answer" };
    private readonly Option<string> _to = new("--to") { Description = "file to write, .parquet or .csv", HelpName = "FILE", Required = true };
    private readonly Option<string> _exportSql = new("--sql") { Description = "what to export; every run with its factors and measures unless given", HelpName = "SQL", DefaultValueFactory = static _ => DefaultQuestion };
    private readonly Option<bool> _force = new("--force") { Description = "replace a file that is there" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        Option[] usual = [_arguments.Out, _arguments.Threads, _arguments.Catalogue];
        var study = new ExampleCommand("study", "Runs a scenario many times and says how sure the answer is.", ["study run studies/first-steps.yaml", "study show studies/first-steps.yaml", "study query results/first-steps \"SELECT count(*) FROM result\""])
        {
            ClusterCommands.Make(context, Run, [_arguments.Study], usual, "run", "Runs a study from its beginning.", "study run studies/first-steps.yaml", "study run studies/first-steps.yaml --threads 1 --out results/again"),
            ClusterCommands.Make(context, Resume, [_arguments.Study], usual, "resume", "Goes on with a study that was stopped, or hands in again the parts that a batch engine lost.", "study resume studies/first-steps.yaml"),
            ClusterCommands.Make(context, Show, [_arguments.Study], [_arguments.Out, _arguments.Catalogue], "show", "Says what a study found so far; a running one may go on.", "study show studies/first-steps.yaml --json"),
            ClusterCommands.Make(context, Report, [_arguments.Study], [_arguments.Out, _arguments.Catalogue], "report", "Writes the report of what a study found so far.", "study report studies/first-steps.yaml"),
            ClusterCommands.Make(context, Query, [_arguments.Results, _sql], [], "query", "Answers a question in SQL over a study's results.", "study query results/first-steps \"SELECT cell, avg(leaked) FROM result GROUP BY cell\""),
            ClusterCommands.Make(context, Export, [_arguments.Results], [_to, _exportSql, _force], "export", "Writes a study's results as Parquet or CSV.", "study export results/first-steps --to runs.parquet"),
        };
        foreach (var command in new ClusterCommands(_arguments).Build(context)) study.Add(command);
        return study;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var plan = _arguments.Plan(parsed, report);
        var folder = _arguments.Folder(parsed, plan);
        if (File.Exists(StudyArguments.FileIn(folder))) throw new UsageException($"{StudyArguments.FileIn(folder)} is there already; 'bulwark study resume' goes on with it, another --out begins anew");
        return StudyRun.Continue(plan, folder, parsed.GetValue(_arguments.Threads), report);
    }

    private int Resume(ParseResult parsed, Report report)
    {
        var plan = _arguments.Plan(parsed, report);
        var folder = _arguments.Folder(parsed, plan);
        if (File.Exists(StudyArguments.FileIn(folder))) return StudyRun.Continue(plan, folder, parsed.GetValue(_arguments.Threads), report);
        if (Submission.IsIn(folder)) return ClusterCommands.Resume(plan, folder, report);
        throw new UsageException($"there is nothing to go on with in {folder}; 'bulwark study run' begins");
    }

    private int Show(ParseResult parsed, Report report)
    {
        var plan = _arguments.Plan(parsed, report);
        var folder = _arguments.Folder(parsed, plan);
        using var store = Open(StudyArguments.FileIn(folder), plan.Hash);
        var answers = StudyAnswers.Of(plan, store);
        StudyText.Write(answers, store, report);
        report.Object(() => StudyJson.Of(answers, store, folder));
        return ExitCode.Done;
    }

    private int Report(ParseResult parsed, Report report)
    {
        var plan = _arguments.Plan(parsed, report);
        var folder = _arguments.Folder(parsed, plan);
        using var store = Open(StudyArguments.FileIn(folder), plan.Hash);
        StudyFolder.WriteReport(plan, store, folder);
        report.Line($"written: {Path.Combine(folder, "report.html")}");
        report.Object(() => new JsonObject { ["folder"] = folder });
        return ExitCode.Done;
    }

    private int Query(ParseResult parsed, Report report)
    {
        using var store = StudyStore.OpenForReading(_arguments.ResultsFile(parsed));
        using var table = store.Query(parsed.GetRequiredValue(_sql), report.Cancellation);
        var rows = new JsonArray();
        var drawn = new Table().Border(TableBorder.Simple);
        foreach (var column in table.Columns) drawn.AddColumn(Markup.Escape(column));
        while (table.Next() is { } row)
        {
            report.Cancellation.ThrowIfCancellationRequested();
            if (report.Json) rows.Add((JsonNode)new JsonArray([.. row.Select(Json)]));
            else drawn.AddRow([.. row.Select(static value => Markup.Escape(value is double number ? number.ToString("G6") : Convert.ToString(value) ?? ""))]);
        }

        report.Draw(drawn);
        report.Object(() => new JsonObject { ["columns"] = new JsonArray([.. table.Columns.Select(static column => (JsonNode)column)]), ["rows"] = rows });
        return ExitCode.Done;
    }

    private int Export(ParseResult parsed, Report report)
    {
        var file = parsed.GetRequiredValue(_to);
        Paths.RequireFree(file, parsed.GetValue(_force));
        using var store = StudyStore.OpenForReading(_arguments.ResultsFile(parsed));
        var rows = TableExport.Write(store, parsed.GetRequiredValue(_exportSql), file, report);
        report.Line($"written: {file} ({rows} rows)");
        report.Object(() => new JsonObject { ["file"] = file, ["rows"] = rows });
        return ExitCode.Done;
    }

    private static StudyStore Open(string file, string hash)
    {
        var store = StudyStore.OpenForReading(file);
        if (store.Meta("study_hash") == hash) return store;
        store.Dispose();
        throw new UsageException($"{file} holds the results of another study, or of this one before it, its scenario or the catalogue was changed");
    }

    private static JsonNode? Json(object? value) => value switch
    {
        long whole => JsonValue.Create(whole),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        string text => JsonValue.Create(text),
        _ => null,
    };
}
