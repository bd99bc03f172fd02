using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Erlang's formula B.</summary>
internal sealed class ErlangLossComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_b.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "loss system (Erlang B)";

    /// <inheritdoc />
    public string Source => "mpmath direct sum; Octave queueing";

    /// <inheritdoc />
    public string Rule => "Probability of blocking within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "offered_load_erlang", "blocking_probability", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var queue = new ErlangQueue(row.Integer("servers", 1, 100_000), row.Number("offered_load_erlang", 0, 1e9));
        findings.Check("probability of blocking", "", queue.BlockingProbability, row.Value("blocking_probability"), row.Tolerance());
    }
}
