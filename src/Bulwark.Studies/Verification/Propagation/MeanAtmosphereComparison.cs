using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="ReferenceAtmosphere"/>, mean annual global, against the standard and a peer.</summary>
internal sealed class MeanAtmosphereComparison : IComparison
{
    private static readonly ReferenceAtmosphere Plain = ReferenceAtmosphere.WithVapour(7.5e-3, 2000, 0);

    /// <inheritdoc />
    public string Table => "itu_p835_reference_atmosphere.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "mean annual reference atmosphere (P.835)";

    /// <inheritdoc />
    public string Source => "US76 with an exponential vapour; checked with ITU-Rpy";

    /// <inheritdoc />
    public string Rule => "As the row says. The vapour of the table is the plain exponential, so the least mixing ratio of the Recommendation is switched off.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["h_km", "T_K", "p_hPa", "rho_water_g_m3", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var air = Plain.At(1000 * row.Number("h_km", -1, 100));
        findings.Check("temperature", "K", air.TemperatureK, row.Value("T_K"), row.Tolerance("T"));
        findings.Check("pressure", "hPa", air.PressurePa / 100, row.Value("p_hPa"), row.Tolerance("P"));
        findings.Check("water vapour", "g/m³", 1000 * air.VapourDensityKgPerM3, row.Value("rho_water_g_m3"), row.Tolerance("rho"));
    }
}
