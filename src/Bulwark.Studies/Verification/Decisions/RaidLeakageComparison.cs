using Bulwark.Operations.Saturation;

namespace Bulwark.Studies.Verification.Decisions;

/// <summary>Leakers of independent shots against the binomial law.</summary>
internal sealed class RaidLeakageComparison : IComparison
{
    private const string EachTarget = " shots each";

    /// <inheritdoc />
    public string Table => "raid_leakage.csv";

    /// <inheritdoc />
    public string Area => "Saturation";

    /// <inheritdoc />
    public string Model => "leakers of a raid";

    /// <inheritdoc />
    public string Source => "binomial law";

    /// <inheritdoc />
    public string Rule => "Expected leakers and the probability that there is none; tolerances are the rows'. Rows with 'shots each' give every target that many shots.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["raid_size", "channels_or_shots", "single_shot_pk", "expected_leakers", "probability_zero_leakers", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (raid, kill) = (row.Integer("raid_size", 0, 100_000), row.Number("single_shot_pk", 0, 1));
        var words = row.Text("channels_or_shots");
        var each = words.EndsWith(EachTarget, StringComparison.Ordinal);
        if (!int.TryParse(each ? words[..^EachTarget.Length] : words, out var count) || count < 0) throw row.Problem("channels_or_shots", $"'{words}' is not a number of channels, nor of '{EachTarget.Trim()}'");
        var (leakers, none) = each ? RaidLeakage.ShotsPerTarget(raid, count, kill) : RaidLeakage.OneShotPerChannel(raid, count, kill);
        findings.Check("leakers", "", leakers, row.Value("expected_leakers"), row.Tolerance());
        findings.Check("probability of no leaker", "", none, row.Value("probability_zero_leakers"), row.Tolerance());
    }
}
