using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Programmes;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark programme</c>: years of deliveries, parts, spares and embargoes, and what readiness is worth.</summary>
internal sealed class ProgrammeVerb : IVerb
{
    private readonly Argument<string> _file = new("PROGRAMME") { Description = "programme file, such as programmes/turkey-s400.yaml" };
    private readonly Option<ulong?> _seed = new("--seed") { Description = "seed of everything random; the programme's own unless given", HelpName = "N" };
    private readonly Option<int?> _replications = new("--replications", "-n") { Description = "replications; the programme's own number unless given", HelpName = "N" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads; the results are the same for any number", HelpName = "N", DefaultValueFactory = static _ => Environment.ProcessorCount };
    private readonly Option<bool> _localise = new("--localise") { Description = "which components to make at home so that readiness stays above the floor through the embargo, at least cost" };
    private readonly Option<string?> _floor = new("--floor") { Description = "another floor than the file's, such as 40%; implies --localise", HelpName = "SHARE" };
    private readonly Option<string?> _budget = new("--spares") { Description = "spares that a budget should buy, such as \"20 million USD\"", HelpName = "MONEY" };
    private readonly Option<string?> _effect = new("--effect") { Description = "scenario of a raid; its batteries start as ready as the units of the same id", HelpName = "SCENARIO" };
    private readonly Option<int> _effectRuns = new("--effect-runs") { Description = "engagements for each state of readiness", HelpName = "N", DefaultValueFactory = static _ => 20 };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "results folder; results/ID-programme unless given", HelpName = "FOLDER" };
    private readonly CatalogueOption _catalogue = new();

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "programme",
            "Runs years of deliveries, use, spares and embargoes many times: what is ready when, what stops it, what it costs.",
            "programme programmes/turkey-s400.yaml",
            "programme programmes/turkey-s400.yaml --localise --floor 30%",
            "programme programmes/turkey-s400.yaml --spares \"20 million USD\"",
            "programme programmes/turkey-s400.yaml --effect scenarios/two-batteries.yaml",
            "programme programmes/missile-ramp.yaml");
        command.Add(_file);
        foreach (var option in (Option[])[_seed, _replications, _threads, _localise, _floor, _budget, _effect, _effectRuns, _out, _catalogue.Option]) command.Add(option);
        _seed.CustomParser = static result =>
        {
            if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
            result.AddError($"--seed: '{result.Tokens[0].Value}' cannot be used; expected a whole number from 0 to {ulong.MaxValue}");
            return null;
        };
        Whole(_threads, 1);
        Whole(_effectRuns, 2);
        _replications.CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= 1_000_000) return count;
            result.AddError($"--replications: '{result.Tokens[0].Value}' cannot be used; expected a whole number from 2 to 1000000");
            return null;
        };
        context.OnRun(command, Run);
        return command;
    }

    private static void Whole(Option<int> option, int least) => option.CustomParser = result =>
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 100_000) return number;
        result.AddError($"{option.Name}: '{result.Tokens[0].Value}' cannot be used; expected a whole number from {least} to 100000");
        return least;
    };

    private int Run(ParseResult parsed, Report report)
    {
        var path = parsed.GetRequiredValue(_file);
        Paths.RequireReadable(path, "a programme file");
        var (programme, problems) = ProgrammeReader.Check(path);
        if (programme is null) throw new DocumentException(problems);
        foreach (var warning in problems) report.Note(warning.ToString());
        var request = Request(parsed, programme, report);
        if (parsed.GetValue(_out) is { } wanted) ProgrammeFolder.RequireUsable(wanted);
        var (findings, cpuTimeS) = ProgrammeWork.Run(programme, request, report);
        var folder = parsed.GetValue(_out) ?? Path.Combine("results", $"{programme.Id}-programme");
        report.Cancellation.ThrowIfCancellationRequested();
        ProgrammeFolder.Write(findings, folder, cpuTimeS);
        ProgrammeText.Write(findings, cpuTimeS, report);
        report.Line($"results: {folder} (report.html is the place to start)");
        report.Object(() => JsonNode.Parse(ProgrammeJson.Of(findings, cpuTimeS))!.AsObject());
        return ExitCode.Done;
    }

    private ProgrammeRequest Request(ParseResult parsed, Programme programme, Report report)
    {
        var request = new ProgrammeRequest
        {
            Seed = parsed.GetValue(_seed),
            Replications = parsed.GetValue(_replications),
            Threads = parsed.GetValue(_threads),
            Localise = parsed.GetValue(_localise),
            FloorShare = Quantity(parsed, _floor, Dimension.None, 0.001, 1, "a share such as 40%"),
            SpareBudgetUsd = Quantity(parsed, _budget, Dimension.Money, 0, 1e12, "a sum such as '20 million USD'"),
            EffectRuns = parsed.GetValue(_effectRuns),
            Effect = Scenario(parsed, report),
        };
        if ((request.Localise || request.FloorShare is not null) && programme.Localisation is null)
            throw new UsageException("--localise: the programme asks no question of localisation; expected a key 'localisation' with 'event' and 'floor' in the file");
        if (programme.Units.Count == 0 && (request.Effect is not null || request.SpareBudgetUsd is not null))
            throw new UsageException($"{(request.Effect is null ? "--spares" : "--effect")}: the programme has no units");
        return request;
    }

    private static double? Quantity(ParseResult parsed, Option<string?> option, Dimension dimension, double least, double most, string expected)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        if (QuantityText.TryRead(text, dimension, out var value, out _) && value >= least && value <= most) return value;
        throw new UsageException($"{option.Name}: '{text}' cannot be used; expected {expected}");
    }

    private Scenario? Scenario(ParseResult parsed, Report report)
    {
        if (parsed.GetValue(_effect) is not { } path) return null;
        Paths.RequireReadable(path, "a scenario file");
        var reading = ScenarioReader.Check(path, _catalogue.Load(parsed));
        if (reading.Scenario is not { } scenario) throw new DocumentException(reading.Problems);
        foreach (var warning in reading.Problems) report.Note(warning.ToString());
        return scenario;
    }
}
