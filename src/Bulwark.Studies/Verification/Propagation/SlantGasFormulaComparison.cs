using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="SlantPathApproximation"/> against the official validation rows.</summary>
internal sealed class SlantGasFormulaComparison : IComparison
{
    private const double HighestGhz = 100;

    /// <inheritdoc />
    public string Table => "itu_p676_slant_attenuation.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "approximate gas of slant paths (P.676 Annex 2)";

    /// <inheritdoc />
    public string Source => "ITU-R SG3 validation examples, P.676-13 Annex 2";

    /// <inheritdoc />
    public string Rule =>
        "As the row says. The pressure of the sheet is that of dry air, as in its other parts: only so do all rows agree. Rows above 100 GHz, where the carried part of the Recommendation's table of equivalent heights ends, are left out.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "elevation_deg", "rho_g_m3", "P_hPa", "T_K", "A_gas_dB", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (frequencyGhz, elevationDeg) = (row.Number("f_GHz", 1, 350), row.Number("elevation_deg", 5, 90));
        var dry = new MoistAir(row.Number("T_K", 50, 500), 100 * row.Number("P_hPa", 0, 2000), 1e-3 * row.Number("rho_g_m3", 0, 200));
        var surface = dry with { PressurePa = dry.PressurePa + dry.VapourPressurePa };
        var reference = row.Value("A_gas_dB");
        if (frequencyGhz > HighestGhz)
        {
            findings.LeaveOut("above 100 GHz, where the carried table of equivalent heights of oxygen ends");
            return;
        }

        findings.Check("attenuation", "dB", SlantPathApproximation.GasDb(1e9 * frequencyGhz, double.DegreesToRadians(elevationDeg), surface), reference, row.Tolerance());
    }
}
