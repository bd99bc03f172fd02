using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>A scenario of the tracking benchmark: its settings, its plots a scan at a time, and the truth at the scan ends.</summary>
internal sealed class BenchScenario
{
    private BenchScenario(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "scenario.json"));
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        var noise = root.GetProperty("noise_sigma");
        var coverage = root.GetProperty("coverage");
        var sensor = root.GetProperty("sensor");
        Name = root.GetProperty("name").GetString() ?? Path.GetFileName(folder);
        Scans = root.GetProperty("scans").GetInt32();
        PeriodS = root.GetProperty("scan_period_s").GetDouble();
        DetectionProbability = root.GetProperty("probability_of_detection").GetDouble();
        Rotates = root.GetProperty("rotating").GetBoolean();
        CutoffM = root.GetProperty("metric").GetProperty("cutoff_m").GetDouble();
        Targets = root.GetProperty("targets").GetInt32();
        FalsePlots = root.GetProperty("mean_false_plots_per_scan").GetDouble();
        DensityPerMRad2 = root.GetProperty("clutter_density_per_m_rad2").GetDouble();
        RangeSigmaM = noise.GetProperty("range_m").GetDouble();
        AzimuthSigmaRad = double.DegreesToRadians(noise.GetProperty("azimuth_deg").GetDouble());
        ElevationSigmaRad = double.DegreesToRadians(noise.GetProperty("elevation_deg").GetDouble());
        RangeM = Pair(coverage, "range_m", 1);
        AzimuthRad = Pair(coverage, "azimuth_deg", Math.PI / 180);
        ElevationRad = Pair(coverage, "elevation_deg", Math.PI / 180);
        Frame = new SensorFrame(
            GeodeticPoint.FromDegrees(sensor.GetProperty("lat_deg").GetDouble(), sensor.GetProperty("lon_deg").GetDouble(), sensor.GetProperty("alt_m").GetDouble()), 0, 1);
        Plots = ReadPlots(Path.Combine(folder, "plots.csv.gz"));
        Truth = ReadTruth(Path.Combine(folder, "truth.csv.gz"));
    }

    public string Name { get; }

    public int Scans { get; }

    public double PeriodS { get; }

    public double DetectionProbability { get; }

    public bool Rotates { get; }

    public double CutoffM { get; }

    public int Targets { get; }

    public double FalsePlots { get; }

    public double DensityPerMRad2 { get; }

    public double RangeSigmaM { get; }

    public double AzimuthSigmaRad { get; }

    public double ElevationSigmaRad { get; }

    public (double Low, double High) RangeM { get; }

    public (double Low, double High) AzimuthRad { get; }

    public (double Low, double High) ElevationRad { get; }

    public SensorFrame Frame { get; }

    /// <summary>The plots of each scan, the first at index 0.</summary>
    public Plot[][] Plots { get; }

    /// <summary>The targets at each scan end, the first at index 0.</summary>
    public TruthState[][] Truth { get; }

    /// <summary>Reads a scenario.</summary>
    public static BenchScenario Read(string folder) => new(folder);

    private static (double Low, double High) Pair(JsonElement parent, string name, double factor) =>
        (parent.GetProperty(name)[0].GetDouble() * factor, parent.GetProperty(name)[1].GetDouble() * factor);

    private static IEnumerable<double[]> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return Array.ConvertAll(line.Split(','), static text => double.Parse(text, CultureInfo.InvariantCulture));
    }

    private Plot[][] ReadPlots(string path)
    {
        var scans = new List<Plot>[Scans];
        for (var scan = 0; scan < Scans; scan++) scans[scan] = [];
        var id = 0;
        foreach (var row in Rows(path))
        {
            // Plots of a flat Earth without refraction: straight lines from the antenna give their position, whose elevation the frame then tells.
            var (range, azimuth, elevation) = (row[2], double.DegreesToRadians(row[3]), double.DegreesToRadians(row[4]));
            var ground = range * Math.Cos(elevation);
            var apparent = Frame.Measure(new EnuVector(ground * Math.Sin(azimuth), ground * Math.Cos(azimuth), range * Math.Sin(elevation)));
            scans[(int)row[1] - 1].Add(new Plot
            {
                Time = SimTime.FromSeconds(row[0]),
                RangeM = range,
                AzimuthRad = azimuth,
                ElevationRad = apparent.ElevationRad,
                RangeSigmaM = RangeSigmaM,
                AzimuthSigmaRad = AzimuthSigmaRad,
                ElevationSigmaRad = ElevationSigmaRad,
                Id = id++,
            });
        }

        return Array.ConvertAll(scans, static plots => plots.ToArray());
    }

    private TruthState[][] ReadTruth(string path)
    {
        var scans = new List<TruthState>[Scans];
        for (var scan = 0; scan < Scans; scan++) scans[scan] = [];
        foreach (var row in Rows(path))
        {
            scans[(int)Math.Round(row[0] / PeriodS) - 1].Add(new TruthState((int)row[1], new EnuVector(row[2], row[3], row[4]), new EnuVector(row[5], row[6], row[7])));
        }

        return Array.ConvertAll(scans, static states => states.ToArray());
    }
}
