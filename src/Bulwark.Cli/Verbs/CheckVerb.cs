using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Documents;
using Bulwark.Cli.Manner;

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
    private readonly Option<bool> _wiring = new("--explain-wiring") { Description = "also say who commands whom in each scenario, and why" };

    private readonly Option<bool> _doctrine = new("--explain-doctrine") { Description = "also say in words what each unit of a scenario, or each doctrine, will do and when" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "check",
            "Lists every problem of scenario, doctrine and catalogue files with line, column and what was expected.",
            "check scenarios/crete-s300.yaml",
            "check catalogue scenarios",
            "check scenarios/layered.yaml --explain-wiring",
            "check doctrines/ambush.yaml --explain-doctrine",
            "check my-scenario.yaml --catalogue my-catalogue");
        command.Add(_files);
        command.Add(_catalogue.Option);
        command.Add(_wiring);
        command.Add(_doctrine);
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

        if (parsed.GetValue(_wiring)) WiringText.Write(check.Scenarios, report);
        if (parsed.GetValue(_doctrine)) DoctrineText.Write(check, report);
        void More(JsonObject json)
        {
            if (parsed.GetValue(_wiring)) json["wiring"] = WiringText.Json(check.Scenarios);
            if (parsed.GetValue(_doctrine)) json["doctrines"] = DoctrineText.Json(check);
        }

        return CheckReport.Write(check.Problems, CheckReport.Count(check.Files, "file"), check.Files, report, More) > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }
}
