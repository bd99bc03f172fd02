namespace Bulwark.Operations.Decisions;

/// <summary>Command's decision about one track in one evaluation. Immutable.</summary>
/// <param name="Assessment">How threatening it is.</param>
/// <param name="Deferral"><see cref="DeferralReason.None"/> when the track gets a target channel now, otherwise why not.</param>
/// <param name="Estimate">The intercept that was looked at, if the decision came that far.</param>
/// <param name="Unit">Index of the fire unit that takes it on; -1 when none does.</param>
/// <param name="Line">Line of that unit's magazine from which it is to be fired at; -1 when none.</param>
public readonly record struct TrackDecision(ThreatAssessment Assessment, DeferralReason Deferral, InterceptEstimate Estimate, int Unit = -1, int Line = -1);
