using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Runs;
using Bulwark.Formats.Acmi;
using Bulwark.Simulation;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark run</c>: one scenario, one seed, the answer and its reasons.</summary>
internal sealed class RunVerb : IVerb
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "scenario file; 'bulwark new' writes one to start from" };
    private readonly Option<ulong?> _seed = new("--seed") { Description = "seed of everything random; the scenario's own unless given", HelpName = "N" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads to prepare with; the results are the same for any number", HelpName = "N", DefaultValueFactory = static _ => Environment.ProcessorCount };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "results folder; results/ID-SEED unless given", HelpName = "FOLDER" };
    private readonly Option<string?> _explain = new("--explain") { Description = "also print the ledger of a target, or of a battery, radar or command post: what happened, when and why", HelpName = "TARGET" };
    private readonly Option<bool> _belief = new("--belief") { Description = "with --explain: only what command believed and did about the target" };
    private readonly Option<bool> _truth = new("--truth") { Description = "with --explain: only what happened to the target" };
    private readonly CatalogueOption _catalogue = new();

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "run",
            "Runs a scenario once and says what was tracked, engaged, killed and leaked, and why.",
            "run scenarios/crete-s300.yaml",
            "run scenarios/crete-s300.yaml --seed 7 --explain sweep-01",
            "run scenarios/crete-s300.yaml --json --quiet");
        command.Add(_scenario);
        foreach (var option in (Option[])[_seed, _threads, _out, _explain, _belief, _truth, _catalogue.Option]) command.Add(option);
        _seed.CustomParser = static result =>
        {
            if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
            result.AddError($"--seed: '{result.Tokens[0].Value}' cannot be used; expected a whole number from 0 to {ulong.MaxValue}");
            return null;
        };
        _threads.CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0) return threads;
            result.AddError($"--threads: '{result.Tokens[0].Value}' cannot be used; expected a whole number of 1 or more");
            return 1;
        };
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var path = parsed.GetRequiredValue(_scenario);
        Paths.RequireReadable(path, "a scenario file");
        var reading = ScenarioReader.Check(path, _catalogue.Load(parsed));
        if (reading.Scenario is not { } scenario) throw new DocumentException(reading.Problems);
        foreach (var warning in reading.Problems) report.Note(warning.ToString());

        var explained = parsed.GetValue(_explain);
        var (belief, truth) = (parsed.GetValue(_belief), parsed.GetValue(_truth));
        if ((belief || truth) && explained is null) throw new UsageException("--belief and --truth are about the ledger of a target; expected --explain TARGET with them");
        var view = belief == truth ? LedgerView.Both : belief ? LedgerView.Belief : LedgerView.Truth;
        if (parsed.GetValue(_out) is { } wanted) RunFolder.RequireUsable(wanted);
        var options = new RunOptions { Seed = parsed.GetValue(_seed), Threads = parsed.GetValue(_threads) };
        var (result, cpuTimeS) = RunWork.Run(scenario, options, explained, report);
        var folder = parsed.GetValue(_out) ?? Path.Combine("results", $"{scenario.Id}-{result.Summary.Seed}");
        report.Cancellation.ThrowIfCancellationRequested();
        RunFolder.Write(result, folder, cpuTimeS, [new ResultFile("replay.acmi", stream => RunAcmi.Write(result, stream))]);

        var ledger = explained is null ? null : Ledger.Knows(result.Plan, explained) ? Ledger.Of(result, explained, view) : UnitLedger.Of(result, explained);
        RunText.Write(result, cpuTimeS, report);
        if (ledger is not null) RunText.Write(explained!, ledger, report);
        report.Line($"results: {folder} (report.html is the place to start)");
        report.Object(() => Json(result, cpuTimeS, ledger));
        return ExitCode.Done;
    }

    private static JsonObject Json(RunResult result, double cpuTimeS, IReadOnlyList<LedgerEntry>? ledger)
    {
        var json = JsonNode.Parse(SummaryJson.Of(result.Summary, cpuTimeS, result.Pictures))!.AsObject();
        if (ledger is null) return json;
        json["ledger"] = new JsonArray([.. ledger.Select(static entry => (JsonNode)new JsonObject { ["timeS"] = entry.Time.TotalS, ["link"] = entry.Link, ["text"] = entry.Text })]);
        return json;
    }
}
