using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="BinaryIntegration"/> against the binomial tail.</summary>
internal sealed class BinaryIntegrationComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_binary_integration.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "binary integration, m of n";

    /// <inheritdoc />
    public string Source => "binomial tail (scipy)";

    /// <inheritdoc />
    public string Rule => "As the row says, or half the last printed digit where fewer are printed.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["m", "n", "single_look_probability", "m_of_n_probability", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var looks = row.Integer("n", 1, 10_000);
        var found = BinaryIntegration.Probability(row.Integer("m", 1, looks), looks, row.Number("single_look_probability", 0, 1));
        findings.Check("probability", "", found, row.Value("m_of_n_probability"), row.Tolerance());
    }
}
