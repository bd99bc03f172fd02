using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Bases and a depot by METRIC, VARI-METRIC and the exact distribution, each against its own column.</summary>
internal sealed class TwoEchelonComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "sustainment_metric_two_echelon.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "bases and a depot (METRIC, VARI-METRIC, exact)";

    /// <inheritdoc />
    public string Source => "scipy; three exact cells by a simulation of 3 million demands";

    /// <inheritdoc />
    public string Rule => "Depot backorders, mean and variance of a base's resupply, and the backorders of all bases by each method against its own column: METRIC is right about the mean and underestimates backorders, so the methods are not mixed. The variance is that of VARI-METRIC and of the exact result, which agree in it.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["n_bases", "demand_rate_per_day_per_base", "depot_repair_time_days", "order_and_ship_time_days", "depot_stock_s0", "base_stock_s", "depot_EBO", "base_pipeline_mean", "base_pipeline_variance", "total_base_EBO_METRIC", "total_base_EBO_VARI_METRIC", "total_base_EBO_exact", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        const double DayS = 86400;
        var bases = row.Integer("n_bases", 1, 1000);
        var item = new TwoEchelonItem(
            [.. Enumerable.Repeat(row.Number("demand_rate_per_day_per_base", 0, 1e6) / DayS, bases)],
            row.Number("depot_repair_time_days", 0, 1e6) * DayS,
            row.Number("order_and_ship_time_days", 0, 1e6) * DayS,
            row.Integer("depot_stock_s0", 0, 100_000),
            [.. Enumerable.Repeat(row.Integer("base_stock_s", 0, 100_000), bases)]);
        var tolerance = row.Tolerance();
        var (metric, varied, exact) = (item.Metric(), item.VariMetric(), item.Exact());
        findings.Check("depot backorders", "", exact.DepotBackordersCount, row.Value("depot_EBO"), tolerance);
        findings.Check("mean of a base's resupply", "", exact.PipelineMeanCount[0], row.Value("base_pipeline_mean"), tolerance);
        findings.Check("variance of a base's resupply, exact", "", exact.PipelineVarianceCount2[0], row.Value("base_pipeline_variance"), tolerance);
        findings.Check("variance of a base's resupply, VARI-METRIC", "", varied.PipelineVarianceCount2[0], row.Value("base_pipeline_variance"), tolerance);
        findings.Check("backorders of the bases, METRIC", "", metric.TotalBackordersCount, row.Value("total_base_EBO_METRIC"), tolerance);
        findings.Check("backorders of the bases, VARI-METRIC", "", varied.TotalBackordersCount, row.Value("total_base_EBO_VARI_METRIC"), tolerance);
        findings.Check("backorders of the bases, exact", "", exact.TotalBackordersCount, row.Value("total_base_EBO_exact"), tolerance);
    }
}
