using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Backorders of one stock under Poisson demand (Palm's theorem).</summary>
internal sealed class BackorderComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "sustainment_ebo_poisson.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "backorders of a single stock (Palm)";

    /// <inheritdoc />
    public string Source => "scipy; direct tail sums";

    /// <inheritdoc />
    public string Rule => "Expected backorders, their variance and the fill rate, each within the row's tolerance, which is absolute.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["pipeline_mean", "stock_s", "expected_backorders", "variance_of_backorders", "fill_rate", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var pipeline = PipelineDistribution.Poisson(row.Number("pipeline_mean", 0, 1e5));
        var stock = row.Integer("stock_s", 0, 100_000);
        var tolerance = row.Tolerance();
        findings.Check("expected backorders", "", pipeline.BackordersCount(stock), row.Value("expected_backorders"), tolerance);
        findings.Check("variance of backorders", "", pipeline.BackorderVarianceCount2(stock), row.Value("variance_of_backorders"), tolerance);
        findings.Check("fill rate", "", pipeline.FillShare(stock), row.Value("fill_rate"), tolerance);
    }
}
