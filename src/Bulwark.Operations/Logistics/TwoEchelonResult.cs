namespace Bulwark.Operations.Logistics;

/// <summary>What a two-echelon model says. Immutable.</summary>
/// <param name="DepotBackordersCount">Expected backorders at the depot.</param>
/// <param name="PipelineMeanCount">Mean number in resupply of each base.</param>
/// <param name="PipelineVarianceCount2">Its variance, as the model takes it.</param>
/// <param name="BaseBackordersCount">Expected backorders of each base.</param>
public sealed record TwoEchelonResult(double DepotBackordersCount, IReadOnlyList<double> PipelineMeanCount, IReadOnlyList<double> PipelineVarianceCount2, IReadOnlyList<double> BaseBackordersCount)
{
    /// <summary>Expected backorders of all bases together.</summary>
    public double TotalBackordersCount => BaseBackordersCount.Sum();
}
