using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="RainAttenuation.Coefficients(double, double, Polarisation)"/> against the regression of the Recommendation.</summary>
internal sealed class RainCoefficientComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p838_k_alpha.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "coefficients of rain (P.838)";

    /// <inheritdoc />
    public string Source => "P.838-3 equations 2 and 3, another implementation";

    /// <inheritdoc />
    public string Rule => "Both polarisations of a level path, as the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "k_H", "alpha_H", "k_V", "alpha_V", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var frequencyHz = 1e9 * row.Number("f_GHz", 1e-3, 1000);
        var horizontal = RainAttenuation.Coefficients(frequencyHz, 0, Polarisation.Horizontal);
        var vertical = RainAttenuation.Coefficients(frequencyHz, 0, Polarisation.Vertical);
        var tolerance = row.Tolerance();
        findings.Check("k, horizontal", "", horizontal.ScaleFactor, row.Value("k_H"), tolerance);
        findings.Check("α, horizontal", "", horizontal.AlphaFactor, row.Value("alpha_H"), tolerance);
        findings.Check("k, vertical", "", vertical.ScaleFactor, row.Value("k_V"), tolerance);
        findings.Check("α, vertical", "", vertical.AlphaFactor, row.Value("alpha_V"), tolerance);
    }
}
