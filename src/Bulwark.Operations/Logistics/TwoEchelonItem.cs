namespace Bulwark.Operations.Logistics;

/// <summary>
/// One kind of item at bases that a depot resupplies one for one: a failure that the base does not mend itself is sent to the depot and a
/// spare is ordered from it.
/// Demands are Poisson, resupply times constant (the exact result) or of any distribution (the approximations use their means). Immutable.
/// </summary>
/// <param name="DemandHz">Demands per second of each base.</param>
/// <param name="DepotRepairS">Time from a failure to the repaired item in the depot's stock, seconds.</param>
/// <param name="OrderAndShipS">Time from the depot to each base, seconds.</param>
/// <param name="DepotStock">Spares of the depot.</param>
/// <param name="BaseStocks">Spares of each base.</param>
public sealed record TwoEchelonItem(IReadOnlyList<double> DemandHz, double DepotRepairS, double OrderAndShipS, int DepotStock, IReadOnlyList<int> BaseStocks)
{
    /// <summary>Share of the failures that a base mends itself (Sherbrooke's r), each by itself; 0 for none.</summary>
    public double BaseRepairShare { get; init; }

    /// <summary>Mean time of a repair at a base, seconds.</summary>
    public double BaseRepairS { get; init; }

    /// <summary>
    /// METRIC (C. C. Sherbrooke, Operations Research 16 (1968) 122-141): each base's resupply is taken for Poisson with the right mean.
    /// It underestimates backorders, because the delay at the depot makes the number in resupply more variable than Poisson.
    /// </summary>
    public TwoEchelonResult Metric() => Solve(static (mean, _) => PipelineDistribution.Poisson(mean), isPoisson: true);

    /// <summary>
    /// VARI-METRIC (Slay 1984; Sherbrooke, Operations Research 34 (1986) 311-319): mean and variance of each base's resupply are right,
    /// the distribution is negative binomial.
    /// </summary>
    public TwoEchelonResult VariMetric() => Solve(PipelineDistribution.NegativeBinomial, isPoisson: false);

    /// <summary>
    /// The exact distribution (S. C. Graves, Management Science 31 (1985) 1247-1256): depot backorders belong to a base with its share of
    /// the demand, and what was demanded during the shipping time is added.
    /// </summary>
    public TwoEchelonResult Exact()
    {
        var waiting = DepotPipeline().Beyond(DepotStock);
        var rate = DemandHz.Sum();
        var pipelines = DemandHz.Select(demand => waiting.Thinned(Share(demand, rate)).Plus(PipelineDistribution.Poisson(AwayCount(demand)))).ToList();
        return new TwoEchelonResult(
            waiting.MeanCount,
            [.. pipelines.Select(static pipeline => pipeline.MeanCount)],
            [.. pipelines.Select(static pipeline => pipeline.VarianceCount2)],
            [.. pipelines.Select((pipeline, index) => pipeline.BackordersCount(BaseStocks[index]))]);
    }

    // What a base mends itself and what is on its way to it: independent Poisson numbers, so their sum is one (Palm; splitting of a Poisson stream).
    private double AwayCount(double demand) => demand * ((BaseRepairShare * BaseRepairS) + ((1 - BaseRepairShare) * OrderAndShipS));

    private static double Share(double demand, double total) => total > 0 ? demand / total : 0;

    private PipelineDistribution DepotPipeline()
    {
        if (!(BaseRepairShare is >= 0 and <= 1)) throw new InvalidOperationException($"A share of {BaseRepairShare} is mended at the bases; it lies between 0 and 1.");
        if (BaseStocks.Count != DemandHz.Count) throw new InvalidOperationException($"There are {DemandHz.Count} demands and {BaseStocks.Count} stocks; each base has one of each.");
        return PipelineDistribution.Poisson(DemandHz.Sum() * (1 - BaseRepairShare) * DepotRepairS);
    }

    private TwoEchelonResult Solve(Func<double, double, PipelineDistribution> distribution, bool isPoisson)
    {
        var depot = DepotPipeline();
        var (waiting, spread) = (depot.BackordersCount(DepotStock), depot.BackorderVarianceCount2(DepotStock));
        var rate = DemandHz.Sum();
        var (means, variances, backorders) = (new double[DemandHz.Count], new double[DemandHz.Count], new double[DemandHz.Count]);
        for (var at = 0; at < DemandHz.Count; at++)
        {
            var share = Share(DemandHz[at], rate);
            var away = AwayCount(DemandHz[at]);
            means[at] = away + (share * waiting);
            variances[at] = isPoisson ? means[at] : away + (share * (1 - share) * waiting) + (share * share * spread);

            // A stock cuts the variance of what is beyond it to no less than the mean only up to rounding.
            backorders[at] = distribution(means[at], Math.Max(variances[at], means[at])).BackordersCount(BaseStocks[at]);
        }

        return new TwoEchelonResult(waiting, means, variances, backorders);
    }
}
