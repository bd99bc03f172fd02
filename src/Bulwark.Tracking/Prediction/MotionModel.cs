namespace Bulwark.Tracking.Prediction;

/// <summary>
/// One way a target may move: a steady turn in the horizontal (none for straight flight) disturbed by white acceleration.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), sections 6.2.2 (white
/// acceleration) and 11.7.1 (coordinated turn of known rate). Immutable.
/// </summary>
/// <param name="Name">Name for people.</param>
/// <param name="TurnRateRadPerS">Rate of turn, rad/s, positive to the right (azimuth grows); 0 for straight flight.</param>
/// <param name="AccelerationSigmaMPerS2">Standard deviation of unmodelled horizontal acceleration, m/s², positive.</param>
/// <param name="VerticalAccelerationSigmaMPerS2">Standard deviation of unmodelled vertical acceleration, m/s², positive.</param>
/// <param name="MeanStayS">Mean time a target keeps moving this way, seconds, positive.</param>
/// <param name="InitialProbability">Probability that a new target moves this way, 0 to 1; those of a set add up to 1.</param>
public sealed record MotionModel(
    string Name, double TurnRateRadPerS, double AccelerationSigmaMPerS2, double VerticalAccelerationSigmaMPerS2, double MeanStayS, double InitialProbability);
