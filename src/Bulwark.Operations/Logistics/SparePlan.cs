namespace Bulwark.Operations.Logistics;

/// <summary>Spares bought under a budget. Immutable.</summary>
/// <param name="Stocks">How many of each kind.</param>
/// <param name="CostUsd">What they cost.</param>
/// <param name="BackordersCount">Expected backorders.</param>
/// <param name="AvailabilityShare">Availability of the systems.</param>
/// <param name="IsOptimal">Whether the plan lies on the efficient curve, so that nothing better exists for its cost.</param>
/// <param name="BoundBackordersCount">No plan under the budget has fewer backorders; known for the goal of few backorders, 0 otherwise.</param>
/// <param name="Curve">Every point of the efficient curve up to the budget.</param>
public sealed record SparePlan(IReadOnlyList<int> Stocks, double CostUsd, double BackordersCount, double AvailabilityShare, bool IsOptimal, double BoundBackordersCount, IReadOnlyList<SpareStep> Curve);
