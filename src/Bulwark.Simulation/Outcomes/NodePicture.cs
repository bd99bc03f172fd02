using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The picture of one node as the record tells it, sampled and scored. Mutable.</summary>
internal sealed class NodePicture
{
    /// <summary>Distance from which a track counts as not being the target's, metres; the same as in the tracking benchmark.</summary>
    public const double CutoffM = 1000;

    /// <summary>A longer run is scored at every second, third ... look.</summary>
    private const int MostSamples = 2000;

    /// <summary>Looks of a turning antenna come a little early or late, by this much of a period at most.</summary>
    private const double Slack = 1.25;

    private readonly RunPlan _plan;
    private readonly PlannedNode _node;
    private readonly SimDuration _period;
    private readonly TrackScorer _scorer;
    private readonly bool[] _visible;
    private readonly SortedDictionary<int, Held> _tracks = [];
    private readonly List<ScoredState> _truths = [];
    private readonly List<ScoredState> _states = [];

    public NodePicture(RunPlan plan, PlannedNode node)
    {
        _plan = plan;
        _node = node;
        var stride = Math.Max(1, (long)Math.Ceiling(plan.Scenario.Duration.TotalS / node.Period.TotalS / MostSamples));
        _period = node.Period * stride;
        _scorer = new TrackScorer(CutoffM, _period.TotalS);
        _visible = new bool[plan.Targets.Length];
        NextSample = SimTime.Start + _period;
    }

    /// <summary>When the next sample is due.</summary>
    public SimTime NextSample { get; private set; }

    public void See(in VisibilityChanged changed) => _visible[changed.Target] = changed.Visibility == Visibility.Visible;

    public void Change(in TrackChanged changed)
    {
        if (changed.Transition == TrackTransition.Confirmed) _tracks[changed.Track] = default;
        else if (changed.Transition == TrackTransition.Dropped) _tracks.Remove(changed.Track);
    }

    public void Update(SimTime time, in TrackUpdated updated)
    {
        if (_tracks.ContainsKey(updated.Track))
        {
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
        var frame = _node.Site.Frame.Local;
        _truths.Clear();
        _states.Clear();
        for (var target = 0; target < flying.Length; target++)
        {
            if (!flying[target] || !_visible[target]) continue;
            var (position, velocity) = _plan.Targets[target].StateAt(now);
            _truths.Add(new ScoredState(target, frame.ToLocal(position), frame.Rotate(velocity)));
        }

        foreach (var (id, held) in _tracks)
        {
            // Between its confirmation and its next plot the record holds no state of a track.
            if (!held.IsKnown || (held.Target >= 0 && flying[held.Target] && !_visible[held.Target])) continue;
            var ageS = (now - held.Time).TotalS;
            _states.Add(new ScoredState(id, frame.ToLocal(held.Position + (held.Velocity * ageS)), frame.Rotate(held.Velocity), ageS <= Slack * _period.TotalS));
        }

        if (_truths.Count + _states.Count > 0) _scorer.Add(now.TotalS, CollectionsMarshal.AsSpan(_truths), CollectionsMarshal.AsSpan(_states));
    }

    /// <summary>The score; null when there never was anything to score.</summary>
    public PictureScore? Finish() => _scorer.Points.Count == 0 ? null : new PictureScore(_node.Index, _node.Id, _node.Name, _period.TotalS, _scorer.Finish());

    private readonly record struct Held(SimTime Time, int Target, EcefVector Position, EcefVector Velocity, bool IsKnown);
}
