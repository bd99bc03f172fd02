using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark convert</c>: a radar recording as a table, one row for each record.</summary>
internal sealed class ConvertVerb : IVerb
{
    private readonly Argument<string> _recording = new("RECORDING") { Description = "ASTERIX recording: raw blocks, .gps or pcap, plain or .gz" };
    private readonly Argument<string> _output = new("OUT.csv") { Description = "table to write; compressed when the name ends in .gz" };
    private readonly Option<bool> _force = new("--force") { Description = "replace an existing file" };
    private readonly Option<bool> _skip = new("--skip-malformed") { Description = "pass over blocks that contradict their definition" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command("convert", "Turns a radar recording into a CSV table.", "convert recording.gps.gz plots.csv");
        command.Add(_recording);
        command.Add(_output);
        command.Add(_force);
        command.Add(_skip);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var recording = parsed.GetRequiredValue(_recording);
        var output = parsed.GetRequiredValue(_output);
        Paths.RequireFile(recording, "a radar recording");
        if (!IsTable(output)) throw new UsageException($"cannot write {output}: the only format is CSV so far; expected a name that ends in .csv or .csv.gz");
        Paths.RequireFree(output, parsed.GetValue(_force));

        var statistics = RecordingCsv.Convert(recording, output, new AsterixReaderOptions { SkipMalformed = parsed.GetValue(_skip) }, report.Cancellation);
        if (statistics.MalformedBlocks > 0) report.Note($"{statistics.MalformedBlocks} malformed blocks passed over; the first: {statistics.FirstProblem}");
        foreach (var category in statistics.Categories()) report.Line($"category {category.Category:000}: {category.Records} records");
        report.Line($"{statistics.Records} records written to {output}");
        report.Object(() => new JsonObject
        {
            ["recording"] = recording,
            ["output"] = output,
            ["records"] = statistics.Records,
            ["recordsByCategory"] = RecordCounts.Json(statistics),
            ["malformedBlocks"] = statistics.MalformedBlocks,
        });
        return ExitCode.Done;
    }

    private static bool IsTable(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
}
