using System.Globalization;
using Bulwark.Core.Timing;
using Bulwark.Formats.PlotTables;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.PlotTables;

/// <summary>A table of plots through the tracker: the confirmed tracks at each scan end, knowing nothing later.</summary>
internal static class PlotTableRun
{
    // Mean time a target stays, in lengths of the scenario: a fifth of the targets leave within it.
    private const double StaysPerScenario = 5;

    /// <summary>Tracks the plots.</summary>
    public static ScoredState[][] Track(PlotScenario scenario, Plot[][] plots, CancellationToken cancellation)
    {
        var sensor = new SensorDescription(scenario.Frame, scenario.PeriodS, true) { LookSlackShare = scenario.Rotates ? 0.1 : 0 };
        var tracker = new Tracker(Settings(scenario), [sensor]);
        var tracks = new ScoredState[scenario.Scans][];
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < scenario.Scans; scan++)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = SimTime.FromSeconds((scan + 1) * scenario.PeriodS);
            changes.Clear();
            tracker.Process(plots[scan], end, changes);
            tracks[scan] = Confirmed(scenario, tracker, end);
        }

        return tracks;
    }

    /// <summary>Scores tracks against the truth.</summary>
    public static TrackingScore Score(PlotScenario scenario, ScoredState[][] truth, ScoredState[][] tracks)
    {
        var scorer = new TrackScorer(scenario.CutoffM, scenario.PeriodS);
        for (var scan = 0; scan < scenario.Scans; scan++)
        {
            if (truth[scan].Length > 0) scorer.Add((scan + 1) * scenario.PeriodS, truth[scan], tracks[scan]);
        }

        return scorer.Finish();
    }

    /// <summary>Writes the tracks as the benchmark's scorer reads them.</summary>
    public static void Write(PlotScenario scenario, ScoredState[][] tracks, Stream stream)
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        writer.WriteLine("time_s,track_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        for (var scan = 0; scan < tracks.Length; scan++)
        {
            foreach (var (id, place, velocity, _) in tracks[scan])
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(scan + 1) * scenario.PeriodS:F3},{id},{place.East:F2},{place.North:F2},{place.Up:F2},{velocity.East:F3},{velocity.North:F3},{velocity.Up:F3}"));
            }
        }
    }

    private static TrackerParameters Settings(PlotScenario scenario)
    {
        var meanStayS = StaysPerScenario * scenario.Scans * scenario.PeriodS;
        var falsePlots = scenario.FalsePlotRateHz * scenario.PeriodS;
        return new TrackerParameters
        {
            DetectionProbability = scenario.DetectionProbability,
            FalsePlotProbability = Math.Max(1e-15, scenario.FalsePlotProbability),
            FirstLookTargetShare = Share(scenario.Targets, falsePlots),
            NewTargetShare = Math.Min(0.99, 0.002 + Share(scenario.Targets * scenario.PeriodS / meanStayS, falsePlots)),
            MeanStayS = meanStayS,
            ConfirmationHits = 2,
            ConfirmationWindow = 6,
            ConfirmationProbability = 0.75,
            DeletionProbability = 0.5,
            DeletionMisses = 10,
            AbandonmentProbability = 1e-3,
            MaximumSpeedMPerS = 400,
            MaximumVerticalSpeedMPerS = 60,
            MaximumLatenessS = scenario.PeriodS,
            Association = AssociationMethod.JointProbabilistic,
            Motion = MotionModelSet.AirSurveillance,
        };
    }

    private static double Share(double targets, double others) => Math.Min(0.999, targets / (targets + others));

    // Only what is in the coverage is asked for.
    private static ScoredState[] Confirmed(PlotScenario scenario, Tracker tracker, SimTime end)
    {
        var states = new List<ScoredState>();
        foreach (ref readonly var track in tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || !tracker.TryPredict(track.Id, end, out var estimate)) continue;
            var place = scenario.Frame.Local.ToLocal(estimate.Position);
            var elevation = Math.Asin(place.Up / place.Length);
            if (place.Length < scenario.LeastRangeM || place.Length > scenario.MostRangeM || elevation < scenario.LeastElevationRad || elevation > scenario.MostElevationRad) continue;
            states.Add(new ScoredState(track.Id, place, scenario.Frame.Local.Rotate(estimate.Velocity), (end - track.LastUpdate).TotalS < scenario.PeriodS));
        }

        return [.. states];
    }
}
