using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A liaison's words arrive: minutes old, the place said roughly and sometimes quite wrongly. The battery leaves alone the track that it takes them to mean,
/// which may be another.
/// </summary>
internal static class LiaisonDesk
{
    /// <summary>How long a track is left alone for what was said, seconds.</summary>
    private const double HoldsS = 300;

    /// <summary>How far off course a flight may be by now, as a share of the way it has flown since: a turn of six degrees.</summary>
    private const double CourseShare = 0.1;

    private const double MistakeFactor = 10;

    /// <summary>Words reach a battery.</summary>
    public static void Hear(in DeliverInput input, in MessageReport ended, in SharedReport report, int picture, StageOutput output)
    {
        if (picture >= input.Plan.PostOf.Length || !report.IsNeutral) return;
        var liaison = input.Plan.Network.Liaison;
        var luck = input.Random.Open(ended.Message.Id, RandomPurpose.Liaison);
        var errorM = luck.NextUnit() < liaison.MistakeProbability ? MistakeFactor * liaison.ErrorSigmaM : liaison.ErrorSigmaM;
        var (eastM, northM) = (luck.Normal(0, errorM), luck.Normal(0, errorM));
        var ageS = (input.Now - report.Time).TotalS;
        var believed = report.PositionAt(input.Now);
        var said = believed + new LocalFrame(Wgs84.ToGeodetic(believed)).Rotate(new EnuVector(eastM, northM, 0));
        var gateM = (3 * liaison.ErrorSigmaM) + (CourseShare * report.Velocity.Length * ageS);
        var state = input.Pictures[picture];
        var (best, bestM) = (-1, gateM);
        foreach (ref readonly var track in state.Tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed || EngagementStatus.DistanceM(input.Now, in track, said) is var distanceM && distanceM >= bestM) continue;
            (best, bestM) = (track.Id, distanceM);
        }

        if (best < 0) return;
        ref var note = ref state.Notes[best];
        note.LeftAloneUntil = input.Now + SimDuration.FromSeconds(HoldsS);
        output.Record(input.Now, new LiaisonTold(picture, best, TruthTag.Unsaid, TruthTag.Unsaid, ageS), note.Truth, report.Truth);
    }
}
