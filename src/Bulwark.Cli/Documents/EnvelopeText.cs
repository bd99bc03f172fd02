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
        Rows([RoundCalibration.Columns, .. rounds.Select(static round => round.Row)], report);
        report.Line("In brackets the residual to the typical published value; ranges and heights count only when they fall short, because limits of radars are not limits of flight.");
    }

    /// <summary>Rows in columns; the first has the heads.</summary>
    public static void Rows(IReadOnlyList<IReadOnlyList<string>> rows, Report report)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows) report.Line(string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>The picture of one: pixels when the name ends in .png, otherwise a drawing.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Draw(RoundCalibration round, string path)
    {
        try
        {
            var picture = new EnvelopePicture(round.Round);
            File.WriteAllBytes(path, Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase) ? picture.ToPng() : System.Text.Encoding.UTF8.GetBytes(picture.ToSvg()));
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
