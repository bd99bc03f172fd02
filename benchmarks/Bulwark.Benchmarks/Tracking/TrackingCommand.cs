using System.Globalization;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// <c>tracking FOLDER [OUT]</c>: runs every scenario found in the folder (scenario.json, plots.csv.gz, truth.csv.gz), best of three,
/// prints scores, processor time and memory, and writes the tracks of each to OUT/NAME.csv. <c>--parts</c> also switches parts off.
/// </summary>
internal static class TrackingCommand
{
    private const int Repeats = 3;

    public static int Run(string[] arguments)
    {
        var parts = arguments.Contains("--parts");
        string[] folders = [.. arguments.Where(static argument => !argument.StartsWith("--", StringComparison.Ordinal))];
        if (folders.Length is < 1 or > 2)
        {
            Console.Error.WriteLine("usage: tracking FOLDER [OUT] [--parts]");
            return 2;
        }

        string[] scenarios = File.Exists(Path.Combine(folders[0], "scenario.json"))
            ? [folders[0]]
            : [.. Directory.GetDirectories(folders[0]).Where(static folder => File.Exists(Path.Combine(folder, "scenario.json"))).Order(StringComparer.Ordinal)];
        if (scenarios.Length == 0)
        {
            Console.Error.WriteLine($"{folders[0]}: no scenario.json in it or in its folders");
            return 2;
        }

        Console.WriteLine("| scenario | tracker | OSPA m | GOSPA m | compl. | ambig. | spur. | pos. m | vel. m/s | hor. RMS m | vert. RMS m | switches | breaks | CPU s | worst scan s | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var folder in scenarios)
        {
            var scenario = BenchScenario.Read(folder);
            foreach (var (name, change) in parts ? BenchSettings.Variants : BenchSettings.Variants[..1])
            {
                var best = BenchRun.Of(scenario, change(BenchSettings.For(scenario)));
                for (var repeat = 1; repeat < Repeats; repeat++)
                {
                    var run = BenchRun.Of(scenario, change(BenchSettings.For(scenario)));
                    if (run.CpuS < best.CpuS) best = run;
                }

                Print(scenario, name, best);
                if (folders.Length == 2 && name == BenchSettings.Variants[0].Name) best.Write(Path.Combine(folders[1], scenario.Name + ".csv"), scenario);
            }
        }

        return 0;
    }

    private static void Print(BenchScenario scenario, string name, BenchRun run)
    {
        var score = new BenchScore();
        for (var scan = 0; scan < scenario.Scans; scan++) score.Add(scenario.Truth[scan], run.Tracks[scan], scenario.CutoffM);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {name} | {score.OspaM:F1} | {score.GospaM:F0} | {score.CompletenessShare:F3} | {score.AmbiguityRatio:F3} | {score.SpuriousnessShare:F3} | {score.PositionAccuracyM:F1} | {score.VelocityAccuracyMPerS:F1} | {score.HorizontalRmsM:F1} | {score.VerticalRmsM:F1} | {score.IdSwitches} | {score.Breaks} | {run.CpuS:F3} | {run.WorstScanS:F4} | {Environment.WorkingSet / 1e6:F0} |"));
    }
}
