namespace Bulwark.Tracking.Estimation;

/// <summary>How well a measurement fits a belief. Immutable.</summary>
/// <param name="DistanceSquaredRatio">Normalised innovation squared: chi-square distributed when model and measurement agree.</param>
/// <param name="LogLikelihoodRatio">
/// Logarithm of the measurement's likelihood over that of one right where it was expected with no doubt about the state, -(d² + ln(|S|/|R|))/2.
/// </param>
public readonly record struct MeasurementFit(double DistanceSquaredRatio, double LogLikelihoodRatio);
