using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Documents;

namespace Bulwark.Cli.Documents;

/// <summary>Prints what is wrong with files, one line for each problem and one for the whole.</summary>
internal static class CheckReport
{
    /// <summary>Prints problems.</summary>
    /// <param name="problems">Errors and warnings in their order.</param>
    /// <param name="checkedWords">What was checked, such as "3 files".</param>
    /// <param name="files">Number of files checked.</param>
    /// <param name="report">Where to print.</param>
    /// <param name="more">Adds to the JSON object; null for nothing.</param>
    /// <returns>Number of errors.</returns>
    public static int Write(IReadOnlyList<Problem> problems, string checkedWords, int files, Report report, Action<JsonObject>? more = null)
    {
        var errors = problems.Count(static problem => problem.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        foreach (var problem in problems) report.Line(problem.ToString());
        report.Line($"{checkedWords}: {Count(errors, "error")}, {Count(warnings, "warning")}");
        report.Object(() =>
        {
            var json = new JsonObject { ["files"] = files, ["errors"] = errors, ["warnings"] = warnings, ["problems"] = new JsonArray([.. problems.Select(Json)]) };
            more?.Invoke(json);
            return json;
        });
        return errors;
    }

    /// <summary>A number and what it counts.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

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
}
