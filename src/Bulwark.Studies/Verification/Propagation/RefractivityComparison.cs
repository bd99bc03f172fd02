using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="Refractivity"/> against another implementation.</summary>
internal sealed class RefractivityComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p453_refractivity.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "refractivity and vapour pressure (P.453)";

    /// <inheritdoc />
    public string Source => "P.453-14 equations 6 and 9; ITU-Rpy";

    /// <inheritdoc />
    public string Rule => "As the row says; saturation over water at every temperature.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["t_C", "p_total_hPa", "relative_humidity_pct", "e_hPa", "N_units", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (temperatureK, pressurePa) = (row.Number("t_C", -100, 100) + 273.15, 100 * row.Number("p_total_hPa", 0, 2000));
        var vapourPa = Refractivity.VapourPressurePa(temperatureK, pressurePa, row.Number("relative_humidity_pct", 0, 100) / 100);
        findings.Check("vapour pressure", "hPa", vapourPa / 100, row.Value("e_hPa"), row.Tolerance("e"));
        findings.Check("refractivity", "N", 1e6 * Refractivity.ExcessRatio(pressurePa - vapourPa, temperatureK, vapourPa), row.Value("N_units"), row.Tolerance("N"));
    }
}
