namespace Bulwark.Operations.Logistics;

/// <summary>One kind of spare to buy. Immutable.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pipeline">Number in resupply.</param>
/// <param name="UnitCostUsd">Price of one, positive.</param>
/// <param name="PerSystem">How many of the kind each system has.</param>
public sealed record SpareItem(string Id, PipelineDistribution Pipeline, double UnitCostUsd, int PerSystem);
