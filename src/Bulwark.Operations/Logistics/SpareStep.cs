namespace Bulwark.Operations.Logistics;

/// <summary>A point of the curve of cost against effect: what has been bought up to it. Immutable.</summary>
/// <param name="Item">The kind bought last; -1 at the start.</param>
/// <param name="CostUsd">Money spent so far.</param>
/// <param name="BackordersCount">Expected backorders.</param>
/// <param name="AvailabilityShare">Availability of the systems.</param>
public sealed record SpareStep(int Item, double CostUsd, double BackordersCount, double AvailabilityShare);
