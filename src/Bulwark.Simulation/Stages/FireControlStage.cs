using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// The engagement radar looks at its target: first where command's track says it should be, then, once it has seen something there,
/// at that echo. Every look may fail; too long without an echo, and the target is lost.
/// </summary>
internal sealed class FireControlStage : IStage<FireControlInput>
{
    /// <summary>Looks without an echo after which the target is lost.</summary>
    private const int LooksUntilLost = 8;

    /// <summary>Looks without an echo after which an engagement that never acquired its target is given up.</summary>
    private const int LooksUntilNotAcquired = 24;

    /// <summary>Smallest radius of the search around the track's predicted place, metres: a search pattern of a few beamwidths.</summary>
    private const double SmallestSearchM = 1500;

    public void Execute(in FireControlInput input, StageOutput output)
    {
        ref var engagement = ref input.Engagements[input.EngagementIndex];
        if (!engagement.Active) return;
        var works = input.Emitters[input.EmitterRow].Radiating;
        var revisit = SimDuration.FromSeconds(input.Plan.Engagement.Parameters.RevisitPeriodS);
        if (input.Emitters[input.EmitterRow].LeadsSilently)
        {
            engagement.Looks++;
            if (FollowPicture(in input, ref engagement, output) || !GiveUp(in input, ref engagement, revisit * LooksUntilLost, output))
                output.Schedule(input.Now + revisit, EventKind.FireControlLook, input.EngagementIndex);
            return;
        }

        var echo = engagement is { HasEcho: true, IsRemote: false } ? engagement.Truth.Open(input.Truth) : works ? Search(in input, in engagement) : -1;
        var seen = works && echo >= 0 && Look(in input, in engagement, echo);
        engagement.Looks++;
        if (seen) Follow(in input, ref engagement, echo, output);
        else if (GiveUp(in input, ref engagement, works ? revisit * LooksUntilLost : SimDuration.Zero, output)) return;
        output.Schedule(input.Now + revisit, EventKind.FireControlLook, input.EngagementIndex);
    }

    private static int Search(in FireControlInput input, in Engagement engagement)
    {
        if (!input.Picture.TryGet(engagement.Track, out var track)) return -1;
        var centre = track.PositionAt(input.Now);
        var nearest = -1;
        var nearestM = Math.Max(SmallestSearchM, 3 * track.Estimate.PositionSigmaM);
        for (var target = 0; target < input.Targets.Length; target++)
        {
            if (input.Statuses[target] != TargetStatus.Flying) continue;
            var distanceM = input.Targets[target].StateAt(input.Now).Position.DistanceTo(centre);
            if (distanceM < nearestM) (nearest, nearestM) = (target, distanceM);
        }

        return nearest;
    }

    // With the radar dark, the picture's track is what rounds are led on; what they will meet is what flies nearest to it.
    private static bool FollowPicture(in FireControlInput input, ref Engagement engagement, StageOutput output)
    {
        if (!input.Picture.TryGet(engagement.Track, out var track) || track.Estimate.PositionSigmaM > input.LargestSigmaM) return false;
        if (!engagement.HasEcho || !engagement.IsRemote)
        {
            var near = engagement.HasEcho ? engagement.Truth.Open(input.Truth) : Search(in input, in engagement);
            if (near < 0) return false;
            engagement.Follow(near);
            (engagement.IsRemote, engagement.Lost) = (true, false);
            output.Record(input.Now, new FireControlChanged(engagement.Unit, input.EngagementIndex, near, FireControlState.OnPicture));
            output.Schedule(input.Now, EventKind.LaunchOpportunity, engagement.Unit);
        }

        input.FireControl[input.EngagementIndex].Start(in track);
        engagement.LastSeenAt = track.LastUpdate;
        return true;
    }

    private static bool Look(in FireControlInput input, in Engagement engagement, int target)
    {
        if (input.Statuses[target] != TargetStatus.Flying) return false;
        var (position, velocity) = input.Targets[target].StateAt(input.Now);
        var radar = input.Plan.PlacedEngagement;
        var view = radar.Site.View(position);
        if (radar.Check(in view) != Visibility.Visible) return false;
        var noise = input.Jammers.IsQuiet ? 0 : input.Jammers.NoiseRatio(radar, input.Now, in view, input.Statuses);
        var snr = radar.SnrRatio(in view, input.Targets[target].Group.Class, velocity, noise);
        var luck = input.Random.Open(input.EngagementIndex, RandomPurpose.FireControlLook, engagement.Looks);
        if (luck.NextUnit() >= radar.Model.DetectionProbability(snr)) return false;

        var error = input.Random.Open(input.EngagementIndex, RandomPurpose.FireControlNoise, 2 * engagement.Looks);
        var measured = radar.Model.Measure(in view, snr, ref error);
        ref var track = ref input.FireControl[input.EngagementIndex];
        if (!track.IsStarted)
        {
            if (!input.Picture.TryGet(engagement.Track, out var cue)) return false;
            track.Start(in cue);
        }

        track.Update(input.Plan.FireControlFilter, PlotOf(in measured, input.Now));
        return true;
    }

    private static Plot PlotOf(in RadarMeasurement measured, SimTime time) => new()
    {
        Time = time,
        RangeM = measured.RangeM,
        AzimuthRad = measured.AzimuthRad,
        ElevationRad = measured.ElevationRad,
        RangeSigmaM = measured.RangeSigmaM,
        AzimuthSigmaRad = measured.AzimuthSigmaRad,
        ElevationSigmaRad = measured.ElevationSigmaRad,
    };

    private static void Follow(in FireControlInput input, ref Engagement engagement, int echo, StageOutput output)
    {
        engagement.LastSeenAt = input.Now;
        if (engagement is { HasEcho: true, Lost: false, IsRemote: false }) return;
        engagement.Follow(echo);
        engagement.Lost = false;
        engagement.IsRemote = false;
        output.Record(input.Now, new FireControlChanged(engagement.Unit, input.EngagementIndex, echo, FireControlState.Acquired));
        output.Schedule(input.Now, EventKind.LaunchOpportunity, engagement.Unit);
    }

    private static bool GiveUp(in FireControlInput input, ref Engagement engagement, SimDuration patience, StageOutput output)
    {
        if (!engagement.HasEcho)
        {
            if (engagement.Looks < LooksUntilNotAcquired && patience > SimDuration.Zero) return false;
            EngagementDesk.End(input.Now, input.EngagementIndex, ref engagement, EngagementResult.NotAcquired, input.Plan, input.Unit, input.Battery, input.Notes, output);
            return true;
        }

        if (!engagement.Lost && input.Now - engagement.LastSeenAt >= patience)
        {
            engagement.Lost = true;
            output.Record(input.Now, new FireControlChanged(engagement.Unit, input.EngagementIndex, engagement.Truth.Open(input.Truth), FireControlState.Lost));
        }

        // With rounds in flight, or a result awaited, the salvo's assessment decides; otherwise a lost target frees its channel.
        if (!engagement.Lost || engagement.RoundsFlying > 0 || engagement.Phase == EngagementPhase.Assessing) return false;
        EngagementDesk.End(input.Now, input.EngagementIndex, ref engagement, EngagementResult.TargetLost, input.Plan, input.Unit, input.Battery, input.Notes, output);
        return true;
    }
}
