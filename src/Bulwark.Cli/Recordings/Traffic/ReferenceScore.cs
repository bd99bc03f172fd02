using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Bulwark.Core.Earth;
using Bulwark.Formats.Traffic;
using Bulwark.Studies.Results;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>Scores tracks against reference tracks once a period, the honesty of their covariances included. Mutable.</summary>
/// <param name="origin">Where the frame of the scores stands.</param>
/// <param name="periodS">Time between scored times, seconds.</param>
internal sealed class ReferenceScore(GeodeticPoint origin, double periodS)
{
    /// <summary>Distance from which a track counts as not being the aircraft's, metres.</summary>
    public const double CutoffM = 1000;

    // A look of a turning antenna may come a little late.
    private const double Slack = 1.25;

    private readonly LocalFrame _frame = new(origin);
    private readonly TrackScorer _scorer = new(CutoffM, periodS);
    private readonly ConsistencyScore _position = new(3);
    private readonly ConsistencyScore _state = new(6);
    private readonly List<ScoredState> _truths = [];
    private readonly List<ScoredState> _tracks = [];
    private readonly List<(EcefVector Position, EcefVector Velocity)> _places = [];
    private readonly List<BelievedTrack> _believed = [];
    private readonly double[] _error = new double[6];
    private readonly double[] _covariance = new double[36];
    private readonly double[] _block = new double[9];
    private double _nextS = double.NegativeInfinity;

    /// <summary>Whether a time is to be scored.</summary>
    public bool IsDue(double timeS) => timeS >= _nextS;

    /// <summary>Scores a time.</summary>
    /// <param name="timeS">The time; all plots before it are tracked.</param>
    /// <param name="inView">The reference aircraft that the radars should see.</param>
    /// <param name="tracker">The tracker.</param>
    /// <param name="isCounted">Whether a track at that place is asked about; others are neither right nor wrong.</param>
    public void Add(double timeS, IEnumerable<(TrafficPath Path, EcefVector Position, EcefVector Velocity)> inView, IPlotTracker tracker, Func<EcefVector, bool> isCounted)
    {
        _nextS = double.IsNegativeInfinity(_nextS) ? timeS + periodS : _nextS + (periodS * Math.Max(1, Math.Floor((timeS - _nextS) / periodS)));
        _truths.Clear();
        _tracks.Clear();
        _places.Clear();
        foreach (var (path, position, velocity) in inView)
        {
            _truths.Add(new ScoredState(path.Id, _frame.ToLocal(position), _frame.Rotate(velocity)));
            _places.Add((position, velocity));
        }

        tracker.Believe(timeS, _believed);
        _believed.RemoveAll(track => !isCounted(track.Estimate.Position));
        foreach (var track in _believed)
        {
            _tracks.Add(new ScoredState(track.Id, _frame.ToLocal(track.Estimate.Position), _frame.Rotate(track.Estimate.Velocity), timeS - track.LastUpdateS <= Slack * periodS));
        }

        if (_truths.Count + _tracks.Count == 0) return;
        _scorer.Add(timeS, CollectionsMarshal.AsSpan(_truths), CollectionsMarshal.AsSpan(_tracks));
        foreach (var match in _scorer.Matches) Weigh(_places[match.Truth], _believed[match.Track]);
    }

    /// <summary>The score; null when there was nothing to score.</summary>
    public JsonObject? Json()
    {
        if (_scorer.Points.Count == 0) return null;
        var json = ScoreJson.Of(_scorer.Finish());
        json["consistency"] = new JsonObject { ["position"] = ScoreJson.Of(_position.Finish()), ["state"] = ScoreJson.Of(_state.Finish()) };
        return json;
    }

    private void Weigh((EcefVector Position, EcefVector Velocity) truth, BelievedTrack track)
    {
        var (place, motion) = (track.Estimate.Position - truth.Position, track.Estimate.Velocity - truth.Velocity);
        (_error[0], _error[1], _error[2], _error[3], _error[4], _error[5]) = (place.X, place.Y, place.Z, motion.X, motion.Y, motion.Z);
        var covariance = track.Estimate.Covariance;
        for (var k = 0; k < 36; k++) _covariance[k] = covariance[k];
        for (var k = 0; k < 9; k++) _block[k] = covariance[(6 * (k / 3)) + (k % 3)];
        _position.Add(_error.AsSpan(0, 3), _block);
        _state.Add(_error, _covariance);
    }
}
