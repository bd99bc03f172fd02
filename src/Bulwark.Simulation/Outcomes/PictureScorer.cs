using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>
/// Scores every picture of a run from the record: at regular times, the tracks as they had been delivered by then against
/// the flying targets that one of its radars could see.
/// </summary>
/// <remarks>
/// A target that no radar of the picture can see (below its horizon, out of its range) is not asked for, and a track that was last fed by it is
/// not held against the picture: both are left out. A track that outlives its target is false.
/// </remarks>
internal sealed class PictureScorer
{
    private readonly PictureSamples[] _pictures;
    private readonly RunPlan _plan;
    private readonly bool[] _flying;
    private SimTime _nextSample = SimTime.Never;

    private PictureScorer(RunPlan plan)
    {
        _plan = plan;
        _pictures = Array.ConvertAll(plan.Pictures, picture => new PictureSamples(plan, picture));
        _flying = new bool[plan.Targets.Length];
        FindNextSample();
    }

    /// <summary>The scores of the pictures that had something to track or tracked something.</summary>
    public static IReadOnlyList<PictureScore> Score(RunPlan plan, Recorder recorder, double endS)
    {
        var scorer = new PictureScorer(plan);
        var visitor = new Visitor(scorer);
        recorder.Replay(ref visitor);
        scorer.SampleBefore(SimTime.FromSeconds(endS) + new SimDuration(1));
        return [.. scorer._pictures.Select(static picture => picture.Finish()).OfType<PictureScore>()];
    }

    private void SampleBefore(SimTime time)
    {
        while (_nextSample < time)
        {
            foreach (var picture in _pictures)
            {
                if (picture.NextSample == _nextSample) picture.Sample(_flying);
            }

            FindNextSample();
        }
    }

    private void FindNextSample()
    {
        _nextSample = SimTime.Never;
        foreach (var picture in _pictures) _nextSample = SimTime.Min(_nextSample, picture.NextSample);
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
                case VisibilityChanged changed: scorer._pictures[scorer._plan.Nodes[changed.Node].Picture].See(in changed); break;
                case SiteChanged { Node: >= 0, Radiating: false } off: scorer._pictures[scorer._plan.Nodes[off.Node].Picture].Blind(off.Node); break;
                case TrackChanged changed: scorer._pictures[changed.Picture].Change(in changed); break;
                case TrackClassified classified: scorer._pictures[classified.Picture].Class(in classified); break;
                case TrackUpdated updated: scorer._pictures[updated.Picture].Update(time, in updated); break;
            }
        }
    }
}
