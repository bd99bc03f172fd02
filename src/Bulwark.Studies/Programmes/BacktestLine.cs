using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Programmes;

/// <summary>An observation beside what the fitted model says. Immutable.</summary>
/// <param name="Observation">The observation.</param>
/// <param name="ModelCount">What the model says of the same.</param>
/// <param name="ErrorShare">Model over observation less one; NaN where the model is held against a date.</param>
/// <param name="ModelUtc">The date the model gives for the same number; null where it is held against a number.</param>
/// <param name="ErrorS">How much earlier (negative) or later the model's date is than the span observed, seconds; 0 within it.</param>
public sealed record BacktestLine(Observation Observation, double ModelCount, double ErrorShare, DateTimeOffset? ModelUtc, double ErrorS);
