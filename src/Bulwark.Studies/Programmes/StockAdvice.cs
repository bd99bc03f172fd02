using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Programmes;

/// <summary>Spares that a budget should buy. Immutable.</summary>
/// <param name="BudgetUsd">The budget.</param>
/// <param name="Plan">What it buys, by part number.</param>
/// <param name="Parts">The part numbers in the plan's order.</param>
/// <param name="PresentReadyShare">Readiness by the analytic model with the stocks of the file.</param>
/// <param name="Cases">The cases simulated with the stocks bought, instead of those of the file.</param>
public sealed record StockAdvice(double BudgetUsd, SparePlan Plan, IReadOnlyList<int> Parts, double PresentReadyShare, IReadOnlyList<CaseOutcome> Cases);
