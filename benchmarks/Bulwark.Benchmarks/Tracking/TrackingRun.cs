using Bulwark.Formats.PlotTables;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>One run of the tracker over a table of plots: the confirmed tracks at each scan end, and what it cost.</summary>
internal sealed class TrackingRun
{
    private TrackingRun(int scans) => Tracks = new ScoredState[scans][];

    /// <summary>The confirmed tracks at each scan end.</summary>
    public ScoredState[][] Tracks { get; }

    /// <summary>Processor time of each scan, seconds.</summary>
    public List<double> ScanCpuS { get; } = [];

    /// <summary>Processor time of the tracker alone, seconds.</summary>
    public double CpuS => ScanCpuS.Sum();

    /// <summary>Managed memory that the tracker holds at the end, bytes.</summary>
    public long HeldBytes { get; private set; }

    /// <summary>Most tracks held after a scan, tentative ones among them.</summary>
    public int MostHeld { get; private set; }

    public TrackerCounters Counters { get; private set; }

    /// <summary>Runs the tracker.</summary>
    public static TrackingRun Of(PlotScenario scenario, Plot[][] plots, TrackerParameters parameters)
    {
        // What an earlier run left behind is no part of this one's memory.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tracker = new PlotTableTracker(scenario, parameters);
        var run = new TrackingRun(scenario.Scans);
        for (var scan = 0; scan < scenario.Scans; scan++)
        {
            var start = Environment.CpuUsage.TotalTime;
            run.Tracks[scan] = tracker.Next(plots[scan]);
            run.ScanCpuS.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
            run.MostHeld = Math.Max(run.MostHeld, tracker.TracksHeld);
        }

        run.HeldBytes = GC.GetTotalMemory(forceFullCollection: true) - before - run.Tracks.Sum(static scan => 56L * scan.Length);
        run.Counters = tracker.Counters;
        return run;
    }
}
