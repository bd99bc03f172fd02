using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Power;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing;

public class ClutterTests
{
    [Fact]
    public void SeaReflectivityMatchesThePrintedExample()
    {
        // MathWorks documentation of seareflectivity: sea state 2, 10 degrees, 30 GHz, horizontal: 2.1555e-04, five digits printed.
        var value = Math.Pow(10, SeaClutter.ReflectivityDb(30e9, double.DegreesToRadians(10), 2, Polarisation.Horizontal) / 10);
        Assert.Equal(2.1555e-4, value, 5e-9);

        // A public implementation's test: 9.3 GHz, sea state 3, 1 degree, horizontal: -43.8 dB within 0.05.
        Assert.Equal(-43.8, SeaClutter.ReflectivityDb(9.3e9, double.DegreesToRadians(1), 3, Polarisation.Horizontal), 0.05);
    }

    [Fact]
    public void SeaReflectivityGrowsWithTheSeaAndIsStrongerVerticallyNearTheSurface()
    {
        foreach (var frequency in new[] { 1.3e9, 3e9, 9.3e9 })
        {
            for (var state = 1; state <= 6; state++)
                Assert.True(SeaClutter.ReflectivityDb(frequency, 0.01, state, Polarisation.Vertical) > SeaClutter.ReflectivityDb(frequency, 0.01, state - 1, Polarisation.Vertical));
            Assert.True(SeaClutter.ReflectivityDb(frequency, 0.01, 2, Polarisation.Vertical) > SeaClutter.ReflectivityDb(frequency, 0.01, 2, Polarisation.Horizontal));
        }

        Assert.True(SeaClutter.IsValid(3e9, 0.01, 3));
        Assert.False(SeaClutter.IsValid(0.15e9, 0.01, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeaClutter.ReflectivityDb(3e9, 0, 3, Polarisation.Vertical));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeaClutter.ReflectivityDb(3e9, 0.1, 3, Polarisation.Circular));
    }

    [Fact]
    public void LandReflectivityIsGammaTimesTheSine()
    {
        var (low, typical, high) = LandClutter.Gamma(LandSurface.Flatland, 10e9);
        Assert.Equal(-20, typical);
        Assert.True(low < typical && typical < high);
        Assert.Equal(-25, LandClutter.Gamma(LandSurface.Flatland, 1e9).TypicalDb, 1e-9);
        Assert.Equal(0.005, LandClutter.ReflectivityRatio(typical, Math.PI / 6), 1e-12);
        Assert.Equal(0, LandClutter.ReflectivityRatio(typical, -0.1));
        foreach (var surface in Enum.GetValues<LandSurface>()) Assert.InRange(LandClutter.Spectrum(surface).SigmaMPerS, 0, 0.4);
        Assert.Throws<ArgumentOutOfRangeException>(() => LandClutter.Gamma((LandSurface)99, 1e9));
    }

    [Fact]
    public void RainReflectivityFollowsItsClosedForm()
    {
        // Skolnik, section 7.6: η = 7 f⁴ r^1.6 · 1e-12 m²/m³, f in GHz and r in mm/h, his constant rounded to one digit (6.6 with 0.93 and c exact).
        var value = RainClutter.ReflectivityM2PerM3(4 / 3.6e6, 3e9);
        Assert.InRange(value / (7e-12 * Math.Pow(3, 4) * Math.Pow(4, 1.6)), 0.93, 1.07);
        Assert.Equal(16, RainClutter.ReflectivityM2PerM3(1e-6, 10e9) / RainClutter.ReflectivityM2PerM3(1e-6, 5e9), 1e-9);
        Assert.Equal(0, RainClutter.ReflectivityM2PerM3(0, 3e9));
    }

    [Fact]
    public void CellsAreThoseOfAGaussianBeam()
    {
        // The width of the two-way pattern: ∫ exp(-8 ln 2 x²) dx = 0.752692.
        Assert.Equal(100_000 * 0.02 * 0.752692 * 150, ResolutionCell.AreaM2(100_000, 0.02, 0.03, 150, 1e-6), 10.0);
        Assert.Equal(1e10 * 0.02 * 0.03 * 0.752692 * 0.752692 * 150, ResolutionCell.VolumeM3(100_000, 0.02, 0.03, 150), 1e5);

        // Looking straight down the beam decides, not the pulse.
        var down = ResolutionCell.AreaM2(1000, 0.02, 0.03, 150, Math.PI / 2);
        Assert.Equal(1e6 * 0.02 * 0.03 * 0.752692 * 0.752692, down, 0.01);

        var budget = PowerBudget.FromStatement(100_000, 1, 20);
        Assert.Equal(20 * 50, ResolutionCell.ClutterToNoiseRatio(budget, 100_000, 50), 1e-9);
    }
}
