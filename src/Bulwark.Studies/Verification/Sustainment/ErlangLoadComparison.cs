using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>The load at which Erlang's formula B reaches a value.</summary>
internal sealed class ErlangLoadComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_b_inverse.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "load of a loss system (Erlang B, inverse)";

    /// <inheritdoc />
    public string Source => "printed tables; computed inverse";

    /// <inheritdoc />
    public string Rule => "Offered load within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "blocking_probability", "offered_load_erlang", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var load = ErlangQueue.LoadRatio(row.Integer("servers", 1, 100_000), row.Number("blocking_probability", 1e-12, 1 - 1e-12));
        findings.Check("offered load", "", load, row.Value("offered_load_erlang"), row.Tolerance());
    }
}
