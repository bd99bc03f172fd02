using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Documents;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Documents;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark check</c>: every problem of scenario and catalogue files.</summary>
internal sealed class CheckVerb : IVerb
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "scenario files, catalogue files, or folders of either",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly CatalogueOption _catalogue = new();

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "check",
            "Lists every problem of scenario and catalogue files with line, column and what was expected.",
            "check scenarios/crete-s300.yaml",
            "check catalogue scenarios",
            "check my-scenario.yaml --catalogue my-catalogue");
        command.Add(_files);
        command.Add(_catalogue.Option);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var paths = parsed.GetRequiredValue(_files);
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) Paths.RequireReadable(path, "a scenario or catalogue file");
        }

        var check = new DocumentCheck(_catalogue.Load(parsed));
        foreach (var path in paths)
        {
            report.Cancellation.ThrowIfCancellationRequested();
            check.Take(path);
        }

        foreach (var problem in check.Problems) report.Line(problem.ToString());
        report.Line($"{Count(check.Files, "file")}: {Count(check.Errors, "error")}, {Count(check.Warnings, "warning")}");
        report.Object(() => new JsonObject
        {
            ["files"] = check.Files,
            ["errors"] = check.Errors,
            ["warnings"] = check.Warnings,
            ["problems"] = new JsonArray([.. check.Problems.Select(Json)]),
        });
        return check.Errors > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    private static JsonNode Json(Problem problem) => new JsonObject
    {
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["column"] = problem.Column,
        ["severity"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["message"] = problem.Message,
        ["expected"] = problem.Expected,
        ["hint"] = problem.Hint,
    };

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
