using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="GasAttenuation"/> against the official validation rows.</summary>
internal sealed class GasComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p676_specific_attenuation.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "specific attenuation by gases (P.676)";

    /// <inheritdoc />
    public string Source => "ITU-R SG3 validation examples, P.676-13 Annex 1";

    /// <inheritdoc />
    public string Rule => "As the row says. The pressure of the table is that of dry air.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "p_dry_hPa", "T_K", "rho_water_vapour_g_m3", "gamma_oxygen_dB_km", "gamma_water_dB_km", "gamma_total_dB_km", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var frequencyHz = 1e9 * row.Number("f_GHz", 1e-3, 1000);
        var (dryPa, temperatureK, vapourKgPerM3) = (100 * row.Number("p_dry_hPa", 0, 2000), row.Number("T_K", 50, 500), 1e-3 * row.Number("rho_water_vapour_g_m3", 0, 200));
        var tolerance = row.Tolerance();
        var oxygen = GasAttenuation.DryAirDbPerM(frequencyHz, dryPa, temperatureK, vapourKgPerM3);
        var water = GasAttenuation.WaterVapourDbPerM(frequencyHz, dryPa, temperatureK, vapourKgPerM3);
        var air = new MoistAir(temperatureK, dryPa + new MoistAir(temperatureK, 0, vapourKgPerM3).VapourPressurePa, vapourKgPerM3);
        findings.Check("dry air", "dB/km", 1000 * oxygen, row.Value("gamma_oxygen_dB_km"), tolerance);
        findings.Check("water vapour", "dB/km", 1000 * water, row.Value("gamma_water_dB_km"), tolerance);
        findings.Check("together", "dB/km", 1000 * GasAttenuation.SpecificDbPerM(frequencyHz, air), row.Value("gamma_total_dB_km"), tolerance);
    }
}
