using System.Globalization;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>One run of the tracker over a scenario: the confirmed tracks at each scan end, and the time it took.</summary>
internal sealed class BenchRun
{
    private BenchRun(BenchScenario scenario) => Tracks = new TruthState[scenario.Scans][];

    /// <summary>The confirmed tracks at each scan end.</summary>
    public TruthState[][] Tracks { get; }

    /// <summary>Processor time of the tracker alone, seconds.</summary>
    public double CpuS { get; private set; }

    /// <summary>The scan that took longest, seconds.</summary>
    public double WorstScanS { get; private set; }

    public TrackerCounters Counters { get; private set; }

    /// <summary>Runs the tracker.</summary>
    public static BenchRun Of(BenchScenario scenario, TrackerParameters parameters)
    {
        var sensor = new SensorDescription(scenario.Frame, scenario.PeriodS, true) { LookSlackShare = scenario.Rotates ? 0.1 : 0 };
        var tracker = new Tracker(parameters, [sensor]);
        var run = new BenchRun(scenario);
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < scenario.Scans; scan++)
        {
            var end = SimTime.FromSeconds((scan + 1) * scenario.PeriodS);
            changes.Clear();
            var start = CpuNow();
            tracker.Process(scenario.Plots[scan], end, changes);
            run.Tracks[scan] = Confirmed(scenario, tracker, end);
            var spent = CpuNow() - start;
            run.CpuS += spent;
            run.WorstScanS = Math.Max(run.WorstScanS, spent);
        }

        run.Counters = tracker.Counters;
        return run;
    }

    /// <summary>Writes the tracks as score.py reads them.</summary>
    public void Write(string path, BenchScenario scenario)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(path);
        writer.WriteLine("time_s,track_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        for (var scan = 0; scan < Tracks.Length; scan++)
        {
            foreach (var (id, place, velocity) in Tracks[scan])
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(scan + 1) * scenario.PeriodS:F3},{id},{place.East:F2},{place.North:F2},{place.Up:F2},{velocity.East:F3},{velocity.North:F3},{velocity.Up:F3}"));
            }
        }
    }

    // Only what is in the coverage is asked for.
    private static TruthState[] Confirmed(BenchScenario scenario, Tracker tracker, SimTime end)
    {
        var states = new List<TruthState>();
        foreach (ref readonly var track in tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || !tracker.TryPredict(track.Id, end, out var estimate)) continue;
            var place = scenario.Frame.Local.ToLocal(estimate.Position);
            var range = place.Length;
            var elevation = Math.Asin(place.Up / range);
            if (range < scenario.RangeM.Low || range > scenario.RangeM.High || elevation < scenario.ElevationRad.Low || elevation > scenario.ElevationRad.High) continue;
            states.Add(new TruthState(track.Id, place, scenario.Frame.Local.Rotate(estimate.Velocity)));
        }

        return [.. states];
    }

    private static double CpuNow() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
