using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="DetectionStatistics.Threshold"/> against the inverse incomplete gamma function.</summary>
internal sealed class ThresholdComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_detection_threshold.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "detection threshold";

    /// <inheritdoc />
    public string Source => "Mahafza, as in radarsimpy's tests; scipy";

    /// <inheritdoc />
    public string Rule => "The column threshold_exact within half its last printed digit (1e-8), closer than the 1e-6 it states, and threshold_reference, where there is one, within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["pfa", "n_pulses", "threshold_reference", "threshold_exact", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var found = DetectionStatistics.Threshold(row.Integer("n_pulses", 1, 100_000), row.Number("pfa", 1e-300, 0.999_999));
        if (row.Has("threshold_exact")) findings.Check("threshold (exact)", "", found, row.Value("threshold_exact"), Tolerance.Absolute(1e-8));
        if (row.Has("threshold_reference")) findings.Check("threshold (published)", "", found, row.Value("threshold_reference"), row.Tolerance());
    }
}
