using System.Globalization;
using Bulwark.Formats.PlotTables;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// <c>tracking FOLDER [OUT]</c>: runs every scenario found in the folder (scenario.json, plots.csv.gz, truth.csv.gz), best of three,
/// prints scores, processor time and memory, and writes the tracks of each to OUT/NAME.csv. <c>--parts</c> also switches parts off,
/// <c>--scans</c> prints the time of each scan, <c>--set Name=Value</c> changes a setting of the tracker.
/// </summary>
internal static class TrackingCommand
{
    private const int Repeats = 3;

    public static int Run(string[] arguments)
    {
        var (parts, scans) = (arguments.Contains("--parts"), arguments.Contains("--scans"));
        string[] folders = [.. arguments.Where(static argument => !argument.StartsWith("--", StringComparison.Ordinal) && !argument.Contains('='))];
        string[] changes = [.. arguments.Where(static argument => argument.Contains('='))];
        if (folders.Length is < 1 or > 2)
        {
            Console.Error.WriteLine("usage: tracking FOLDER [OUT] [--parts] [--scans] [--set Name=Value ...]");
            return 2;
        }

        string[] scenarios = [.. Directory.GetFiles(folders[0], "scenario.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (scenarios.Length == 0)
        {
            Console.Error.WriteLine($"{folders[0]}: no scenario.json in it or in its folders");
            return 2;
        }

        Console.WriteLine("| scene | tracker | OSPA m | GOSPA m | compl. | ambig. | spur. | pos. m | vel. m/s | hor. RMS m | vert. RMS m | switches | breaks | start s | CPU s | worst scan s | tracker MB | process MB | most tracks |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var path in scenarios)
        {
            var scenario = PlotScenario.Read(path);
            var folder = Path.GetDirectoryName(path) ?? ".";
            var plots = scenario.ReadPlots(Path.Combine(folder, "plots.csv.gz"));
            foreach (var (name, change) in parts ? TrackerVariants.All : TrackerVariants.All[..1])
            {
                var best = TrackingRun.Of(scenario, plots, TrackerVariants.Set(change(PlotTableTracker.Settings(scenario)), changes));
                for (var repeat = 1; repeat < Repeats; repeat++)
                {
                    var run = TrackingRun.Of(scenario, plots, TrackerVariants.Set(change(PlotTableTracker.Settings(scenario)), changes));
                    if (run.CpuS < best.CpuS) best = run;
                }

                // The tracker is gone; what it held is given back before the truth comes on top.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                var score = PlotTableTracker.Score(scenario, scenario.ReadTruth(Path.Combine(folder, "truth.csv.gz")), best.Tracks);
                Print(scenario, name, best, score, System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64);
                if (scans) Console.WriteLine(string.Join(' ', best.ScanCpuS.Select(static seconds => seconds.ToString("F3", CultureInfo.InvariantCulture))));
                if (folders.Length == 2 && name == TrackerVariants.All[0].Name) Write(scenario, best, folders[1]);
            }
        }

        return 0;
    }

    private static void Write(PlotScenario scenario, TrackingRun run, string folder)
    {
        Directory.CreateDirectory(folder);
        PlotTableTracker.Write(scenario, run.Tracks, File.Create(Path.Combine(folder, scenario.Name + ".csv")));
    }

    private static void Print(PlotScenario scenario, string name, TrackingRun run, TrackingScore score, long peak) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {name} | {score.OspaMeanM:F1} | {score.GospaMeanM:F0} | {score.CompletenessShare:F3} | {score.AmbiguityRatio:F3} | {score.SpuriousnessShare:F3} | {score.PositionAccuracyM:F1} | {score.VelocityAccuracyMPerS:F1} | {score.HorizontalRmsM:F1} | {score.VerticalRmsM:F1} | {score.IdSwitches} | {score.Breaks} | {score.MeanInitiationDelayS:F1} | {run.CpuS:F3} | {run.ScanCpuS.Max():F3} | {run.HeldBytes / 1e6:F0} | {peak / 1e6:F0} | {run.MostHeld} |"));
}
