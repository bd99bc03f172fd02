using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class DiffractionTests
{
    [Fact]
    public void KnifeEdgeMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p526_knife_edge.csv"))
        {
            // Six decimals are printed.
            Assert.Equal(row.Number("J_exact_dB"), KnifeEdge.ExactLossDb(row.Number("nu")), 2e-6);
            if (row.Has("J_approx_dB")) Assert.Equal(row.Number("J_approx_dB"), KnifeEdge.LossDb(row.Number("nu")), 2e-6);
        }
    }

    [Fact]
    public void FresnelSeriesAndFractionMeet()
    {
        // The two evaluations change over at 1.6: no step there beyond the function's own slope.
        var (below, above) = (KnifeEdge.ExactLossDb(1.6 - 1e-9), KnifeEdge.ExactLossDb(1.6 + 1e-9));
        Assert.InRange(above - below, 0, 2e-8);
        Assert.Equal(KnifeEdge.ExactLossDb(1e4), 20 * Math.Log10(1e4 * Math.PI * Math.Sqrt(2)), 1e-6);
    }

    [Fact]
    public void SphericalEarthMatchesTheOfficialRows()
    {
        foreach (var row in ReferenceCsv.Read("itu_p526_spherical_earth.csv"))
        {
            var loss = SphericalEarthDiffraction.LossDb(
                1e9 * row.Number("f_GHz"),
                1000 * row.Number("distance_km"),
                row.Number("h_tx_m"),
                row.Number("h_rx_m"),
                1000 * row.Number("effective_earth_radius_km"),
                Enum.Parse<Polarisation>(row["polarization"], ignoreCase: true),
                new GroundConstants(row.Number("ground_eps_r"), row.Number("ground_sigma_S_m")));
            Assert.Equal(row.Number("diffraction_loss_dB"), loss, 1e-3);
        }
    }

    [Fact]
    public void SphericalEarthIsContinuousAtTheHorizon()
    {
        const double RadiusM = 8_500_000;
        var horizonM = Math.Sqrt(2 * RadiusM) * (Math.Sqrt(20) + Math.Sqrt(100));
        var (inside, outside) = (Loss(horizonM - 0.01), Loss(horizonM + 0.01));
        Assert.Equal(inside, outside, 1e-3);
        Assert.InRange(inside, 10, 40);
        Assert.Equal(0, Loss(5000));

        static double Loss(double distanceM) => SphericalEarthDiffraction.LossDb(3e9, distanceM, 20, 100, RadiusM, Polarisation.Horizontal, GroundConstants.Sea);
    }
}
