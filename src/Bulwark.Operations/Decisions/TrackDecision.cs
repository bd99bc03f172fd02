namespace Bulwark.Operations.Decisions;

/// <summary>Command's decision about one track in one evaluation. Immutable.</summary>
/// <param name="Assessment">How threatening it is.</param>
/// <param name="Deferral"><see cref="DeferralReason.None"/> when the track gets a target channel now, otherwise why not.</param>
/// <param name="Estimate">The intercept that was looked at, if the decision came that far.</param>
public readonly record struct TrackDecision(ThreatAssessment Assessment, DeferralReason Deferral, InterceptEstimate Estimate);
