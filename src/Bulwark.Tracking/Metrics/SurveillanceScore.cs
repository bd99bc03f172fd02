namespace Bulwark.Tracking.Metrics;

/// <summary>
/// The quality of tracks in the terms of air-traffic surveillance, after EUROCONTROL, "Standard Document for Radar Surveillance in
/// En-route Airspace and Major Terminal Areas", SUR.ET1.ST01.1000-STD-01-01 (1997), section 7, and "Specification for ATM Surveillance System
/// Performance", EUROCONTROL-SPEC-147: errors apart for straight flight and for turns, the probability of update, the longest gap, and false tracks.
/// Immutable. A mean over nothing is not-a-number.
/// </summary>
/// <param name="StraightPositionRmsM">Root mean square horizontal position error while the target does not turn, metres.</param>
/// <param name="TurningPositionRmsM">The same while it turns.</param>
/// <param name="StraightVelocityRmsMPerS">Root mean square error of the horizontal velocity while the target does not turn, m/s.</param>
/// <param name="TurningVelocityRmsMPerS">The same while it turns.</param>
/// <param name="TurningShare">Share of the matched tracks whose target turned, 0 to 1.</param>
/// <param name="UpdateProbability">From a target's first match on: the share of the times at which its track was there and had taken a plot since the time before.</param>
/// <param name="LongestGapS">The longest time for which a target that had been tracked had no updated track, seconds.</param>
/// <param name="FalseTrackRateHz">False tracks per second.</param>
public sealed record SurveillanceScore(
    double StraightPositionRmsM,
    double TurningPositionRmsM,
    double StraightVelocityRmsMPerS,
    double TurningVelocityRmsMPerS,
    double TurningShare,
    double UpdateProbability,
    double LongestGapS,
    double FalseTrackRateHz)
{
    /// <summary>Rate of turn from which a target counts as turning, rad/s: half a degree a second, a sixth of a standard turn.</summary>
    public const double TurnRateRadPerS = 0.5 * Math.PI / 180;
}
