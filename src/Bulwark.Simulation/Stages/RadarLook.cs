using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>One look of a searching radar at one target, whatever way its beam came there.</summary>
internal static class RadarLook
{
    /// <summary>Whether the radar can see a target at all; a change of the answer is recorded.</summary>
    public static bool CanSee(PlannedNode plan, ref LookMemory memory, SimTime time, int target, in RadarView view, StageOutput output)
    {
        var visibility = plan.Placed.Check(in view);
        if (memory.Visibility != visibility)
        {
            memory.Visibility = visibility;
            output.Record(time, new VisibilityChanged(plan.Index, target, visibility, view.RangeM));
        }

        return visibility == Visibility.Visible;
    }

    /// <summary>Whether the look detects the target.</summary>
    /// <param name="plan">The radar.</param>
    /// <param name="random">The run's streams.</param>
    /// <param name="target">The target.</param>
    /// <param name="index">Its number.</param>
    /// <param name="look">Which look at it this is; names the draws.</param>
    /// <param name="time">When.</param>
    /// <param name="view">How the site sees it.</param>
    /// <param name="gainRatio">Power relative to a look with the beam's axis and the search dwell.</param>
    /// <param name="echo">The echo, when there is one.</param>
    public static bool Detects(
        PlannedNode plan,
        RandomNames random,
        PlannedTarget target,
        int index,
        uint look,
        SimTime time,
        in RadarView view,
        double gainRatio,
        out Echo echo)
    {
        var snr = gainRatio * plan.Placed.SnrRatio(in view, target.Group.Class.RcsM2);
        echo = default;
        var luck = random.Open(plan.Index, index, RandomPurpose.Detection, look);
        if (luck.NextUnit() >= plan.Radar.DetectionProbability(snr)) return false;
        var replied = target.Group.Class.HasTransponder
            && random.Open(plan.Index, index, RandomPurpose.TransponderReply, look).NextUnit() < plan.Radar.Parameters.ReplyProbability;
        echo = new Echo(time, index, look, view, snr, replied);
        return true;
    }
}
