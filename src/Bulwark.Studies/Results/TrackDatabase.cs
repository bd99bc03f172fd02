using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Results;

/// <summary>Tracks of a recording as an SQLite database.</summary>
internal static class TrackDatabase
{
    private const string Whole = "INTEGER NOT NULL";
    private const string Real = "REAL NOT NULL";

    /// <summary>Writes a new database.</summary>
    public static void Write(TrackSummary summary, IReadOnlyList<TrackTrail> trails, string path)
    {
        using var database = new SqliteFile(path);
        using (var meta = new SqliteTable(database, "meta", [("key", "TEXT PRIMARY KEY"), ("value", "TEXT NOT NULL")]))
        {
            foreach (var (key, value) in ((string Key, string Value)[])[("format", "bulwark-tracks/1"), ("version", ProductVersion.Text), ("recording", summary.Recording)])
            {
                meta.Add(key);
                meta.Add(value);
                meta.EndRow();
            }
        }

        using (var tracks = new SqliteTable(database, "track", [("track", "INTEGER PRIMARY KEY"), ("mode_a", "TEXT"), ("first_s", "REAL"), ("last_s", "REAL"), ("points", Whole)]))
        using (var points = new SqliteTable(database, "point", [("track", Whole), ("time_s", Real), ("latitude_deg", Real), ("longitude_deg", Real), ("height_m", "REAL"), ("ground_speed_m_per_s", "REAL")]))
        {
            foreach (var trail in trails)
            {
                tracks.Add(trail.Id);
                if (trail.Code >= 0) tracks.Add(Convert.ToString(trail.Code, 8).PadLeft(4, '0'));
                else tracks.AddNull();
                tracks.Add(trail.Points.Count > 0 ? trail.Points[0].TimeS : double.NaN);
                tracks.Add(trail.Points.Count > 0 ? trail.Points[^1].TimeS : double.NaN);
                tracks.Add(trail.Points.Count);
                tracks.EndRow();
                foreach (var point in trail.Points) Add(points, trail.Id, point);
            }
        }

        database.Execute("CREATE INDEX point_by_track ON point (track)");
        database.Complete();
    }

    private static void Add(SqliteTable points, int track, TrackPoint point)
    {
        points.Add(track);
        points.Add(point.TimeS);
        points.Add(double.RadiansToDegrees(point.LatitudeRad));
        points.Add(double.RadiansToDegrees(point.LongitudeRad));
        points.Add(point.HeightM);
        points.Add(point.GroundSpeedMPerS);
        points.EndRow();
    }
}
