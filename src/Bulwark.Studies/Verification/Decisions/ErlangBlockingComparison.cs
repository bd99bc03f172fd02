using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>Erlang B against a table.</summary>
internal sealed class ErlangBlockingComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_b.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "channels all taken (Erlang B)";

    /// <inheritdoc />
    public string Source => "recursion, mpmath sum, Octave queueing";

    /// <inheritdoc />
    public string Rule => "Probability of blocking; tolerances are the rows'.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "offered_load_erlang", "blocking_probability", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings) =>
        findings.Check(
            "probability of blocking",
            "",
            QueueFormulas.BlockingProbability(row.Integer("servers", 1, 10_000), row.Number("offered_load_erlang", 0, 1e6)),
            row.Value("blocking_probability"),
            row.Tolerance());
}
