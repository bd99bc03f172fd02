using Bulwark.Core.Terrain;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Heights of real tiles against what other programs read from them.</summary>
internal sealed class TerrainHeightsExperiment : IExperiment
{
    private const string Ending = ".points.csv";

    /// <inheritdoc />
    public string Name => "terrain-heights";

    /// <inheritdoc />
    public string Area => "Terrain";

    /// <inheritdoc />
    public string Model => "heights of real tiles";

    /// <inheritdoc />
    public string Source => "GDAL and another reader, tables beside the tiles";

    /// <inheritdoc />
    public string Rule =>
        "Every table NAME.points.csv of the folder given by --terrain with the tile NAME. Bilinear heights, printed to a centimetre at places printed to a millionth of a degree: half a centimetre and the change of height over half a millionth of a degree. "
        + "Where the table says void, the height must be unknown (an error of 1 stands for one that is not).";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        var tables = input.TerrainFolder is { } folder ? Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal).ToArray() : [];
        if (tables.Length == 0) findings.LeaveOut(input.TerrainFolder is null ? "skipped: no terrain; --terrain FOLDER names a folder with tiles and their tables" : $"skipped: no *{Ending} in the folder");
        foreach (var table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileName(table)[..^Ending.Length];
            var tile = Directory.GetFiles(input.TerrainFolder!, name + ".*").Order(StringComparer.Ordinal).FirstOrDefault(static file => !file.EndsWith(Ending, StringComparison.Ordinal));
            findings.Begin(name);
            if (tile is null) findings.LeaveOut($"skipped: {Path.GetFileName(table)} has no tile beside it");
            else Compare(findings, name, TileStore.Open(tile), ReferenceTable.Parse(table, File.ReadAllText(table)));
        }
    }

    private static void Compare(Findings findings, string name, TileStore store, ReferenceTable table)
    {
        var half = double.DegreesToRadians(0.5e-6);
        foreach (var row in table.Rows)
        {
            findings.Begin($"{name}, line {row.Line}");
            var (latitudeRad, longitudeRad) = (double.DegreesToRadians(row.Number("lat", -90, 90)), double.DegreesToRadians(row.Number("lon", -360, 360)));
            var found = store.HeightM(latitudeRad, longitudeRad);
            if (row.Text("bilinear_m") == "void")
            {
                findings.CheckError("void is unknown", "", double.IsNaN(found) ? 0 : 1, Tolerance.Absolute(0));
                continue;
            }

            var slopeM = 0.0;
            foreach (var (north, east) in ((int, int)[])[(1, 1), (1, -1), (-1, 1), (-1, -1)])
                slopeM = Math.Max(slopeM, Math.Abs(store.HeightM(latitudeRad + (north * half), longitudeRad + (east * half)) - found));
            findings.CheckError("bilinear height", "m", Math.Abs(found - row.Number("bilinear_m")), Tolerance.Absolute(0.005), 0.0051 + slopeM);
        }
    }
}
