using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Radar;

/// <summary><see cref="MeasurementErrors"/> against the bounds and rules of thumb of the books.</summary>
internal sealed class MeasurementComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_measurement_accuracy.csv";

    /// <inheritdoc />
    public string Area => "Radar";

    /// <inheritdoc />
    public string Model => "accuracy of range, angle and Doppler";

    /// <inheritdoc />
    public string Source => "Cramér-Rao bounds (Monte Carlo checked); Barton; Curry";

    /// <inheritdoc />
    public string Rule =>
        "As the row says; 'formula' means the formula itself, so half the last printed digit. Angles go through in degrees: the forms are linear.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["quantity", "description", "in1", "snr_dB", "reference_value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var snr = Decibels.Ratio(row.Number("snr_dB", -50, 200));
        var width = row.Number("in1", 1e-12, 1e12);
        switch (row.Text("quantity"))
        {
            case "range_sigma_m" when row.Text("description").StartsWith("flat", StringComparison.Ordinal):
                Check("range, flat spectrum", "m", MeasurementErrors.FlatSpectrumBoundM(width, snr));
                break;
            case "range_sigma_m_resolution_form":
                Check("range, from resolution", "m", MeasurementErrors.RangeSigmaM(width, snr));
                break;
            case "angle_sigma_deg":
                Check("angle, uniform aperture", "deg", MeasurementErrors.UniformApertureBoundRad(width, snr));
                break;
            case "angle_sigma_deg_monopulse_km1.6":
                Check("angle, monopulse", "deg", MeasurementErrors.AngleSigmaRad(width, snr));
                break;
            case "doppler_sigma_Hz":
                Check("Doppler, rectangular pulse", "Hz", MeasurementErrors.RectangularPulseBoundHz(width, snr));
                break;
            case "range_sigma_m":
                throw row.Problem("description", $"the spectrum '{row.Text("description")}' is not known; expected one that begins with 'flat'");
            default:
                throw row.Unknown("quantity", "range_sigma_m", "range_sigma_m_resolution_form", "angle_sigma_deg", "angle_sigma_deg_monopulse_km1.6", "doppler_sigma_Hz");
        }

        void Check(string quantity, string unit, double found)
        {
            var isFormula = row.Text("tolerance").Trim() == "formula";
            findings.Check(quantity, unit, found, row.Value("reference_value"), isFormula ? Tolerance.Relative(1e-6) : row.Tolerance());
        }
    }
}
