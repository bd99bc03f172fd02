using Bulwark.Core.Timing;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Whether what others said about their engagements, or were ordered, may concern a track of one's own.</summary>
internal static class EngagementStatus
{
    /// <summary>What was said about an engagement longer ago than this says nothing any more, seconds.</summary>
    public const double OldestStatusS = 30;

    /// <summary>Tracks closer together than this may be of one target, metres: the least, for tracks of good accuracy.</summary>
    private const double SmallestGateM = 1_000;

    /// <summary>Whether somebody else lately said that he engages what may be this track.</summary>
    public static bool IsEngagedElsewhere(SimTime now, in Track track, ReadOnlySpan<EngagedElsewhere> told)
    {
        foreach (ref readonly var other in told)
        {
            var report = other.Report;
            if (!report.IsEngaged || (now - report.Time).TotalS > OldestStatusS) continue;
            if (DistanceM(now, in track, report.PositionAt(now)) < GateM(in track, report.PositionSigmaM)) return true;
        }

        return false;
    }

    /// <summary>How far a track is from a place, metres.</summary>
    public static double DistanceM(SimTime now, in Track track, Core.Earth.EcefVector position) => position.DistanceTo(track.PositionAt(now));

    /// <summary>How far apart two tracks of one target may be, metres.</summary>
    public static double GateM(in Track track, double positionSigmaM) => Math.Max(SmallestGateM, 3 * (positionSigmaM + track.Estimate.PositionSigmaM));
}
