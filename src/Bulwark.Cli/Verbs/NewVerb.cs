using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Formats;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark new</c>: a commented scenario to start from.</summary>
internal sealed class NewVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE.yaml") { Description = "scenario to write; it must not exist yet" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command("new", "Writes a commented scenario file to start from.", "new my-scenario.yaml");
        command.Add(_file);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"cannot write {file}: scenarios are YAML; expected a name that ends in .yaml");
        if (File.Exists(file)) throw new UsageException($"{file} exists already and is left as it is; give another name, or move it away");
        Paths.RequireFree(file, force: false);
        AtomicFile.Write(file, static stream => stream.Write(Encoding.UTF8.GetBytes(ScenarioTemplate.Text)));
        report.Line($"written: {file}");
        report.Note($"next: bulwark run {file}");
        report.Object(() => new JsonObject { ["file"] = file });
        return ExitCode.Done;
    }
}
