using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>The inverse of Erlang B against a table.</summary>
internal sealed class ErlangLoadComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_b_inverse.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "load that channels bear (Erlang B)";

    /// <inheritdoc />
    public string Source => "inverse of the recursion; agrees with printed tables";

    /// <inheritdoc />
    public string Rule => "Offered load for a given probability of blocking; tolerances are the rows'.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "blocking_probability", "offered_load_erlang", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings) =>
        findings.Check(
            "offered load",
            "",
            QueueFormulas.BlockingLoadRatio(row.Integer("servers", 1, 10_000), row.Number("blocking_probability", 1e-12, 1 - 1e-12)),
            row.Value("offered_load_erlang"),
            row.Tolerance());
}
