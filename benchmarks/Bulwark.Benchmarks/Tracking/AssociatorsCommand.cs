using System.Diagnostics;
using System.Globalization;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>
/// <c>associators [SCENARIO] [REPLICATIONS]</c>: what the way of giving plots to tracks, and the motion believed in, do to a scenario's outcome and to its
/// first picture. Every method meets the same luck. Prints one row for each, means over the replications.
/// </summary>
internal static class AssociatorsCommand
{
    private static readonly (string Name, AssociationMethod Method)[] Methods =
    [
        ("assignment", AssociationMethod.GlobalNearestNeighbour), ("nearest first", AssociationMethod.NearestFirst),
        ("joint probabilities", AssociationMethod.JointProbabilistic), ("multiple hypotheses", AssociationMethod.MultipleHypothesis),
    ];

    public static int Run(string[] arguments)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("No checkout found.");
        var id = arguments.Length > 0 ? arguments[0] : "crete-s300";
        var count = arguments.Length > 1 ? uint.Parse(arguments[1]) : 5;
        var scenario = ScenarioReader.Read(Path.Combine(folder.FullName, "scenarios", id + ".yaml"), CatalogueStore.LoadEmbedded());
        Console.WriteLine("| motion | association | leaked | rounds | GOSPA m | localisation, missed, false km2 | completeness | spuriousness | changes of track | breaks | longest segment | squared error ratio | CPU s |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (motion, set) in ((string, MotionModelSet?)[])[("straight", null), ("seven models", MotionModelSet.AirSurveillance)])
        {
            foreach (var (name, method) in Methods)
            {
                var with = scenario with { Batteries = [.. scenario.Batteries.Select(battery => battery with { Tracker = battery.Tracker with { Association = method, Motion = set } })] };
                var (runs, clock) = (new List<RunResult>(), Process.GetCurrentProcess().TotalProcessorTime);
                for (var replication = 0U; replication < count; replication++) runs.Add(Simulator.Run(with, new RunOptions { Replication = replication, Threads = 1 }));
                Print(motion, name, runs, (Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds / count);
            }
        }

        return 0;
    }

    private static void Print(string motion, string method, List<RunResult> runs, double cpuS)
    {
        double Mean(Func<PictureScore, double> value) => runs.Average(run => value(run.Pictures[0]));
        double Km2(Func<Bulwark.Tracking.Metrics.ScorePoint, double> part) => Mean(picture => picture.Score.Points.Average(part)) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {motion} | {method} | {runs.Average(static run => run.Summary.Targets.Leaked):F1} | {runs.Average(static run => run.Summary.RoundsSpent):F1} | {Mean(static picture => picture.Score.GospaMeanM):F0} | {Km2(static point => point.Distance.LocalisationM2):F2}, {Km2(static point => point.Distance.MissedM2):F2}, {Km2(static point => point.Distance.FalseM2):F2} | {Mean(static picture => picture.Score.CompletenessShare):F3} | {Mean(static picture => picture.Score.SpuriousnessShare):F3} | {Mean(static picture => picture.Score.StickyIdSwitches):F0} | {Mean(static picture => picture.Score.Breaks):F0} | {Mean(static picture => picture.Score.LongestSegmentShare):F3} | {Mean(static picture => picture.SquaredErrorRatio):F2} | {cpuS:F1} |"));
    }
}
