using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Verification;
using Bulwark.Studies.Verification;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark verify</c>: every model against values that nobody here wrote.</summary>
internal sealed class VerifyVerb : IVerb
{
    private const string DefaultReport = "docs/verification.md";

    private readonly Option<string?> _reference = new("--reference") { Description = "compare with the tables of a folder instead of the built-in ones; same names and columns", HelpName = "FOLDER" };
    private readonly Option<string?> _terrain = new("--terrain") { Description = "folder with real terrain and the tables made from it", HelpName = "FOLDER" };
    private readonly Option<string?> _only = new("--only") { Description = "only tables and experiments with this in their name; * stands for anything", HelpName = "PATTERN" };
    private readonly Option<string?> _report = new("--report")
    {
        Description = "write a page with tables and plots; docs/verification.md unless a name is given",
        HelpName = "FILE.md",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _list = new("--list") { Description = "list the tables and experiments and do nothing" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "verify",
            "Compares every model with published and independent values and prints the worst errors.",
            "verify",
            "verify --only radar",
            "verify --report verification.md",
            "verify --reference my-tables");
        foreach (var option in (Option[])[_reference, _terrain, _report, _only, _list]) command.Add(option);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var only = parsed.GetValue(_only);
        var meant = Verifier.Names.Where(entry => Verifier.IsMeant(entry.Name, only)).ToList();
        if (meant.Count == 0) throw new UsageException($"--only: no table or experiment has '{only}' in its name; 'bulwark verify --list' shows them");
        if (parsed.GetValue(_list)) return List(meant, report);

        var page = parsed.GetResult(_report) is null ? null : parsed.GetValue(_report) ?? DefaultReport;
        if (page is not null) VerificationReport.RequireUsable(page);
        var options = new VerificationOptions { ReferenceFolder = Folder(_reference, parsed, "*.csv", "tables of reference values"), TerrainFolder = Folder(_terrain, parsed, "*", "terrain"), Only = only };
        var result = report.Progress("verifying", progress => Verifier.Run(options, progress, report.Cancellation));
        if (options.ReferenceFolder is not null && result.Entries.All(static entry => !entry.IsTable)) throw new UsageException($"--reference: {options.ReferenceFolder} holds no table that a model answers to; 'bulwark verify --list' shows their names");
        report.Cancellation.ThrowIfCancellationRequested();
        if (page is not null) VerificationReport.Write(result, options, page);
        VerificationText.Write(result, report);
        if (page is not null) report.Line($"report: {page}");
        report.Object(() => VerificationJson.Of(result));
        return result.IsInOrder ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static string? Folder(Option<string?> option, ParseResult parsed, string pattern, string what)
    {
        if (parsed.GetValue(option) is not { } folder) return null;
        if (string.IsNullOrWhiteSpace(folder)) throw new UsageException($"{option.Name}: the name of the folder is empty; expected a folder with {what}");
        if (File.Exists(folder)) throw new UsageException($"{option.Name}: {folder} is a file; expected a folder with {what}");
        if (!Directory.Exists(folder)) throw new UsageException($"{option.Name}: {Failure.NotThere("folder", folder)}");
        if (!Directory.EnumerateFiles(folder, pattern).Any()) throw new UsageException($"{option.Name}: {folder} holds no file {pattern}; expected a folder with {what}");
        return folder;
    }

    private static int List(IReadOnlyList<(string Name, string Area, string Model, string Source)> entries, Report report)
    {
        var width = entries.Max(static entry => entry.Name.Length) + 2;
        foreach (var (name, area, model, source) in entries) report.Line($"{name.PadRight(width)}{area}: {model} ({source})");
        report.Object(() => new JsonObject
        {
            ["entries"] = new JsonArray([.. entries.Select(static entry => (JsonNode)new JsonObject { ["name"] = entry.Name, ["area"] = entry.Area, ["model"] = entry.Model, ["source"] = entry.Source })]),
        });
        return ExitCode.Done;
    }
}
