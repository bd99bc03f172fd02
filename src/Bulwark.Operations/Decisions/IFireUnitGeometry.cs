using Bulwark.Core.Timing;
using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Decisions;

/// <summary>What a fire unit's own computer tells command about a track: can its radar see that place, can a round of its magazine reach it.</summary>
public interface IFireUnitGeometry
{
    /// <summary>Lines of the unit's magazine: kinds of round on types of launcher.</summary>
    int Lines { get; }

    /// <summary>How far the rounds of a line reach, metres; 0 when nothing is known.</summary>
    /// <param name="line">Line of the magazine.</param>
    double ReachM(int line) => 0;

    /// <summary>Whether the engagement radar could see the track's predicted place.</summary>
    /// <param name="track">The track as reported.</param>
    /// <param name="time">Time for which to predict.</param>
    /// <returns><see cref="DeferralReason.None"/>, <see cref="DeferralReason.OutsideSector"/> or <see cref="DeferralReason.NotVisibleToEngagementRadar"/>.</returns>
    DeferralReason CanSee(in TrackReport track, SimTime time);

    /// <summary>The intercept of a round launched at the given time.</summary>
    /// <param name="track">The track as reported.</param>
    /// <param name="line">Line of the magazine that the round comes from.</param>
    /// <param name="launch">Time of launch.</param>
    InterceptEstimate Predict(in TrackReport track, int line, SimTime launch);
}
