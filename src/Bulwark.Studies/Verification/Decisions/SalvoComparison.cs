using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>The salvo equations against worked cases.</summary>
internal sealed class SalvoComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "salvo_equations.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "exchange of salvos";

    /// <inheritdoc />
    public string Source => "Hughes 1995, equations (1) and (2)";

    /// <inheritdoc />
    public string Rule => "Losses of both sides; tolerances are the rows'.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns =>
        ["units_A", "units_B", "alpha_hits_per_A", "beta_hits_per_B", "defence_a3_per_A", "defence_b3_per_B", "staying_a1", "staying_b1", "losses_A", "losses_B", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (first, second) = SalvoExchange.Losses(
            new SalvoSide(row.Number("units_A"), row.Number("alpha_hits_per_A"), row.Number("defence_a3_per_A"), row.Number("staying_a1")),
            new SalvoSide(row.Number("units_B"), row.Number("beta_hits_per_B"), row.Number("defence_b3_per_B"), row.Number("staying_b1")));
        findings.Check("losses", "units", first, row.Value("losses_A"), row.Tolerance());
        findings.Check("losses", "units", second, row.Value("losses_B"), row.Tolerance());
    }
}
