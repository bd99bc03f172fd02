namespace Bulwark.Simulation.Programmes;

/// <summary>A published record and the model that is held against it. Immutable.</summary>
/// <param name="Model">The model.</param>
/// <param name="OriginUtc">When it begins: the year in which growth is counted from, or the day from which parts are re-sourced.</param>
/// <param name="StartCount">What there is at the beginning: parts to re-source; 0 for a ramp.</param>
/// <param name="Bottlenecks">From when on a bottleneck allows how much output in a year.</param>
/// <param name="Record">The record.</param>
public sealed record Backtest(BacktestModel Model, DateTimeOffset OriginUtc, double StartCount, IReadOnlyList<(DateTimeOffset FromUtc, double OutputCount, string Fact)> Bottlenecks, IReadOnlyList<Observation> Record);
