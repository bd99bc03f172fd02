using System.Text.Json;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;

namespace Bulwark.Formats.PlotTables;

/// <summary>
/// What a table of plots means: the radar, its noise, its coverage and its false plots, from a <c>scenario.json</c> of the tracking
/// benchmark (docs/command-line.md lists its members); and the tables that go with it. Immutable.
/// </summary>
public sealed class PlotScenario
{
    private const int MostScans = 1_000_000;

    private PlotScenario(JsonElement root)
    {
        var sensor = root.GetProperty("sensor");
        var noise = root.GetProperty("noise_sigma");
        var coverage = root.GetProperty("coverage");
        Name = root.GetProperty("name").GetString() ?? "plots";
        Scans = root.GetProperty("scans").GetInt32();
        PeriodS = Positive(root, "scan_period_s");
        DetectionProbability = Math.Clamp(Positive(root, "probability_of_detection"), 0, 0.999);
        Rotates = root.GetProperty("rotating").GetBoolean();
        CutoffM = Positive(root.GetProperty("metric"), "cutoff_m");
        Targets = root.GetProperty("targets").GetInt32();
        FalsePlotRateHz = root.GetProperty("mean_false_plots_per_scan").GetDouble() / PeriodS;
        RangeSigmaM = Positive(noise, "range_m");
        AzimuthSigmaRad = double.DegreesToRadians(Positive(noise, "azimuth_deg"));
        RangeRateSigmaMPerS = noise.TryGetProperty("range_rate_mps", out _) ? Positive(noise, "range_rate_mps") : 0;
        ElevationSigmaRad = double.DegreesToRadians(Positive(noise, "elevation_deg"));
        FalsePlotProbability = root.GetProperty("clutter_density_per_m_rad2").GetDouble() * Math.Pow(2 * Math.PI, 1.5) * RangeSigmaM * AzimuthSigmaRad * ElevationSigmaRad;
        (LeastRangeM, MostRangeM) = (coverage.GetProperty("range_m")[0].GetDouble(), coverage.GetProperty("range_m")[1].GetDouble());
        (LeastElevationRad, MostElevationRad) = (Angle(coverage, 0), Angle(coverage, 1));
        Frame = new SensorFrame(
            GeodeticPoint.FromDegrees(sensor.GetProperty("lat_deg").GetDouble(), sensor.GetProperty("lon_deg").GetDouble(), sensor.GetProperty("alt_m").GetDouble()), 0, 1);
        if (Scans is < 1 or > MostScans || Targets < 1 || !(FalsePlotRateHz >= 0) || !(FalsePlotProbability is >= 0 and < 1)) throw new FormatException("scans, targets or false plots are out of range");
    }

    /// <summary>Name of the scenario.</summary>
    public string Name { get; }

    /// <summary>Number of scans.</summary>
    public int Scans { get; }

    /// <summary>Time of one scan, seconds; scan k, from 1, ends at k times this.</summary>
    public double PeriodS { get; }

    /// <summary>Chance that a target gives a plot in a scan.</summary>
    public double DetectionProbability { get; }

    /// <summary>Whether each plot has its own time, as from a turning antenna, rather than the end of its scan.</summary>
    public bool Rotates { get; }

    /// <summary>Cutoff of the scores, metres.</summary>
    public double CutoffM { get; }

    /// <summary>About how many targets there are.</summary>
    public int Targets { get; }

    /// <summary>Mean false plots in a second.</summary>
    public double FalsePlotRateHz { get; }

    /// <summary>Standard deviation of range, metres.</summary>
    public double RangeSigmaM { get; }

    /// <summary>Standard deviation of azimuth, radians.</summary>
    public double AzimuthSigmaRad { get; }

    /// <summary>Standard deviation of elevation, radians.</summary>
    public double ElevationSigmaRad { get; }

    /// <summary>Standard deviation of range rate, m/s; 0 when the radar measures none.</summary>
    public double RangeRateSigmaMPerS { get; }

    /// <summary>Mean false plots in a cell of one sigma in each value, with the Gaussian's volume.</summary>
    public double FalsePlotProbability { get; }

    /// <summary>Least range covered, metres.</summary>
    public double LeastRangeM { get; }

    /// <summary>Largest range covered, metres.</summary>
    public double MostRangeM { get; }

    /// <summary>Least elevation covered, radians.</summary>
    public double LeastElevationRad { get; }

    /// <summary>Largest elevation covered, radians.</summary>
    public double MostElevationRad { get; }

    /// <summary>Where the radar stands; straight rays, as the tables are made on a flat Earth.</summary>
    public SensorFrame Frame { get; }

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">It is no such scenario.</exception>
    public static PlotScenario Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 16 });
            return new PlotScenario(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new TableException(path, (problem.LineNumber ?? 0) + 1, (problem.BytePositionInLine ?? 0) + 1, "this is not JSON", "the scenario of a table of plots", problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new TableException(path, 1, 1, $"a member is missing or cannot be used ({problem.Message.TrimEnd('.')})", "the scenario of a table of plots", problem);
        }
    }

    /// <summary>
    /// Reads the plots, a scan at a time: <c>time_s, scan, range_m, azimuth_deg, elevation_deg</c> and, where it is measured,
    /// <c>range_rate_mps</c>, whose standard deviation is the scenario's <c>noise_sigma.range_rate_mps</c>.
    /// </summary>
    /// <param name="path">The table, plain or .gz.</param>
    /// <exception cref="TableException">A row cannot be used.</exception>
    public Plot[][] ReadPlots(string path)
    {
        var scans = new ScanRows<Plot>(Scans);
        var id = 0L;
        foreach (var (line, row) in NumberTable.Rows(path, ["time_s", "scan", "range_m", "azimuth_deg", "elevation_deg"], ["range_rate_mps"]))
        {
            if (!double.IsNaN(row[5]) && RangeRateSigmaMPerS == 0) throw new TableException(path, line, 1, "a range rate", "none, or its standard deviation as noise_sigma.range_rate_mps in the scenario");
            if (Math.Abs(row[5]) >= 2e4) throw new TableException(path, line, 1, $"range rate {row[5]}", "less than 20000 m/s either way");
            if (row[1] != Math.Floor(row[1]) || row[1] < 1 || row[1] > Scans) throw new TableException(path, line, 1, $"scan {row[1]}", $"1 to {Scans}");
            if (Math.Abs(row[0]) > 1e9 || !(row[2] is > 0 and < 1e9) || Math.Abs(row[4]) > 90) throw new TableException(path, line, 1, "time, range or elevation is out of range", "seconds, metres above 0, degrees from -90 to 90");

            // Plots of a flat Earth without refraction: straight lines from the antenna give their position, whose elevation the frame then tells.
            var (azimuth, elevation) = (double.DegreesToRadians(row[3]), double.DegreesToRadians(row[4]));
            var ground = row[2] * Math.Cos(elevation);
            var apparent = Frame.Measure(new EnuVector(ground * Math.Sin(azimuth), ground * Math.Cos(azimuth), row[2] * Math.Sin(elevation)));
            scans.Add((int)row[1] - 1, new Plot
            {
                Time = SimTime.FromSeconds(row[0]),
                RangeM = row[2],
                AzimuthRad = azimuth,
                ElevationRad = apparent.ElevationRad,
                RangeSigmaM = RangeSigmaM,
                AzimuthSigmaRad = AzimuthSigmaRad,
                ElevationSigmaRad = ElevationSigmaRad,
                RangeRateMPerS = row[5],
                RangeRateSigmaMPerS = RangeRateSigmaMPerS,
                Id = id++,
            });
        }

        return scans.ToArrays();
    }

    /// <summary>Reads the truth at the scan ends: <c>time_s, target_id, x_m, y_m, z_m, vx_mps, vy_mps, vz_mps</c>.</summary>
    /// <param name="path">The table, plain or .gz.</param>
    /// <exception cref="TableException">A row cannot be used.</exception>
    public ScoredState[][] ReadTruth(string path)
    {
        var scans = new ScanRows<ScoredState>(Scans);
        foreach (var (line, row) in NumberTable.Rows(path, ["time_s", "target_id", "x_m", "y_m", "z_m", "vx_mps", "vy_mps", "vz_mps"]))
        {
            var scan = Math.Round(row[0] / PeriodS);
            if (scan < 1 || scan > Scans || Math.Abs(row[0] - (scan * PeriodS)) > 1e-3) throw new TableException(path, line, 1, $"time {row[0]} s", $"the end of a scan: 1 to {Scans} times {PeriodS} s");
            if (Math.Abs(row[1]) > int.MaxValue || row[1] != Math.Floor(row[1])) throw new TableException(path, line, 1, $"target {row[1]}", "a whole number");
            scans.Add((int)scan - 1, new ScoredState((int)row[1], new EnuVector(row[2], row[3], row[4]), new EnuVector(row[5], row[6], row[7])));
        }

        return scans.ToArrays();
    }

    private static double Positive(JsonElement parent, string name) =>
        parent.GetProperty(name).GetDouble() is > 0 and < 1e9 and var value ? value : throw new FormatException($"{name} is not above 0");

    private static double Angle(JsonElement coverage, int end) => double.DegreesToRadians(coverage.GetProperty("elevation_deg")[end].GetDouble());
}
