using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Catalogue;
using Bulwark.Studies.Plotting;

namespace Bulwark.Cli.Documents;

/// <summary>Prints and draws what rounds do in their flight models beside what is published.</summary>
internal static class EnvelopeText
{
    /// <summary>A table, one row for each round.</summary>
    public static void Write(IReadOnlyList<RoundCalibration> rounds, Report report)
    {
        List<IReadOnlyList<string>> rows = [RoundCalibration.Columns, .. rounds.Select(static round => round.Row)];
        var widths = Enumerable.Range(0, RoundCalibration.Columns.Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows) report.Line(string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
        report.Line("In brackets the residual to the typical published value; ranges and heights count only when they fall short, because limits of radars are not limits of flight.");
    }

    /// <summary>The picture of one.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Draw(RoundCalibration round, string path)
    {
        try
        {
            File.WriteAllText(path, new EnvelopePicture(round.Round).ToSvg());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"the picture cannot be written: {problem.Message}");
        }
    }

    /// <summary>The same as JSON, in SI units.</summary>
    public static JsonObject Json(IReadOnlyList<RoundCalibration> rounds) => new()
    {
        ["rounds"] = new JsonArray([.. rounds.Select(static round => (JsonNode)new JsonObject
        {
            ["id"] = round.Entry.Id,
            ["greatestSpeedMPerS"] = round.Performance.GreatestSpeedMPerS,
            ["meanSpeedMPerS"] = round.Performance.MeanSpeedMPerS,
            ["arrivalSpeedMPerS"] = round.Performance.ArrivalSpeedMPerS,
            ["reachM"] = round.Performance.ReachM,
            ["ceilingM"] = round.Performance.CeilingM,
            ["speedIsWithin"] = round.SpeedIsWithin,
            ["rangeIsWithin"] = round.RangeIsWithin,
            ["heightIsWithin"] = round.HeightIsWithin,
        })]),
    };
}
