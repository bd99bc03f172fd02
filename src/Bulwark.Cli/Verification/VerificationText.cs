using Bulwark.Cli.Manner;
using Bulwark.Studies.Verification;

namespace Bulwark.Cli.Verification;

/// <summary>Prints the outcome of a verification.</summary>
internal static class VerificationText
{
    private const int QuantityWidth = 36;
    private const int NumberWidth = 7;
    private const int ErrorWidth = 20;
    private const int ToleranceWidth = 20;

    /// <summary>Prints every line, what was left out, and the sum of it.</summary>
    public static void Write(VerificationResult result, Report report)
    {
        report.Line($"{"model, quantity",-QuantityWidth}{"cases",NumberWidth}  {"worst error",-ErrorWidth}{"tolerance",-ToleranceWidth}verdict");
        foreach (var entry in result.Entries)
        {
            report.Line();
            report.Line($"{entry.Model} ({entry.Name}; {entry.Source})");
            foreach (var line in entry.Lines)
            {
                var verdict = line.IsWithin ? "within" : $"OUTSIDE, worst case {line.WorstCase}";
                report.Line($"{Fit("  " + line.Quantity, QuantityWidth)}{line.Cases,NumberWidth}  {Fit(line.WorstError, ErrorWidth)}{Fit(line.Tolerance, ToleranceWidth)}{verdict}");
            }

            foreach (var group in entry.LeftOut.GroupBy(static left => left.Reason)) report.Line($"  left out: {string.Join(", ", group.Select(static left => left.Case))}: {group.Key}");
        }

        report.Line();
        foreach (var problem in Problems(result)) report.Line($"not usable: {problem}");
        foreach (var name in result.MissingTables) report.Line($"not there: {name}");
        report.Line(Summary(result));
    }

    /// <summary>Everything that could not be used.</summary>
    public static IEnumerable<ReferenceProblem> Problems(VerificationResult result) => result.Entries.SelectMany(static entry => entry.Problems).Concat(result.UnknownTables);

    /// <summary>The outcome in one line.</summary>
    public static string Summary(VerificationResult result)
    {
        var outside = result.Entries.Sum(static entry => entry.Lines.Count(static line => !line.IsWithin));
        var unusable = result.Entries.Sum(static entry => entry.Problems.Count);
        var verdict = outside == 0 && unusable == 0 ? "all within tolerance" : $"{outside} quantities outside their tolerance, {unusable} rows or tables not usable";
        return $"{result.Entries.Count} models and experiments, {result.Values} values: {verdict}";
    }

    private static string Fit(string text, int width) => text.Length < width ? text.PadRight(width) : text + " ";
}
