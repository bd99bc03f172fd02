using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="DetectionStatistics.Probability"/> and <see cref="CoherentDetection"/> against a peer's tests and exact values.</summary>
internal sealed class DetectionComparison : IComparison
{
    // The peer changes to a Gaussian approximation from this many pulses of a fluctuating target on; its values are then not exact.
    private const int PeerApproximatesFrom = 50;

    /// <inheritdoc />
    public string Table => "radar_detection_pd.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "probability of detection, Swerling 0 to 4 and coherent";

    /// <inheritdoc />
    public string Source => "radarsimpy's tests; scipy, checked by quadrature";

    /// <inheritdoc />
    public string Rule =>
        "The column pd_exact within 1e-6 (its printed digits; the rows state 1e-5 or wider); pd_reference, the peer's value, within the row's tolerance. The peer's Swerling 4 value at 256 pulses (0.2155) is not compared: the peer approximates from 50 pulses on and the exact value is 0.2111. "
        + "Rows called coherent are the detector with known phase.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["swerling_case", "n_pulses", "pfa", "snr_per_pulse_dB", "pd_reference", "pd_exact", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var pulses = row.Integer("n_pulses", 1, 100_000);
        var pfa = row.Number("pfa", 1e-300, 0.999_999);
        var snr = Decibels.Ratio(row.Number("snr_per_pulse_dB", -200, 200));
        var isCoherent = row.Text("swerling_case") == "coherent";
        var fluctuation = isCoherent ? SwerlingCase.Steady : (SwerlingCase)row.Integer("swerling_case", 0, 4);
        var found = isCoherent ? CoherentDetection.Probability(pulses, pfa, snr) : DetectionStatistics.Probability(fluctuation, pulses, pfa, snr);
        var isApproximate = fluctuation == SwerlingCase.Case4 && pulses >= PeerApproximatesFrom && row.Has("pd_exact") && row.Has("pd_reference")
            && Math.Abs(row.Number("pd_reference") - row.Number("pd_exact")) > row.Tolerance().Size;
        if (row.Has("pd_exact")) findings.Check("Pd (exact)", "", found, row.Value("pd_exact"), Tolerance.Absolute(1e-6));
        if (row.Has("pd_reference") && !isApproximate) findings.Check("Pd (peer)", "", found, row.Value("pd_reference"), row.Tolerance());
    }
}
