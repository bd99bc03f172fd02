using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="RainAttenuation"/> against the official validation rows.</summary>
internal sealed class RainComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p838_rain.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "specific attenuation by rain (P.838)";

    /// <inheritdoc />
    public string Source => "ITU-R SG3 validation examples, P.838-3";

    /// <inheritdoc />
    public string Rule => "As the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "elevation_deg", "tau_deg", "rain_rate_mm_h", "k", "alpha", "gamma_R_dB_km", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var frequencyHz = 1e9 * row.Number("f_GHz", 1e-3, 1000);
        var (elevationRad, tiltRad) = (double.DegreesToRadians(row.Number("elevation_deg", -90, 90)), double.DegreesToRadians(row.Number("tau_deg", -180, 180)));
        var rateMPerS = row.Number("rain_rate_mm_h", 0, 1000) * RainAttenuation.MillimetrePerHourMPerS;
        var coefficients = RainAttenuation.Coefficients(frequencyHz, elevationRad, tiltRad);
        var tolerance = row.Tolerance();
        findings.Check("k", "", coefficients.ScaleFactor, row.Value("k"), tolerance);
        findings.Check("α", "", coefficients.AlphaFactor, row.Value("alpha"), tolerance);
        findings.Check("attenuation", "dB/km", 1000 * RainAttenuation.SpecificDbPerM(frequencyHz, elevationRad, tiltRad, rateMPerS), row.Value("gamma_R_dB_km"), tolerance);
    }
}
