using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>
/// Scores the picture of every node of a run from the record: at regular times, the tracks as they had been delivered by then against
/// the flying targets that the node's radar could see.
/// </summary>
/// <remarks>
/// A target that the radar cannot see (below its horizon, out of its range) is not asked for, and a track that was last fed by it is
/// not held against the node: both are left out. A track that outlives its target is false.
/// </remarks>
internal sealed class PictureScorer
{
    private readonly NodePicture[] _nodes;
    private readonly bool[] _flying;
    private SimTime _nextSample = SimTime.Never;

    private PictureScorer(RunPlan plan)
    {
        _nodes = Array.ConvertAll(plan.Nodes, node => new NodePicture(plan, node));
        _flying = new bool[plan.Targets.Length];
        FindNextSample();
    }

    /// <summary>The scores of the nodes that had something to track or tracked something.</summary>
    public static IReadOnlyList<PictureScore> Score(RunPlan plan, Recorder recorder, double endS)
    {
        var scorer = new PictureScorer(plan);
        var visitor = new Visitor(scorer);
        recorder.Replay(ref visitor);
        scorer.SampleBefore(SimTime.FromSeconds(endS) + new SimDuration(1));
        return [.. scorer._nodes.Select(static node => node.Finish()).OfType<PictureScore>()];
    }

    private void SampleBefore(SimTime time)
    {
        while (_nextSample < time)
        {
            foreach (var node in _nodes)
            {
                if (node.NextSample == _nextSample) node.Sample(_flying);
            }

            FindNextSample();
        }
    }

    private void FindNextSample()
    {
        _nextSample = SimTime.Never;
        foreach (var node in _nodes) _nextSample = SimTime.Min(_nextSample, node.NextSample);
    }

    private readonly struct Visitor(PictureScorer scorer) : IRunEventVisitor
    {
        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            scorer.SampleBefore(time);
            switch (happened)
            {
                case TargetAppeared appeared: scorer._flying[appeared.Target] = true; break;
                case TargetDeparted departed: scorer._flying[departed.Target] = false; break;
                case VisibilityChanged changed: scorer._nodes[changed.Node].See(in changed); break;
                case TrackChanged changed: scorer._nodes[changed.Node].Change(in changed); break;
                case TrackUpdated updated: scorer._nodes[updated.Node].Update(time, in updated); break;
            }
        }
    }
}
