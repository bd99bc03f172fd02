using System.Globalization;
using System.Text;
using Bulwark.Formats.PlotTables;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark track</c> on tables of plots, tidy and hostile.</summary>
public sealed class PlotTableTrackTests : IDisposable
{
    private const int Scans = 20;

    private const string Scenario =
        """
        {"name": "pair", "sensor": {"lat_deg": 50, "lon_deg": -30, "alt_m": 0},
         "noise_sigma": {"range_m": 50, "azimuth_deg": 0.1, "elevation_deg": 0.15}, "scan_period_s": 4, "scans": 20,
         "probability_of_detection": 0.9, "mean_false_plots_per_scan": 1, "coverage": {"range_m": [5000, 130000], "elevation_deg": [0.2, 45]},
         "rotating": false, "clutter_density_per_m_rad2": 1e-5, "metric": {"p": 2, "cutoff_m": 1000}, "targets": 2}
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_command_writes_exactly_what_the_library_tracks()
    {
        var tracked = Track(Table(static (_, _, _) => string.Empty));
        Assert.Equal(0, tracked.ExitCode);
        var scenario = PlotScenario.Read(_scratch["scenario.json"]);
        var tracker = new PlotTableTracker(scenario, PlotTableTracker.Settings(scenario));
        ScoredState[][] expected = [.. scenario.ReadPlots(_scratch["plots.csv"]).Select(plots => tracker.Next(plots))];
        Assert.Equal(2, expected[^1].Length);
        PlotTableTracker.Write(scenario, expected, File.Create(_scratch["expected.csv"]));
        Assert.Equal(File.ReadAllText(_scratch["expected.csv"]), File.ReadAllText(Path.Combine(_scratch["out"], "tracks.csv")));
        Assert.Equal(0, (long)tracked.Json()["refusedPlots"]!["repeated"]!);
    }

    [Fact]
    public void Settings_of_the_tracker_are_those_of_the_library()
    {
        var usual = Track(Table(static (_, _, _) => string.Empty));
        var before = File.ReadAllText(Path.Combine(_scratch["out"], "tracks.csv"));
        Directory.Delete(_scratch["out"], recursive: true);
        var tracked = Track(Table(static (_, _, _) => string.Empty), "--tracker", "association=nearest-first", "--tracker", "motion=straight", "--tracker", "start=two-point");
        Assert.Equal((0, 0), (usual.ExitCode, tracked.ExitCode));
        var scenario = PlotScenario.Read(_scratch["scenario.json"]);
        var tracker = new PlotTableTracker(scenario, PlotTableTracker.Settings(scenario) with { Association = AssociationMethod.NearestFirst, Motion = null, Start = StartMethod.TwoPoint });
        PlotTableTracker.Write(scenario, [.. scenario.ReadPlots(_scratch["plots.csv"]).Select(plots => tracker.Next(plots))], File.Create(_scratch["expected.csv"]));
        Assert.Equal(File.ReadAllText(_scratch["expected.csv"]), File.ReadAllText(Path.Combine(_scratch["out"], "tracks.csv")));
        Assert.NotEqual(before, File.ReadAllText(Path.Combine(_scratch["out"], "tracks.csv")));
    }

    [Fact]
    public void Repeated_early_and_late_plots_are_counted_and_told()
    {
        var tracked = Track(Table(static (scan, place, row) => place > 0 ? string.Empty : scan switch
        {
            < 10 => row,
            < 15 => Row(1000, scan + 1, 20_000 + scan, 10, 3),
            _ => Row(1, scan + 1, 20_000 + scan, 10, 3),
        }));
        Assert.Equal(0, tracked.ExitCode);
        var refused = tracked.Json()["refusedPlots"]!;
        Assert.Equal((10, 5, 5), ((int)refused["repeated"]!, (int)refused["ahead"]!, (int)refused["late"]!));
        Assert.Contains("plots refused: 5 too late, 5 ahead of their own delivery, 10 exactly repeated", tracked.Error, StringComparison.Ordinal);
        Assert.Equal(2, (int)tracked.Json()["tracks"]!);
    }

    [Fact]
    public void Far_more_plots_than_the_scenario_says_are_borne()
    {
        var tracked = Track(Table(static (scan, place, _) => place > 0 ? string.Empty : string.Concat(Enumerable.Range(0, 100).Select(k =>
            Row(4 * (scan + 1), scan + 1, 6000 + (((k * 7919) + (scan * 104_729)) % 120_000), ((k * 37.77) + (scan * 11.3)) % 360, 0.5 + (((k * 13) + scan) % 40 * 0.4))))));
        Assert.Equal(0, tracked.ExitCode);
        Assert.Equal(Scans * 102, (int)tracked.Json()["plots"]!);
    }

    [Fact]
    public void A_radar_that_jumps_makes_new_tracks_and_ends_the_old()
    {
        var tracked = Track(Table(static (_, _, _) => string.Empty, jumpAtScan: 10));
        Assert.Equal(0, tracked.ExitCode);
        Assert.Equal(4, (int)tracked.Json()["tracks"]!);
    }

    [Fact]
    public void A_value_that_is_none_stops_the_command_with_its_place_and_leaves_nothing()
    {
        var tracked = Track(Table(static (scan, place, _) => (scan, place) == (3, 1) ? "16,4,NaN,0,1\n" : string.Empty));
        Assert.Equal(2, tracked.ExitCode);
        Assert.Contains("plots.csv:10:6: 'NaN' as range_m", tracked.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["out"]));
    }

    // Two aircraft flying straight, 30 km apart; after each of their rows may come more.
    private static string Table(Func<int, int, string, string> more, int jumpAtScan = int.MaxValue)
    {
        var text = new StringBuilder("time_s,scan,range_m,azimuth_deg,elevation_deg\n");
        for (var scan = 0; scan < Scans; scan++)
        {
            for (var place = 0; place < 2; place++)
            {
                var (east, north, up) = (30_000.0 + (30_000 * place), 20_000.0 - (800 * scan), 5000.0);
                var range = Math.Sqrt((east * east) + (north * north) + (up * up));
                var azimuth = double.RadiansToDegrees(Math.Atan2(east, north)) + (scan >= jumpAtScan ? 60 : 0);
                var row = Row(4 * (scan + 1), scan + 1, range, azimuth, double.RadiansToDegrees(Math.Asin(up / range)));
                text.Append(row).Append(more(scan, place, row));
            }
        }

        return text.ToString();
    }

    private static string Row(double timeS, int scan, double range, double azimuth, double elevation) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeS},{scan},{range:F2},{azimuth:F4},{elevation:F4}\n");

    private Command Track(string table, params string[] more)
    {
        File.WriteAllText(_scratch["scenario.json"], Scenario);
        File.WriteAllText(_scratch["plots.csv"], table);
        return Command.Run(["track", _scratch["plots.csv"], "--scenario", _scratch["scenario.json"], "--out", _scratch["out"], "--json", .. more]);
    }
}
