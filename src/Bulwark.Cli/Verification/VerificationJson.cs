using System.Text.Json.Nodes;
using Bulwark.Studies.Verification;

namespace Bulwark.Cli.Verification;

/// <summary>The outcome of a verification as JSON.</summary>
internal static class VerificationJson
{
    /// <summary>The object that <c>--json</c> prints.</summary>
    public static JsonObject Of(VerificationResult result) => new()
    {
        ["inOrder"] = result.IsInOrder,
        ["values"] = result.Values,
        ["entries"] = Array(result.Entries.Select(Entry)),
        ["unknownTables"] = Array(result.UnknownTables.Select(Problem)),
        ["missingTables"] = Array(result.MissingTables.Select(static name => (JsonNode)name)),
    };

    private static JsonNode Entry(VerificationEntry entry) => new JsonObject
    {
        ["name"] = entry.Name,
        ["model"] = entry.Model,
        ["source"] = entry.Source,
        ["rows"] = entry.Rows,
        ["inOrder"] = entry.IsInOrder,
        ["quantities"] = Array(entry.Lines.Select(Line)),
        ["leftOut"] = Array(entry.LeftOut.Select(static left => (JsonNode)new JsonObject { ["case"] = left.Case, ["reason"] = left.Reason })),
        ["problems"] = Array(entry.Problems.Select(Problem)),
    };

    private static JsonNode Line(VerificationLine line) => new JsonObject
    {
        ["quantity"] = line.Quantity,
        ["cases"] = line.Cases,
        ["worstError"] = line.WorstError,
        ["tolerance"] = line.Tolerance,
        ["worstErrorOverTolerance"] = double.IsFinite(line.WorstErrorRatio) ? line.WorstErrorRatio : null,
        ["worstCase"] = line.WorstCase,
        ["within"] = line.IsWithin,
    };

    private static JsonNode Problem(ReferenceProblem problem) => new JsonObject
    {
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["column"] = problem.Column,
        ["message"] = problem.Message,
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];
}
