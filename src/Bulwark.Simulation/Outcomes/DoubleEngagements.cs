using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Counts engagements that one battery began while another was engaging the same target, in truth.</summary>
internal static class DoubleEngagements
{
    public static int Count(RunPlan plan, Recorder recorder)
    {
        var counter = new Counter(plan);
        recorder.Replay(ref counter);
        return counter.Found;
    }

    private struct Counter(RunPlan plan) : IRunEventVisitor
    {
        private readonly Dictionary<int, (int Battery, int Target)> _active = [];

        public int Found { get; private set; }

        public void Visit<T>(long sequence, Core.Timing.SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case EngagementStarted { Target: >= 0 } started:
                    var battery = plan.FireUnits[started.Unit].Battery;
                    if (_active.Values.Any(other => other.Target == started.Target && other.Battery != battery)) Found++;
                    _active[started.Engagement] = (battery, started.Target);
                    break;
                case EngagementEnded ended: _active.Remove(ended.Engagement); break;
            }
        }
    }
}
