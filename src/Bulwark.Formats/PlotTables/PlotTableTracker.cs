using System.Globalization;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Formats.PlotTables;

/// <summary>
/// A table of plots through the tracker, a scan at a time: the confirmed tracks at each scan end, knowing nothing later. Mutable; not safe
/// for use by two threads at once.
/// </summary>
public sealed class PlotTableTracker
{
    // Mean time a target stays, in lengths of the scenario: a fifth of the targets leave within it.
    private const double StaysPerScenario = 5;

    private readonly PlotScenario _scenario;
    private readonly Tracker _tracker;
    private readonly List<TrackChange> _changes = [];
    private readonly List<ScoredState> _states = [];
    private readonly ConsistencyScore _innovations = new(3);
    private readonly bool _measures;
    private int _scan;

    /// <summary>Makes a tracker for the radar of a scenario.</summary>
    /// <param name="scenario">What the plots mean.</param>
    /// <param name="parameters">How to track.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public PlotTableTracker(PlotScenario scenario, TrackerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _scenario = scenario;
        ArgumentNullException.ThrowIfNull(parameters);
        _measures = parameters.MeasuresInnovations;
        _tracker = new Tracker(parameters, [new SensorDescription(scenario.Frame, scenario.PeriodS, true) { LookSlackShare = scenario.Rotates ? 0.1 : 0, HearsReplies = false }]);
    }

    /// <summary>What the tracker has done.</summary>
    public TrackerCounters Counters => _tracker.Counters;

    /// <summary>With <see cref="TrackerParameters.MeasuresInnovations"/>: whether plots lay as far from where their tracks were expected as the filter says.</summary>
    public Consistency Innovations => _innovations.Finish();

    /// <summary>Tracks held now, tentative ones among them.</summary>
    public int TracksHeld => _tracker.Tracks.Length;

    /// <summary>The settings for a scenario: one set for every scenario, but for what its file says.</summary>
    /// <param name="scenario">The scenario.</param>
    public static TrackerParameters Settings(PlotScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
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
            ConfirmationProbability = 0.4,
            DeletionProbability = 0.5,
            DeletionMisses = 10,
            AbandonmentProbability = 3e-4,
            MaximumSpeedMPerS = 400,
            MaximumVerticalSpeedMPerS = 60,

            // The tables hold aircraft only: nothing high up is taken for a missile.
            MaximumBallisticSpeedMPerS = 400,
            MaximumLatenessS = scenario.PeriodS,
            Association = AssociationMethod.MultipleHypothesis,
            Motion = MotionModelSet.AirSurveillance,
        };
    }

    /// <summary>What the confirmed tracks are believed to be now, appended to a list.</summary>
    /// <param name="beliefs">The list.</param>
    public void Believe(List<TrackBelief> beliefs)
    {
        ArgumentNullException.ThrowIfNull(beliefs);
        foreach (var track in _tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || !_tracker.TryIdentify(track.Id, out var identity)) continue;
            beliefs.Add(new TrackBelief(_scan, track.Id, identity, _tracker.TryForecast(track.Id, out var forecast) ? forecast : null));
        }
    }

    /// <summary>Takes in the plots of the next scan.</summary>
    /// <param name="plots">The plots.</param>
    /// <returns>The confirmed tracks inside the coverage at the end of the scan, in the order of their numbers.</returns>
    public ScoredState[] Next(ReadOnlySpan<Plot> plots)
    {
        var end = SimTime.FromSeconds(++_scan * _scenario.PeriodS);
        _changes.Clear();
        _tracker.Process(plots, end, _changes);
        for (var k = 0; _measures && k < _changes.Count; k++)
        {
            var change = _changes[k];
            if (change.Kind == TrackChangeKind.Updated && _tracker.TryGet(change.TrackId, out var track) && track.InnovationValues > 0) _innovations.AddSquared(track.InnovationSquaredRatio, track.InnovationValues);
        }

        return Confirmed(end);
    }

    /// <summary>Scores tracks against the truth, at the scan ends that have one.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="truth">The targets at each scan end.</param>
    /// <param name="tracks">The tracks at each scan end.</param>
    /// <exception cref="ArgumentException">The tables differ in length, or the truth is empty.</exception>
    public static TrackingScore Score(PlotScenario scenario, IReadOnlyList<ScoredState[]> truth, IReadOnlyList<ScoredState[]> tracks)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(tracks);
        if (truth.Count != tracks.Count) throw new ArgumentException("Truth and tracks need the same scans.", nameof(tracks));
        if (truth.All(static scan => scan.Length == 0)) throw new ArgumentException("The truth holds no target.", nameof(truth));
        var scorer = new TrackScorer(scenario.CutoffM, scenario.PeriodS);
        for (var scan = 0; scan < truth.Count; scan++)
        {
            if (truth[scan].Length > 0) scorer.Add((scan + 1) * scenario.PeriodS, truth[scan], tracks[scan]);
        }

        return scorer.Finish();
    }

    /// <summary>Writes tracks as the benchmark's scorer reads them: <c>time_s, track_id, x_m, y_m, z_m, vx_mps, vy_mps, vz_mps</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="tracks">The tracks at each scan end.</param>
    /// <param name="stream">Where to; is closed.</param>
    public static void Write(PlotScenario scenario, IReadOnlyList<ScoredState[]> tracks, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(tracks);
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        writer.WriteLine("time_s,track_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        for (var scan = 0; scan < tracks.Count; scan++)
        {
            foreach (var (id, place, velocity, _) in tracks[scan])
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(scan + 1) * scenario.PeriodS:F3},{id},{place.East:F2},{place.North:F2},{place.Up:F2},{velocity.East:F3},{velocity.North:F3},{velocity.Up:F3}"));
            }
        }
    }

    private static double Share(double targets, double others) => Math.Min(0.999, targets / (targets + others));

    // Only what is in the coverage is asked for.
    private ScoredState[] Confirmed(SimTime end)
    {
        _states.Clear();
        foreach (ref readonly var track in _tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || !_tracker.TryPredict(track.Id, end, out var estimate)) continue;
            var place = _scenario.Frame.Local.ToLocal(estimate.Position);
            var elevation = Math.Asin(place.Up / place.Length);
            if (place.Length < _scenario.LeastRangeM || place.Length > _scenario.MostRangeM || elevation < _scenario.LeastElevationRad || elevation > _scenario.MostElevationRad) continue;
            _states.Add(new ScoredState(track.Id, place, _scenario.Frame.Local.Rotate(estimate.Velocity), (end - track.LastUpdate).TotalS < _scenario.PeriodS));
        }

        return [.. _states];
    }
}
