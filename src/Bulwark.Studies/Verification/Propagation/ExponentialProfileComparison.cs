using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="ExponentialRefractivity"/> against its closed form.</summary>
internal sealed class ExponentialProfileComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p453_exponential_profile.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "exponential refractivity (P.453)";

    /// <inheritdoc />
    public string Source => "P.453 reference exponential atmosphere";

    /// <inheritdoc />
    public string Rule => "As the row says: absolute, in the unit of the column.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["h_km", "N_units", "dN_dh_per_km", "effective_earth_k_local", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var heightM = 1000 * row.Number("h_km", -10, 1000);
        var profile = ExponentialRefractivity.Standard;
        var tolerance = row.Tolerance();
        findings.Check("refractivity", "N", 1e6 * profile.ExcessRatio(heightM), row.Value("N_units"), tolerance);
        findings.Check("gradient", "N/km", 1e9 * profile.GradientPerM(heightM), row.Value("dN_dh_per_km"), tolerance);
        findings.Check("local effective Earth", "", profile.EffectiveEarthFactor(heightM), row.Value("effective_earth_k_local"), tolerance);
    }
}
