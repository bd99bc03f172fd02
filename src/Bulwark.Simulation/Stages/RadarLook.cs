using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Strobes;

namespace Bulwark.Simulation.Stages;

/// <summary>One look of a searching radar at one target, whatever way its beam came there.</summary>
/// <param name="plan">The radar.</param>
/// <param name="random">The run's streams.</param>
/// <param name="jammers">Who jams.</param>
/// <param name="targets">The targets.</param>
/// <param name="statuses">Which of them fly.</param>
internal readonly ref struct RadarLook(PlannedNode plan, RandomNames random, JammerSky jammers, ReadOnlySpan<PlannedTarget> targets, ReadOnlySpan<TargetStatus> statuses)
{
    /// <summary>Independent samples of a jammer's noise that a strobe is judged by, and its false-alarm probability: a few pulses' worth.</summary>
    private const int StrobeSamples = 8;

    private const double StrobeFalseAlarm = 1e-6;

    private readonly ReadOnlySpan<PlannedTarget> _targets = targets;
    private readonly ReadOnlySpan<TargetStatus> _statuses = statuses;

    /// <summary>Whether the radar can see a target at all; a change of the answer is recorded.</summary>
    public bool CanSee(ref LookMemory memory, SimTime time, int target, in RadarView view, StageOutput output)
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
    /// <param name="index">The target.</param>
    /// <param name="look">Which look at it this is; names the draws.</param>
    /// <param name="time">When.</param>
    /// <param name="view">How the site sees it.</param>
    /// <param name="gainRatio">Power relative to a look with the beam's axis and the search dwell.</param>
    /// <param name="echo">The echo, when there is one.</param>
    public bool Detects(int index, uint look, SimTime time, in RadarView view, double gainRatio, out Echo echo)
    {
        var target = _targets[index];
        var noise = jammers.IsQuiet ? 0 : jammers.NoiseRatio(plan.Placed, time, in view, _statuses);
        var state = target.StateAt(time);
        var snr = plan.Placed.SnrRatio(in view, target.Group.Class, state.Velocity, noise, gainRatio);
        echo = default;
        var luck = random.Open(plan.Index, index, RandomPurpose.Detection, look);
        if (luck.NextUnit() >= plan.Radar.DetectionProbability(snr)) return false;
        var replied = target.Group.Class.HasTransponder
            && (plan.FriendsAnswer || target.Group.Allegiance != Scenarios.Allegiance.Friend)
            && random.Open(plan.Index, index, RandomPurpose.TransponderReply, look).NextUnit() < plan.Radar.Parameters.ReplyProbability;
        var line = state.Position - plan.Site.Frame.Local.OriginEcefM;
        echo = new Echo(time, index, look, view, snr, line.Dot(state.Velocity) / Math.Max(1, line.Length), replied);
        return true;
    }

    /// <summary>When the target jams: whether the set notices its noise while the beam points at it, as a strobe, a direction without a range.</summary>
    /// <param name="index">The target.</param>
    /// <param name="look">Which look at it this is; names the draws.</param>
    /// <param name="time">When.</param>
    /// <param name="view">How the site sees it.</param>
    /// <param name="strobes">Receives the strobe, on its way to the tracker.</param>
    /// <param name="output">Receives the record of it.</param>
    public void Strobe(int index, uint look, SimTime time, in RadarView view, List<Strobe> strobes, StageOutput output)
    {
        if (_targets[index].Group.Class.Jammer is not { } jammer) return;
        var noise = plan.Placed.Surroundings.JammerToNoiseRatio(jammer, in view, in view);
        if (noise <= 0) return;
        var luck = random.Open(plan.Index, index, RandomPurpose.JamStrobe, 2 * look);
        if (luck.NextUnit() >= JamStrobe.Probability(noise, StrobeSamples, StrobeFalseAlarm)) return;
        var parameters = plan.Radar.Parameters;
        var sigmaRad = JamStrobe.AngleSigmaRad(parameters.AzimuthBeamwidthRad, noise, StrobeSamples, parameters.AngleFloorRad);
        var azimuthRad = view.AzimuthRad + plan.Bias.AzimuthRad + (sigmaRad * luck.Normal());
        azimuthRad -= 2 * Math.PI * Math.Floor(azimuthRad / (2 * Math.PI));
        strobes.Add(new Strobe(time, plan.Sensor, azimuthRad, sigmaRad, PlotTag.Of(index)));
        output.Record(time, new StrobeMade(plan.Index, index, azimuthRad, sigmaRad, 10 * Math.Log10(noise)));
    }
}
