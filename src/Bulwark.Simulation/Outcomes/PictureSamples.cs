using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Outcomes;

/// <summary>A picture as the record tells it, sampled and scored. Mutable.</summary>
internal sealed class PictureSamples
{
    /// <summary>Distance from which a track counts as not being the target's, metres; the same as in the tracking benchmark.</summary>
    public const double CutoffM = 1000;

    /// <summary>A longer run is scored at every second, third ... look.</summary>
    private const int MostSamples = 2000;

    /// <summary>Looks of a turning antenna come a little early or late, by this much of a period at most.</summary>
    private const double Slack = 1.25;

    private readonly RunPlan _plan;
    private readonly PlannedPicture _picture;
    private readonly LocalFrame _frame;
    private readonly SimDuration _period;
    private readonly TrackScorer _scorer;
    private readonly int[] _seenBy;
    private readonly SortedDictionary<int, Held> _tracks = [];
    private readonly HashSet<int> _falling = [];
    private readonly List<ScoredState> _truths = [];
    private readonly List<ScoredState> _states = [];

    private readonly ConsistencyScore _stateErrors = new(6);
    private readonly ConsistencyScore _innovations = new(3);
    private double _ratioSum;
    private int _ratedUpdates;

    public PictureSamples(RunPlan plan, PlannedPicture picture)
    {
        _plan = plan;
        _picture = picture;
        var nodes = Array.ConvertAll(picture.Nodes, node => plan.Nodes[node]);
        var period = nodes.Length == 0 ? SimDuration.FromSeconds(1) : nodes.Min(static node => node.Period);
        _frame = nodes.Length == 0 ? new LocalFrame(picture.Position) : nodes[0].Site.Frame.Local;
        var stride = Math.Max(1, (long)Math.Ceiling(plan.Scenario.Duration.TotalS / period.TotalS / MostSamples));
        _period = period * stride;
        _scorer = new TrackScorer(CutoffM, _period.TotalS);
        _seenBy = new int[plan.Targets.Length];
        NextSample = SimTime.Start + _period;
    }

    /// <summary>When the next sample is due.</summary>
    public SimTime NextSample { get; private set; }

    public void See(in VisibilityChanged changed)
    {
        var bit = 1 << (_plan.Nodes[changed.Node].Sensor % 32);
        _seenBy[changed.Target] = changed.Visibility == Visibility.Visible ? _seenBy[changed.Target] | bit : _seenBy[changed.Target] & ~bit;
    }

    /// <summary>A radar went off: it sees nothing any more.</summary>
    public void Blind(int node)
    {
        var bit = 1 << (_plan.Nodes[node].Sensor % 32);
        for (var target = 0; target < _seenBy.Length; target++) _seenBy[target] &= ~bit;
    }

    public void Change(in TrackChanged changed)
    {
        if (changed.Transition == TrackTransition.Confirmed) _tracks[changed.Track] = default;
        else if (changed.Transition == TrackTransition.Dropped) _tracks.Remove(changed.Track);
    }

    /// <summary>Who is taken for a ballistic missile is believed to fall freely between its plots.</summary>
    public void Class(in TrackClassified classified)
    {
        if (classified.Class == TrackClass.BallisticMissile) _falling.Add(classified.Track);
        else _falling.Remove(classified.Track);
    }

    public void Update(SimTime time, in TrackUpdated updated)
    {
        if (_tracks.ContainsKey(updated.Track))
        {
            Rate(time, in updated);
            _tracks[updated.Track] = new Held(
                time, updated.Target, new EcefVector(updated.XM, updated.YM, updated.ZM), new EcefVector(updated.VelocityXMPerS, updated.VelocityYMPerS, updated.VelocityZMPerS), IsKnown: true);
        }
    }

    /// <summary>Scores the picture at <see cref="NextSample"/>.</summary>
    /// <param name="flying">Which targets fly.</param>
    public void Sample(bool[] flying)
    {
        var now = NextSample;
        NextSample += _period;
        var frame = _frame;
        _truths.Clear();
        _states.Clear();
        for (var target = 0; target < flying.Length; target++)
        {
            if (!flying[target] || _seenBy[target] == 0) continue;
            var (position, velocity) = _plan.Targets[target].StateAt(now);
            _truths.Add(new ScoredState(target, frame.ToLocal(position), frame.Rotate(velocity)));
        }

        foreach (var (id, held) in _tracks)
        {
            if (!held.IsKnown || (held.Target >= 0 && flying[held.Target] && _seenBy[held.Target] == 0)) continue;
            var ageS = (now - held.Time).TotalS;
            var acceleration = _falling.Contains(id) ? Gravity.AtRest(held.Position) + Gravity.Coriolis(held.Velocity) : default;
            var (position, velocity) = (held.Position + (held.Velocity * ageS) + (acceleration * (0.5 * ageS * ageS)), held.Velocity + (acceleration * ageS));
            _states.Add(new ScoredState(id, frame.ToLocal(position), frame.Rotate(velocity), ageS <= Slack * _period.TotalS));
        }

        if (_truths.Count + _states.Count > 0) _scorer.Add(now.TotalS, CollectionsMarshal.AsSpan(_truths), CollectionsMarshal.AsSpan(_states));
    }

    /// <summary>The score; null when there never was anything to score.</summary>
    public PictureScore? Finish() => _scorer.Points.Count == 0 ? null : new PictureScore(_picture.Index, _picture.Id, _picture.Name, _period.TotalS, _scorer.Finish())
    {
        SquaredErrorRatio = _ratedUpdates == 0 ? double.NaN : _ratioSum / _ratedUpdates,
        RatedUpdates = _ratedUpdates,
        StateErrors = _stateErrors.Finish(),
        Innovations = _innovations.Finish(),
    };

    // The expected squared error is the trace of the covariance, whatever its shape.
    private void Rate(SimTime time, in TrackUpdated updated)
    {
        if (updated.InnovationValues > 0) _innovations.AddSquared(updated.InnovationSquaredRatio, updated.InnovationValues);
        if (updated.Target >= 0) _stateErrors.AddSquared(updated.StateErrorSquaredRatio);
        if (updated.Target < 0 || !(updated.PositionSigmaM > 0)) return;
        var error = new EcefVector(updated.XM, updated.YM, updated.ZM) - _plan.Targets[updated.Target].StateAt(time).Position;
        _ratioSum += error.LengthSquared / (updated.PositionSigmaM * updated.PositionSigmaM);
        _ratedUpdates++;
    }

    private readonly record struct Held(SimTime Time, int Target, EcefVector Position, EcefVector Velocity, bool IsKnown);
}
