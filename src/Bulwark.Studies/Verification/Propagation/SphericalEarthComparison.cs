using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="SphericalEarthDiffraction"/> against the official validation rows.</summary>
internal sealed class SphericalEarthComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p526_spherical_earth.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "diffraction over the smooth Earth (P.526)";

    /// <inheritdoc />
    public string Source => "ITU-R SG3 validation examples, P.452-17";

    /// <inheritdoc />
    public string Rule => "As the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_GHz", "distance_km", "h_tx_m", "h_rx_m", "effective_earth_radius_km", "polarization", "ground_eps_r", "ground_sigma_S_m", "diffraction_loss_dB", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var polarisation = row.Text("polarization") switch
        {
            "vertical" => Polarisation.Vertical,
            "horizontal" => Polarisation.Horizontal,
            _ => throw row.Unknown("polarization", "vertical", "horizontal"),
        };
        var found = SphericalEarthDiffraction.LossDb(
            1e9 * row.Number("f_GHz", 1e-6, 1e4),
            1000 * row.Number("distance_km", 1e-6, 1e5),
            row.Number("h_tx_m", 0, 1e6),
            row.Number("h_rx_m", 0, 1e6),
            1000 * row.Number("effective_earth_radius_km", 1, 1e7),
            polarisation,
            new GroundConstants(row.Number("ground_eps_r"), row.Number("ground_sigma_S_m")));
        findings.Check("loss", "dB", found, row.Value("diffraction_loss_dB"), row.Tolerance());
    }
}
