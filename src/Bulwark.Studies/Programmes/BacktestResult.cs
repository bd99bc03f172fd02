using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Programmes;

/// <summary>A model fitted to the first part of a published record and held against the rest. Immutable.</summary>
/// <param name="Words">The fitted model in a sentence.</param>
/// <param name="Lines">The record beside the model.</param>
/// <param name="Ramp">The fitted ramp; null for another model.</param>
/// <param name="Resourcing">The fitted curve of re-sourcing; null for another model.</param>
public sealed record BacktestResult(string Words, IReadOnlyList<BacktestLine> Lines, ProductionRamp? Ramp, ResourcingCurve? Resourcing);
