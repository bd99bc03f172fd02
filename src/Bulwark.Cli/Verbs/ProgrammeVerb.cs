using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Programmes;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Studies.Files;
using Bulwark.Studies.Programmes;
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
    private readonly Option<string?> _effect = new("--effect") { Description = "study, or scenario, of a raid; its batteries start as ready as the units of the same id", HelpName = "STUDY" };
    private readonly Option<int> _effectRuns = new("--effect-runs") { Description = "engagements for each state of readiness, with a scenario; a study says itself how many", HelpName = "N", DefaultValueFactory = static _ => 20 };
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
            "programme programmes/turkey-s400.yaml --effect studies/readiness-effect.yaml",
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
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= ProgrammeStudy.MostReplications) return count;
            result.AddError($"--replications: '{result.Tokens[0].Value}' cannot be used; expected a whole number from 2 to {ProgrammeStudy.MostReplications}");
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
        var folder = parsed.GetValue(_out) ?? Path.Combine("results", $"{programme.Id}-programme");
        ProgrammeFolder.RequireUsable(folder);
        if (ProgrammeWork.Run(programme, request, folder, report) is not var (findings, cpuTimeS)) return ExitCode.Interrupted;
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
        };
        if ((request.Localise || request.FloorShare is not null) && programme.Localisation is null)
            throw new UsageException("--localise: the programme asks no question of localisation; expected a key 'localisation' with 'event' and 'floor' in the file");
        var effect = parsed.GetValue(_effect);
        if (programme.Units.Count == 0 && (effect is not null || request.SpareBudgetUsd is not null))
            throw new UsageException($"{(effect is null ? "--spares" : "--effect")}: the programme has no units");
        return effect is null ? request : request with { Effect = Question(parsed, effect, programme, report) };
    }

    private static double? Quantity(ParseResult parsed, Option<string?> option, Dimension dimension, double least, double most, string expected)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        if (QuantityText.TryRead(text, dimension, out var value, out _) && value >= least && value <= most) return value;
        throw new UsageException($"{option.Name}: '{text}' cannot be used; expected {expected}");
    }

    private EffectQuestion Question(ParseResult parsed, string path, Programme programme, Report report)
    {
        Paths.RequireReadable(path, "a study or scenario file");
        var catalogue = _catalogue.Load(parsed);
        EffectQuestion question;
        try
        {
            question = StudyReader.IsStudy(DocumentLoader.LoadFile(path, new ProblemList()))
                ? EffectQuestion.Of(Study(parsed, path, catalogue, report), catalogue)
                : EffectQuestion.OfScenario(path, catalogue, parsed.GetValue(_effectRuns));
        }
        catch (ArgumentException problem)
        {
            throw new UsageException($"--effect: '{path}': {problem.Message.Split(" (Parameter")[0]}");
        }

        var batteries = question.Scenario.Batteries;
        if (batteries.Any(battery => programme.Units.Any(unit => unit.Id == battery.Id))) return question;
        throw new UsageException($"--effect: no battery of '{path}' has the id of a unit of the programme; expected one of {string.Join(", ", programme.Units.Select(static unit => unit.Id))}, found {string.Join(", ", batteries.Select(static battery => battery.Id))}");
    }

    private Study Study(ParseResult parsed, string path, CatalogueStore catalogue, Report report)
    {
        if (parsed.GetResult(_effectRuns) is { Implicit: false }) throw new UsageException("--effect-runs: a study says itself how many engagements there are; expected a scenario with it, or 'replications' in the study");
        var reading = StudyReader.Check(path, catalogue);
        foreach (var warning in reading.Study is null ? [] : reading.Problems) report.Note(warning.ToString());
        return reading.Study ?? throw new DocumentException(reading.Problems);
    }
}
