using Bulwark.Core.Timing;
using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Decisions;

/// <summary>
/// Ranks tracks by proximity: time to go to, and distance of, the closest point of approach to each defended area, the two
/// parameters that the review of Roux and van Vuuren ("Threat evaluation and weapon assignment decision support: A review of the
/// state of the art", ORiON 23 (2007) 151-187, section 4) finds in every operational scheme. The score is
/// value / (1 + time to go / 60 s) / (1 + miss / 10 km), times the probability that the track is no decoy when its kind is weighed.
/// </summary>
public static class ThreatEvaluator
{
    private const double TimeScaleS = 60;
    private const double MissScaleM = 10_000;

    /// <summary>Assesses one track against every area.</summary>
    /// <param name="track">The track as reported.</param>
    /// <param name="now">Time of the assessment.</param>
    /// <param name="areas">The defended areas.</param>
    /// <returns>The assessment for the area with the highest score; area -1 and score 0 without areas.</returns>
    public static ThreatAssessment Assess(in TrackReport track, SimTime now, ReadOnlySpan<ProtectedArea> areas)
    {
        var best = new ThreatAssessment(track.TrackId, -1, 0, double.PositiveInfinity, 0);
        var position = track.PositionAt(now);
        var real = 1 - (track.Kind?.DecoyProbability ?? 0);
        var speedSquared = Math.Max(track.Velocity.LengthSquared, 1);
        for (var index = 0; index < areas.Length; index++)
        {
            var relative = areas[index].Position - position;
            var timeToGoS = Math.Max(0, relative.Dot(track.Velocity) / speedSquared);
            var missM = Math.Max(0, (relative - (track.Velocity * timeToGoS)).Length - areas[index].RadiusM);
            var score = real * areas[index].ValueRatio / (1 + (timeToGoS / TimeScaleS)) / (1 + (missM / MissScaleM));
            if (score > best.ThreatScore) best = new ThreatAssessment(track.TrackId, index, timeToGoS, missM, score);
        }

        return best;
    }
}
