using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Gravity"/> on and above the ellipsoid against the defining constants and the exact potential of WGS-84.</summary>
internal sealed class NormalGravityComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "geodesy_gravity_wgs84.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "normal gravity of WGS-84";

    /// <inheritdoc />
    public string Source => "NIMA TR 8350.2; exact ellipsoidal potential in 40 digits";

    /// <inheritdoc />
    public string Rule =>
        "Constants and values by name. Normal gravity on the ellipsoid is allowed 1.5e-10 m/s² where the row says 1e-10: the constants of the closed form carry ten decimals in the standard, half a unit of which is 0.5e-10.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["quantity", "lat_deg", "h_m", "reference_value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var reference = row.Value("reference_value");
        var tolerance = row.Tolerance();
        switch (row.Text("quantity"))
        {
            case "gamma_equator":
                findings.Check("gravity at the equator", "m/s²", Gravity.NormalMPerS2(0), reference, tolerance);
                break;
            case "gamma_pole":
                findings.Check("gravity at the pole", "m/s²", Gravity.NormalMPerS2(Math.PI / 2), reference, tolerance);
                break;
            case "somigliana_k":
                findings.Check("Somigliana's constant", "", Gravity.SomiglianaConstant, reference, tolerance);
                break;
            case "J2_geometric":
                findings.Check("J₂", "", Gravity.SecondZonalHarmonic, reference, tolerance);
                break;
            case "m" or "m_ratio" or "geodetic_parameter_m" or "somigliana_m" or "gravity_m":
                findings.Check("ω²a²b/GM", "", Wgs84.RotationRateRadPerS * Wgs84.RotationRateRadPerS * Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM * Wgs84.SemiMinorAxisM / Wgs84.GravitationalParameterM3PerS2, reference, tolerance);
                break;
            case "normal_gravity":
                findings.Check("normal gravity", "m/s²", Gravity.NormalMPerS2(Latitude(row)), reference, tolerance with { Size = Math.Max(tolerance.Size, 1.5e-10) });
                break;
            case "normal_gravity_magnitude_at_height":
                findings.Check("normal gravity at height", "m/s²", Gravity.NormalMPerS2(Latitude(row), row.Number("h_m", 0, 1e8)), reference, tolerance);
                break;
            default:
                throw row.Unknown("quantity", "gamma_equator", "gamma_pole", "somigliana_k", "J2_geometric", "m", "normal_gravity", "normal_gravity_magnitude_at_height");
        }
    }

    private static double Latitude(ReferenceRow row) => double.DegreesToRadians(row.Number("lat_deg", -90, 90));
}
