using System.Globalization;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Store;

/// <summary>The tables of a results file of a study. Documented in docs/studies.md.</summary>
internal static class StudySchema
{
    public const string Format = "bulwark-study/1";

    /// <summary>Key of the fingerprint that the study's first run has with the program that made the results.</summary>
    public const string Proof = "proof";

    /// <summary>Makes the tables and describes the study, in the transaction that is open.</summary>
    public static void Create(SqliteConnection database, StudyPlan plan)
    {
        var measures = plan.Study.Measures.All;
        var factors = plan.Factors;
        Execute(database, "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
        Execute(database, "CREATE TABLE factor (factor INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, uncertain INTEGER NOT NULL)");
        Execute(database, "CREATE TABLE measure (measure INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, truth INTEGER NOT NULL)");
        Execute(database, "CREATE TABLE source (source INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        Execute(database, $"CREATE TABLE cell (cell INTEGER PRIMARY KEY, point INTEGER NOT NULL, alternative TEXT, sample INTEGER NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL{string.Concat(factors.Select(static factor => $", {Quote(factor.Name)}"))})");
        Execute(database, $"CREATE TABLE result (cell INTEGER NOT NULL, replication INTEGER NOT NULL, hash TEXT NOT NULL{string.Concat(measures.Select(static measure => $", {Quote(measure.Name)} REAL"))}, PRIMARY KEY (cell, replication)) WITHOUT ROWID");
        Execute(database, $"CREATE VIEW answer AS SELECT result.cell, cell.point, cell.alternative, cell.sample, cell.part{string.Concat(factors.Select(static factor => $", cell.{Quote(factor.Name)}"))}, result.replication{string.Concat(measures.Select(static measure => $", result.{Quote(measure.Name)}"))} FROM result JOIN cell USING (cell)");
        foreach (var (key, value) in Meta(plan)) Execute(database, "INSERT INTO meta VALUES ($0, $1)", key, value);
        for (var index = 0; index < factors.Count; index++) Execute(database, "INSERT INTO factor VALUES ($0, $1, $2, $3)", index, factors[index].Name, factors[index].Path, factors[index].IsUncertain ? 1 : 0);
        for (var index = 0; index < measures.Count; index++) Execute(database, "INSERT INTO measure VALUES ($0, $1, $2, $3)", index, measures[index].Name, measures[index].Description, measures[index].IsTruth ? 1 : 0);
        for (var index = 0; index < plan.Sources.Count; index++) Execute(database, "INSERT INTO source VALUES ($0, $1)", index, plan.Sources[index]);
        InsertCells(database, plan);
    }

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static void Execute(SqliteConnection database, string sql, params object[] values)
    {
        using var command = Prepare(database, sql, values.Length);
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    /// <summary>A command whose places are called $0, $1 and so on.</summary>
    public static SqliteCommand Prepare(SqliteConnection database, string sql, int places)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < places; index++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        return command;
    }

    /// <summary>The places of a row: "$0, $1 …".</summary>
    public static string Places(int count) => string.Join(", ", Enumerable.Range(0, count).Select(static index => $"${index}"));

    private static IEnumerable<(string Key, string Value)> Meta(StudyPlan plan) =>
    [
        ("format", Format),
        ("version", ProductVersion.Text),
        ("study", plan.Study.Id),
        ("title", plan.Study.Title),
        ("question", plan.Study.Question),
        ("scenario", plan.Study.ScenarioFile),
        ("study_hash", plan.Hash),
        ("study_text", plan.Study.Text),
        ("seed", plan.Study.Seed.ToString()),
    ];

    private static void InsertCells(SqliteConnection database, StudyPlan plan)
    {
        using var command = Prepare(database, $"INSERT INTO cell VALUES ({Places(6 + plan.Factors.Count)})", 6 + plan.Factors.Count);
        foreach (var cell in plan.Cells)
        {
            var alternative = cell.Alternative < 0 ? (object)DBNull.Value : plan.Study.Alternatives[cell.Alternative].Id;
            object[] row = [cell.Index, cell.Point, alternative, cell.Sample, cell.Part, cell.Seed.ToString(), .. cell.Values.Select(Value)];
            for (var index = 0; index < row.Length; index++) command.Parameters[index].Value = row[index];
            command.ExecuteNonQuery();
        }
    }

    // A number without a unit is stored as one, a number with a unit without it: the factor's path says what it measures.
    private static object Value(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        return FactorReader.Number(text) is { } read && !text.Contains(':') && !text.Contains(',') ? read.Number : text;
    }
}
