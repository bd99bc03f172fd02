namespace Bulwark.Tracking.Metrics;

/// <summary>
/// Scores tracks against the truth at regular times: give it one time after another, then ask for the score. See
/// <see cref="TrackingScore"/> for the definitions. The same calls give the same score to the bit. Mutable; not safe for use by two
/// threads at once.
/// </summary>
public sealed class TrackScorer
{
    private readonly double _cutoffM;
    private readonly double _periodS;
    private readonly PairMatcher _matcher = new();
    private readonly ErrorSums _errors = new();
    private readonly Dictionary<int, TargetRecord> _targets = [];
    private readonly List<TargetRecord> _targetsInOrder = [];
    private readonly Dictionary<int, (int Rows, int Spurious)> _trackRows = [];
    private readonly List<ScorePoint> _points = [];
    private readonly List<ScoredPair> _near = [];
    private readonly List<ScoredPair> _chosen = [];
    private readonly List<ScoredPair> _free = [];
    private readonly List<ScoredMatch> _matches = [];
    private readonly Dictionary<int, int> _placeOfTrack = [];
    private readonly HashSet<int> _truthsSeen = [];
    private int[] _trackOfTruth = [];
    private int[] _truthOfTrack = [];

    /// <summary>Makes a scorer.</summary>
    /// <param name="cutoffM">Distance from which a track counts as not being the target's, metres, positive.</param>
    /// <param name="periodS">Time between the scored times, seconds, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not positive and finite.</exception>
    public TrackScorer(double cutoffM, double periodS)
    {
        if (!(cutoffM > 0) || !double.IsFinite(cutoffM)) throw new ArgumentOutOfRangeException(nameof(cutoffM), cutoffM, "The cutoff is a positive distance.");
        if (!(periodS > 0) || !double.IsFinite(periodS)) throw new ArgumentOutOfRangeException(nameof(periodS), periodS, "The period is a positive time.");
        (_cutoffM, _periodS) = (cutoffM, periodS);
    }

    /// <summary>The scores of the times so far.</summary>
    public IReadOnlyList<ScorePoint> Points => _points;

    /// <summary>Which track each target was matched to at the last time taken in.</summary>
    public IReadOnlyList<ScoredMatch> Matches => _matches;

    /// <summary>Takes in one time.</summary>
    /// <param name="timeS">The time, seconds; later than the one before.</param>
    /// <param name="truths">The targets that exist then.</param>
    /// <param name="tracks">The confirmed tracks there are then.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not later, a position is not finite, or a number occurs twice.</exception>
    public void Add(double timeS, ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks)
    {
        Require(timeS, truths, tracks);
        _matcher.FindNear(truths, tracks, _cutoffM, _near);
        _matcher.Match(_near, truths.Length, tracks.Length, _cutoffM * _cutoffM, _chosen);
        var distance = SetDistance.Of(_chosen, truths.Length, tracks.Length, _cutoffM);

        // As score.py prices it: dear enough that as many pairs as possible are made.
        _matcher.Match(_near, truths.Length, tracks.Length, 10 * _cutoffM * _cutoffM, _chosen);
        Mark(truths.Length, tracks.Length);
        _matches.Clear();
        foreach (var pair in _chosen) _matches.Add(new ScoredMatch(pair.Truth, pair.Track));
        foreach (var pair in _chosen) _errors.Add(in truths[pair.Truth], in tracks[pair.Track], isRedundant: false);
        var redundant = AddRedundant(truths, tracks);
        _points.Add(new ScorePoint(timeS, distance, truths.Length, tracks.Length, _chosen.Count, redundant, tracks.Length - _chosen.Count - redundant));
        for (var k = 0; k < truths.Length; k++) AddTarget(timeS, in truths[k], _trackOfTruth[k], tracks);
        Hold(truths, tracks);
    }

    /// <summary>The score of everything taken in.</summary>
    /// <exception cref="InvalidOperationException">Nothing was.</exception>
    public TrackingScore Finish()
    {
        if (_points.Count == 0) throw new InvalidOperationException("There is no time to score.");
        var falseTracks = _trackRows.Values.Count(static rows => 2 * rows.Spurious > rows.Rows);
        return ScoreSummary.Of(_points, _targetsInOrder, _errors, _trackRows.Count, falseTracks, _cutoffM, _periodS);
    }

    private void Require(double timeS, ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks)
    {
        if (!double.IsFinite(timeS) || (_points.Count > 0 && timeS <= _points[^1].TimeS)) throw new ArgumentOutOfRangeException(nameof(timeS), timeS, "Times follow each other.");
        _truthsSeen.Clear();
        foreach (ref readonly var truth in truths)
        {
            if (!truth.HasPosition) throw new ArgumentOutOfRangeException(nameof(truths), $"Target {truth.Id} has no finite position.");
            if (!_truthsSeen.Add(truth.Id)) throw new ArgumentOutOfRangeException(nameof(truths), $"Target {truth.Id} occurs twice at one time.");
        }

        _placeOfTrack.Clear();
        for (var k = 0; k < tracks.Length; k++)
        {
            if (!tracks[k].HasPosition) throw new ArgumentOutOfRangeException(nameof(tracks), $"Track {tracks[k].Id} has no finite position.");
            if (!_placeOfTrack.TryAdd(tracks[k].Id, k)) throw new ArgumentOutOfRangeException(nameof(tracks), $"Track {tracks[k].Id} occurs twice at one time.");
        }
    }

    private void Mark(int truths, int tracks)
    {
        if (_trackOfTruth.Length < truths) _trackOfTruth = new int[2 * truths];
        if (_truthOfTrack.Length < tracks) _truthOfTrack = new int[2 * tracks];
        Array.Fill(_trackOfTruth, -1, 0, truths);
        Array.Fill(_truthOfTrack, -1, 0, tracks);
        foreach (var pair in _chosen) (_trackOfTruth[pair.Truth], _truthOfTrack[pair.Track]) = (pair.Track, pair.Truth);
    }

    // The near pairs stand in the order of tracks, so those of one track are neighbours.
    private int AddRedundant(ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks)
    {
        var (redundant, at) = (0, 0);
        for (var track = 0; track < tracks.Length; track++)
        {
            var nearest = -1;
            for (; at < _near.Count && _near[at].Track == track; at++)
            {
                if (nearest < 0 || _near[at].DistanceM < _near[nearest].DistanceM) nearest = at;
            }

            var rows = _trackRows.GetValueOrDefault(tracks[track].Id);
            rows.Rows++;
            if (_truthOfTrack[track] < 0)
            {
                if (nearest < 0)
                {
                    rows.Spurious++;
                }
                else
                {
                    redundant++;
                    _errors.Add(in truths[_near[nearest].Truth], in tracks[track], isRedundant: true);
                }
            }

            _trackRows[tracks[track].Id] = rows;
        }

        return redundant;
    }

    private void AddTarget(double timeS, in ScoredState truth, int track, ReadOnlySpan<ScoredState> tracks)
    {
        if (!_targets.TryGetValue(truth.Id, out var target))
        {
            _targets.Add(truth.Id, target = new TargetRecord(timeS));
            _targetsInOrder.Add(target);
        }

        var turns = target.Turns(timeS, in truth);
        if (track < 0)
        {
            target.Add(timeS, TargetRecord.None, isUpdated: false);
            return;
        }

        target.Add(timeS, tracks[track].Id, tracks[track].IsUpdated);
        _errors.AddSurveillance(in truth, in tracks[track], turns);
    }

    // The sticky rule: a pair of the time before that is still within the cutoff stays; the rest is matched anew.
    private void Hold(ReadOnlySpan<ScoredState> truths, ReadOnlySpan<ScoredState> tracks)
    {
        var now = _points.Count - 1;
        Array.Fill(_trackOfTruth, -1, 0, truths.Length);
        Array.Fill(_truthOfTrack, -1, 0, tracks.Length);
        foreach (var pair in _near)
        {
            var target = _targets[truths[pair.Truth].Id];
            if (target.HeldAt == now - 1 && target.HeldTrack == tracks[pair.Track].Id) (_trackOfTruth[pair.Truth], _truthOfTrack[pair.Track]) = (pair.Track, pair.Truth);
        }

        _free.Clear();
        foreach (var pair in _near)
        {
            if (_trackOfTruth[pair.Truth] < 0 && _truthOfTrack[pair.Track] < 0) _free.Add(pair);
        }

        _matcher.Match(_free, truths.Length, tracks.Length, 10 * _cutoffM * _cutoffM, _chosen);
        foreach (var pair in _chosen) _trackOfTruth[pair.Truth] = pair.Track;
        for (var k = 0; k < truths.Length; k++)
        {
            if (_trackOfTruth[k] < 0) continue;
            var target = _targets[truths[k].Id];
            var held = tracks[_trackOfTruth[k]].Id;
            if (target.LastHeldTrack != TargetRecord.None && target.LastHeldTrack != held) _errors.StickySwitches++;
            (target.HeldTrack, target.HeldAt, target.LastHeldTrack) = (held, now, held);
        }
    }
}
