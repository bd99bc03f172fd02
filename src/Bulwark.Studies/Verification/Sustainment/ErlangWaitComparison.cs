using Bulwark.Operations.Logistics;

namespace Bulwark.Studies.Verification.Sustainment;

/// <summary>Erlang's formula C.</summary>
internal sealed class ErlangWaitComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_c.csv";

    /// <inheritdoc />
    public string Area => "Sustainment";

    /// <inheritdoc />
    public string Model => "shop with benches (Erlang C)";

    /// <inheritdoc />
    public string Source => "Octave queueing";

    /// <inheritdoc />
    public string Rule => "Probability of waiting, mean wait in service times and mean queue length, each within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "offered_load_erlang", "probability_of_waiting", "mean_wait_service_times", "mean_queue_length", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var queue = new ErlangQueue(row.Integer("servers", 1, 100_000), row.Number("offered_load_erlang", 0, 1e9));
        var tolerance = row.Tolerance();
        findings.Check("probability of waiting", "", queue.WaitingProbability, row.Value("probability_of_waiting"), tolerance);
        findings.Check("mean wait", "service times", queue.WaitRatio, row.Value("mean_wait_service_times"), tolerance);
        findings.Check("mean queue length", "", queue.QueueCount, row.Value("mean_queue_length"), tolerance);
    }
}
