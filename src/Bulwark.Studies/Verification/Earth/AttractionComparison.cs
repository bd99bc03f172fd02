using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="Gravity.Attraction"/> against the closed form of the second zonal harmonic.</summary>
internal sealed class AttractionComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "geodesy_gravity_j2_vector.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "attraction with J₂";

    /// <inheritdoc />
    public string Source => "closed form, equal to the numerical gradient of the potential";

    /// <inheritdoc />
    public string Rule => "Each component. The rows state 1e-11 m/s² with J₂ cut to 1.08262982e-3; the digits it drops (1.3e-12) are worth up to 3 × 1.3e-12 g = 4e-11, so 5e-11 is allowed.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["x_ecef_m", "y_ecef_m", "z_ecef_m", "gx_m_s2", "gy_m_s2", "gz_m_s2", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var stated = row.Tolerance();
        var tolerance = stated with { Size = Math.Max(stated.Size, 5e-11) };
        var found = Gravity.Attraction(new EcefVector(row.Number("x_ecef_m"), row.Number("y_ecef_m"), row.Number("z_ecef_m")));
        findings.Check("x", "m/s²", found.X, row.Value("gx_m_s2"), tolerance);
        findings.Check("y", "m/s²", found.Y, row.Value("gy_m_s2"), tolerance);
        findings.Check("z", "m/s²", found.Z, row.Value("gz_m_s2"), tolerance);
    }
}
