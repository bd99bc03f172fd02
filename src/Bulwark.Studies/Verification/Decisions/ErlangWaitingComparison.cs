using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>Erlang C against a table.</summary>
internal sealed class ErlangWaitingComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "queue_erlang_c.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "waiting for a server (Erlang C)";

    /// <inheritdoc />
    public string Source => "closed form; Octave queueing";

    /// <inheritdoc />
    public string Rule => "Probability of waiting, mean wait in service times, and mean queue length, which is wait times load (Little); tolerances are the rows'.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["servers", "offered_load_erlang", "probability_of_waiting", "mean_wait_service_times", "mean_queue_length", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (servers, load) = (row.Integer("servers", 1, 10_000), row.Number("offered_load_erlang", 0, 1e6));
        var tolerance = row.Tolerance();
        findings.Check("probability of waiting", "", QueueFormulas.WaitingProbability(servers, load), row.Value("probability_of_waiting"), tolerance);
        findings.Check("mean wait", "service times", QueueFormulas.WaitRatio(servers, load), row.Value("mean_wait_service_times"), tolerance);
        findings.Check("mean queue length", "", QueueFormulas.QueueCount(servers, load), row.Value("mean_queue_length"), tolerance);
    }
}
