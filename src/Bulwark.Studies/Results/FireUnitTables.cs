using Bulwark.Core.Earth;
using Bulwark.Simulation.Planning;

namespace Bulwark.Studies.Results;

/// <summary>The tables of fire units, their launchers and the rounds they had at first.</summary>
internal static class FireUnitTables
{
    private const string Text = "TEXT";
    private const string Whole = "INTEGER";
    private const string Real = "REAL";

    public static void Write(SqliteFile database, RunPlan plan)
    {
        using (var units = new SqliteTable(
            database,
            "fire_unit",
            [("unit", "INTEGER PRIMARY KEY"), ("battery", Whole), ("id", Text), ("name", Text), ("radar", Text), ("latitude_deg", Real), ("longitude_deg", Real), ("antenna_height_m", Real), ("facing_deg", Real), ("limit_targets", Whole), ("limit_missiles", Whole)]))
        {
            foreach (var unit in plan.FireUnits)
            {
                units.Add(unit.Index);
                units.Add(unit.Battery);
                units.Add(unit.Id);
                units.Add(unit.Name);
                units.Add(unit.Engagement.Parameters.Name);
                var site = unit.PlacedEngagement.Site;
                units.Add(site.Frame.Antenna.LatitudeDeg);
                units.Add(site.Frame.Antenna.LongitudeDeg);
                units.Add(site.Frame.Antenna.HeightM);
                units.Add(double.RadiansToDegrees(site.FacingRad));
                AddCap(units, unit.Limits.Targets);
                AddCap(units, unit.Limits.Missiles);
                units.EndRow();
            }
        }

        using var lines = new SqliteTable(
            database,
            "magazine_line",
            [("unit", Whole), ("line", Whole), ("launchers_id", Text), ("launchers", Whole), ("round_id", Text), ("round", Text), ("per_launcher", Whole), ("store", Whole), ("latitude_deg", Real), ("longitude_deg", Real)]);
        foreach (var unit in plan.FireUnits)
        {
            for (var line = 0; line < unit.Lines.Length; line++)
            {
                var planned = unit.Lines[line];
                var group = unit.Unit.Launchers[planned.Group];
                lines.Add(unit.Index);
                lines.Add(line);
                lines.Add(group.Id);
                lines.Add(group.Count);
                lines.Add(planned.Load.Id);
                lines.Add(planned.Round.Name);
                lines.Add(planned.Load.PerLauncher);
                lines.Add(planned.Load.Store);
                var place = Wgs84.ToGeodetic(planned.LauncherPosition);
                lines.Add(place.LatitudeDeg);
                lines.Add(place.LongitudeDeg);
                lines.EndRow();
            }
        }
    }

    /// <summary>Adds a cap; none is NULL.</summary>
    public static void AddCap(SqliteTable table, int cap)
    {
        if (cap == int.MaxValue) table.AddNull();
        else table.Add(cap);
    }
}
