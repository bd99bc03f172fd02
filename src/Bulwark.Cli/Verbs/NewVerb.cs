using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Bulwark.Cli.Documents;
using Bulwark.Cli.Manner;
using Bulwark.Core.Units;
using Bulwark.Formats;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark new</c>: a commented file to start from.</summary>
internal sealed class NewVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE.yaml") { Description = "file to write; it must not exist yet" };
    private readonly Option<string> _kind = new("--kind")
    {
        Description = "what to write: " + string.Join(", ", StartingFiles.All.Select(static file => file.Kind)),
        HelpName = "KIND",
        DefaultValueFactory = static _ => StartingFiles.Usual,
    };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command("new", "Writes a commented file to start from: a scenario, or another kind.", "new my-scenario.yaml", "new my-radar.yaml --kind radar");
        command.Add(_file);
        command.Add(_kind);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var file = parsed.GetRequiredValue(_file);
        var wanted = parsed.GetRequiredValue(_kind);
        var kinds = StartingFiles.All.Select(static one => one.Kind).ToList();
        var start = StartingFiles.All.FirstOrDefault(one => one.Kind == wanted)
            ?? throw new UsageException($"--kind: there is no kind of file '{wanted}'; expected one of {string.Join(", ", kinds)}{(NearestMatch.Hint(wanted, kinds) is { Length: > 0 } hint ? "; " + hint : "")}");
        if (!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"cannot write {file}: it would be YAML; expected a name that ends in .yaml");
        if (File.Exists(file)) throw new UsageException($"{file} exists already and is left as it is; give another name, or move it away");
        var id = Path.GetFileNameWithoutExtension(file);
        if (!IdentifierKey.IsValid(id) && Enum.TryParse<EntryKind>(wanted, ignoreCase: true, out _))
            throw new UsageException($"the file's name is the id of the entry, and '{id}' is none; expected small letters, digits and hyphens, for example my-{wanted}.yaml");
        Paths.RequireFree(file, force: false);
        AtomicFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(start.Text(id))));
        report.Line($"written: {file}");
        report.Note($"next: {start.Next} {file}");
        report.Object(() => new JsonObject { ["file"] = file, ["kind"] = start.Kind });
        return ExitCode.Done;
    }
}
