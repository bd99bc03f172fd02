using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="DetectionStatistics.RequiredSnr"/> against exact values.</summary>
internal sealed class RequiredSnrComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_detection_required_snr.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "required signal-to-noise ratio, Swerling 0 to 4";

    /// <inheritdoc />
    public string Source => "scipy, checked by quadrature over the fluctuation";

    /// <inheritdoc />
    public string Rule => "The ratio of one pulse in decibels within the row's tolerance.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["swerling_case", "n_pulses", "pfa", "pd", "required_snr_per_pulse_dB", "tolerance_dB"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var found = DetectionStatistics.RequiredSnr(
            (SwerlingCase)row.Integer("swerling_case", 0, 4), row.Integer("n_pulses", 1, 100_000), row.Number("pfa", 1e-300, 0.999_999), row.Number("pd", 0, 1));
        findings.Check("signal-to-noise ratio", "dB", Decibels.Of(found), row.Value("required_snr_per_pulse_dB"), row.Tolerance(column: "tolerance_dB"));
    }
}
