using System.IO.Enumeration;

namespace Bulwark.Studies.Verification;

/// <summary>Compares every model with the values it is held to.</summary>
public static class Verifier
{
    /// <summary>Names of all tables and experiments with the model each is for, in the order in which they run.</summary>
    public static IReadOnlyList<(string Name, string Area, string Model, string Source)> Names { get; } =
    [
        .. ComparisonList.All.Select(static comparison => (comparison.Table, comparison.Area, comparison.Model, comparison.Source)),
        .. ComparisonList.Experiments.Select(static experiment => (experiment.Name, experiment.Area, experiment.Model, experiment.Source)),
    ];

    /// <summary>Whether a name is meant by a pattern: a part of it, or all of it with * for anything.</summary>
    /// <param name="name">The name.</param>
    /// <param name="pattern">The pattern; null means every name.</param>
    public static bool IsMeant(string name, string? pattern) =>
        pattern is null || FileSystemName.MatchesSimpleExpression(pattern.Contains('*', StringComparison.Ordinal) ? pattern : $"*{pattern}*", name);

    /// <summary>Runs the comparisons and experiments.</summary>
    /// <param name="options">What to run and against what.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <param name="cancellation">When to stop.</param>
    /// <exception cref="DirectoryNotFoundException">The folder of tables is not there.</exception>
    public static VerificationResult Run(VerificationOptions options, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tables = options.ReferenceFolder is { } folder ? ReferenceSet.Of(folder) : ReferenceSet.Embedded;
        var comparisons = ComparisonList.All.Where(comparison => IsMeant(comparison.Table, options.Only)).ToList();
        var experiments = ComparisonList.Experiments.Where(experiment => IsMeant(experiment.Name, options.Only)).ToList();
        var entries = new List<VerificationEntry>();
        var missing = new List<string>();
        var done = 0;
        foreach (var comparison in comparisons)
        {
            if (!tables.Names.Contains(comparison.Table, StringComparer.Ordinal)) missing.Add(comparison.Table);
            else entries.Add(Compare(comparison, tables.Read(comparison.Table), cancellation));
            progress?.Invoke(++done / (double)(comparisons.Count + experiments.Count));
        }

        var input = new ExperimentInput(options.TerrainFolder);
        foreach (var experiment in experiments)
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new Findings();
            findings.Begin(experiment.Name);
            var problems = new List<ReferenceProblem>();
            try
            {
                experiment.Run(findings, input, cancellation);
            }
            catch (RowProblemException problem)
            {
                problems.Add(new ReferenceProblem(experiment.Name, 0, problem.Column, problem.Message));
            }

            entries.Add(new VerificationEntry(experiment.Name, experiment.Area, experiment.Model, experiment.Source, experiment.Rule, null, findings, problems));
            progress?.Invoke(++done / (double)(comparisons.Count + experiments.Count));
        }

        var known = ComparisonList.All.SelectMany(static comparison => comparison.Companions.Prepend(comparison.Table)).ToList();
        var unknown = tables.Names.Where(name => IsMeant(name, options.Only) && !known.Contains(name, StringComparer.Ordinal)).Select(name => tables.Unknown(name, known));
        return new VerificationResult(entries, [.. unknown], missing);
    }

    private static VerificationEntry Compare(IComparison comparison, ReferenceTable table, CancellationToken cancellation)
    {
        var findings = new Findings();
        var problems = new List<ReferenceProblem>(table.Problems);
        var absent = comparison.Columns.Where(column => table.IndexOf(column) < 0).ToList();
        if (table.Columns.Count > 0) problems.AddRange(absent.Select(column => new ReferenceProblem(table.File, 1, 1, $"the column '{column}' is missing; expected the columns {string.Join(", ", comparison.Columns)}")));
        foreach (var row in absent.Count > 0 ? [] : table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Begin(row.Id);
            var before = findings.Checks + findings.LeftOut.Count;
            try
            {
                comparison.Compare(row, findings);
                if (findings.Checks + findings.LeftOut.Count == before) problems.Add(new ReferenceProblem(table.File, row.Line, 1, $"{row.Id} has no value to compare"));
            }
            catch (RowProblemException problem)
            {
                problems.Add(new ReferenceProblem(table.File, row.Line, problem.Column, $"{row.Id}: {problem.Message}"));
            }
            catch (ArgumentException refused)
            {
                problems.Add(new ReferenceProblem(table.File, row.Line, 1, $"{row.Id}: the model refuses these values: {refused.Message}"));
            }
        }

        return new VerificationEntry(comparison.Table, comparison.Area, comparison.Model, comparison.Source, comparison.Rule, table.Rows.Count, findings, problems);
    }
}
