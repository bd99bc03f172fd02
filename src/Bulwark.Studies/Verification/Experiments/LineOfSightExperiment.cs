using System.Text.Json;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Smallest visible heights around the summit of Mont Ventoux against an exact ray for each point and against GDAL.</summary>
internal sealed class LineOfSightExperiment : IExperiment
{
    private const string PointsFile = "ventoux_summit.los.csv";
    private const string SharesFile = "ventoux_summit.los.json";
    private const string ExactTile = "ventoux_utm31_90m.tif";
    private const string GeographicTile = "n44_e005.dt1.gz";
    private const double SampleSpacingM = 45;

    /// <inheritdoc />
    public string Name => "terrain-line-of-sight";

    /// <inheritdoc />
    public string Area => "Terrain";

    /// <inheritdoc />
    public string Model => "lines of sight from the summit of Mont Ventoux";

    /// <inheritdoc />
    public string Source => "straight rays over the 4/3 Earth; gdal_viewshed";

    /// <inheritdoc />
    public string Rule =>
        $"Antenna 20 m above the summit. Smallest visible height above ground at the points of {PointsFile}, over the raster the table was made from, sampled every 45 m: 95 per cent of the points within 5 m of the table's rays. "
        + $"Share of cells within 40 km that see 50, 100, 300 and 1000 m above ground, by the map of smallest visible heights over {GeographicTile} (the same tile, not resampled): within 0.02 of GDAL's.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        var missing = input.TerrainFolder is null ? "no terrain; --terrain FOLDER names a folder with tiles and their tables"
            : Array.Find([PointsFile, SharesFile, ExactTile, GeographicTile], name => !File.Exists(Path.Combine(input.TerrainFolder, name))) is { } name ? $"{name} is not in the folder" : null;
        if (missing is not null)
        {
            findings.LeaveOut("skipped: " + missing);
            return;
        }

        try
        {
            Compare(findings, input.TerrainFolder!, cancellation);
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RowProblemException(0, $"{SharesFile} is not the table of shares that was expected: {damaged.Message}");
        }
    }

    private static void Compare(Findings findings, string folder, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, SharesFile)));
        var observer = json.RootElement.GetProperty("observer");
        var summit = TransverseMercator.Utm(31, isNorth: true).Inverse(new ProjectedPoint(observer.GetProperty("easting").GetDouble(), observer.GetProperty("northing").GetDouble()));
        var antennaHeightM = observer.GetProperty("height_agl_m").GetDouble();
        var raster = TileStore.Open(Path.Combine(folder, ExactTile));
        var sensor = SiteOnTerrain.Place(raster, summit, antennaHeightM);
        findings.Begin("summit");
        findings.Check("ground at the summit", "m", raster.HeightM(summit.LatitudeRad, summit.LongitudeRad), observer.GetProperty("ground_m").GetDouble(), Tolerance.Absolute(0.5));
        Points(findings, sensor, raster, ReferenceTable.Parse(PointsFile, File.ReadAllText(Path.Combine(folder, PointsFile))), cancellation);

        var store = TileStore.Open(Path.Combine(folder, GeographicTile));
        var grid = store.ReadWindow(store.Tiles[0].Box, 0, cancellation).Grid;
        var options = new VisibleHeightOptions { RadiusM = json.RootElement.GetProperty("radius_m").GetDouble() };
        var map = VisibleHeightMap.Compute(SiteOnTerrain.Place(raster, summit, antennaHeightM), grid, options, cancellationToken: cancellation);
        foreach (var share in json.RootElement.GetProperty("visible_fraction_by_target_agl_m").EnumerateObject())
        {
            var heightM = double.Parse(share.Name, System.Globalization.CultureInfo.InvariantCulture);
            findings.Begin($"{share.Name} m above ground");
            findings.Check("visible share", "", map.Count(heightM).VisibleShare, share.Value.GetDouble(), Tolerance.Absolute(0.02));
        }
    }

    private static void Points(Findings findings, SensorFrame sensor, TileStore raster, ReferenceTable table, CancellationToken cancellation)
    {
        var errors = new List<double>();
        foreach (var row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = GeodeticPoint.FromDegrees(row.Number("lat", -90, 90), row.Number("lon", -180, 180));
            errors.Add(Math.Abs(LineOfSight.LowestVisible(sensor, place, raster, spacingM: SampleSpacingM).MinimumAboveGroundM - row.Number("min_visible_agl_ray_m")));
        }

        errors.Sort();
        findings.Begin($"{errors.Count} points");
        findings.CheckError("visible height, 95 of 100 points", "m", errors.Count == 0 ? double.NaN : errors[(int)(0.95 * (errors.Count - 1))], Tolerance.Absolute(5));
    }
}
