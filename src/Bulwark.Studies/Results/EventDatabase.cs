using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Results;

/// <summary>The record of a run as an SQLite database: a table per event type, and tables that say what the numbers stand for.</summary>
internal static class EventDatabase
{
    private const string Whole = "INTEGER NOT NULL";
    private const string Real = "REAL NOT NULL";
    private const string Text = "TEXT NOT NULL";

    /// <summary>Writes a new database.</summary>
    /// <param name="result">The run.</param>
    /// <param name="ledgers">The ledger of every target, in the plan's order.</param>
    /// <param name="path">The file; must not exist.</param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file cannot be written.</exception>
    public static void Write(RunResult result, IReadOnlyList<IReadOnlyList<LedgerEntry>> ledgers, string path)
    {
        using var database = new SqliteFile(path);
        WriteMeta(database, result);
        WritePlan(database, result);
        WriteLedgers(database, result, ledgers);
        WritePictures(database, result);
        using (var tables = new EventTables(database))
        {
            var visitor = new Visitor(tables);
            result.Recorder.Replay(ref visitor);
        }

        database.Execute("CREATE INDEX ledger_by_target ON ledger (target_id)");
        database.Complete();
    }

    private static void WriteMeta(SqliteFile database, RunResult result)
    {
        using var table = new SqliteTable(database, "meta", [("key", "TEXT PRIMARY KEY"), ("value", Text)]);
        var summary = result.Summary;
        foreach (var (key, value) in ((string Key, string Value)[])
        [
            ("format", "bulwark-events/1"),
            ("version", ProductVersion.Text),
            ("scenario", summary.Scenario),
            ("title", summary.Title),
            ("seed", summary.Seed.ToString()),
            ("replication", summary.Replication.ToString()),
            ("hash", summary.Hash),
            ("end_s", summary.EndS.ToString("R")),
            ("start_utc", result.Plan.Scenario.StartUtc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")),
        ])
        {
            table.Add(key);
            table.Add(value);
            table.EndRow();
        }
    }

    private static void WritePlan(SqliteFile database, RunResult result)
    {
        using var targets = new SqliteTable(database, "target", [("target", "INTEGER PRIMARY KEY"), ("id", Text), ("group_id", Text), ("class", Text), ("category", Text), ("allegiance", Text)]);
        foreach (var target in result.Plan.Targets)
        {
            targets.Add(target.Index);
            targets.Add(target.Id);
            targets.Add(target.Group.Id);
            targets.Add(target.Group.Class.Id);
            targets.Add(target.Group.Class.Category);
            targets.Add(target.Group.Allegiance.ToString());
            targets.EndRow();
        }

        using var nodes = new SqliteTable(database, "node", [("node", "INTEGER PRIMARY KEY"), ("id", Text), ("name", Text), ("picture", Whole), ("radar", Text), ("latitude_deg", Real), ("longitude_deg", Real), ("antenna_height_m", Real)]);
        foreach (var node in result.Plan.Nodes)
        {
            var antenna = node.Site.Frame.Antenna;
            nodes.Add(node.Index);
            nodes.Add(node.Id);
            nodes.Add(node.Name);
            nodes.Add(node.Picture);
            nodes.Add(node.Radar.Parameters.Name);
            nodes.Add(antenna.LatitudeDeg);
            nodes.Add(antenna.LongitudeDeg);
            nodes.Add(antenna.HeightM);
            nodes.EndRow();
        }

        using var batteries = new SqliteTable(
            database,
            "battery",
            [("battery", "INTEGER PRIMARY KEY"), ("id", Text), ("name", Text), ("picture", Whole), ("latitude_deg", Real), ("longitude_deg", Real), ("height_m", Real), ("limit_tracks", "INTEGER"), ("limit_targets", "INTEGER"), ("limit_missiles", "INTEGER")]);
        for (var index = 0; index < result.Plan.Batteries.Length; index++)
        {
            var planned = result.Plan.Batteries[index];
            batteries.Add(index);
            batteries.Add(planned.Battery.Id);
            batteries.Add(planned.Battery.Name);
            batteries.Add(planned.Index);
            batteries.Add(planned.Battery.Position.LatitudeDeg);
            batteries.Add(planned.Battery.Position.LongitudeDeg);
            batteries.Add(planned.Battery.Position.HeightM);
            FireUnitTables.AddCap(batteries, planned.Limits.Tracks);
            FireUnitTables.AddCap(batteries, planned.Limits.Targets);
            FireUnitTables.AddCap(batteries, planned.Limits.Missiles);
            batteries.EndRow();
        }

        FireUnitTables.Write(database, result.Plan);
    }

    private static void WriteLedgers(SqliteFile database, RunResult result, IReadOnlyList<IReadOnlyList<LedgerEntry>> ledgers)
    {
        using var table = new SqliteTable(database, "ledger", [("target_id", Text), ("time_s", Real), ("link", Text), ("text", Text)]);
        for (var target = 0; target < ledgers.Count; target++)
        {
            foreach (var entry in ledgers[target])
            {
                table.Add(result.Plan.Targets[target].Id);
                table.Add(entry.Time.TotalS);
                table.Add(entry.Link);
                table.Add(entry.Text);
                table.EndRow();
            }
        }
    }

    private static void WritePictures(SqliteFile database, RunResult result)
    {
        using var table = new SqliteTable(
            database,
            "picture_score",
            [("picture", Whole), ("time_s", Real), ("ospa_m", Real), ("gospa_m", Real), ("localisation_m2", Real), ("missed_m2", Real), ("false_m2", Real), ("targets", Whole), ("tracks", Whole), ("matched", Whole), ("redundant", Whole), ("spurious", Whole)]);
        foreach (var picture in result.Pictures)
        {
            foreach (var point in picture.Score.Points)
            {
                table.Add(picture.Picture);
                table.Add(point.TimeS);
                table.Add(point.Distance.OspaM);
                table.Add(point.Distance.GospaM);
                table.Add(point.Distance.LocalisationM2);
                table.Add(point.Distance.MissedM2);
                table.Add(point.Distance.FalseM2);
                table.Add(point.Truths);
                table.Add(point.Tracks);
                table.Add(point.Matched);
                table.Add(point.Redundant);
                table.Add(point.Spurious);
                table.EndRow();
            }
        }
    }

    private readonly struct Visitor(EventTables tables) : IRunEventVisitor
    {
        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent => tables.Of(T.Type).Add(sequence, time, in happened);
    }
}
