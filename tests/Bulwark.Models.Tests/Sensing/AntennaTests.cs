using Bulwark.Sensing.Antennas;
using Bulwark.Sensing.Detection;

namespace Bulwark.Models.Tests.Sensing;

public class AntennaTests
{
    private const double Beamwidth = 0.03;

    [Fact]
    public void BeamsFallByHalfAtTheirHalfPowerPoints()
    {
        IAntennaPattern[] patterns = [new GaussianPattern(Beamwidth), new UniformAperturePattern(Beamwidth), new CosecantSquaredPattern(0.02, Beamwidth, 0.7)];
        foreach (var pattern in patterns)
        {
            Assert.Equal(1, pattern.RelativeGainRatio(0), 1e-12);
            Assert.Equal(0.5, pattern.RelativeGainRatio(-0.5 * Beamwidth), 1e-9);
            Assert.Equal(0.5, pattern.RelativeGainRatio(0.5 * Beamwidth), 1e-9);
            Assert.Equal(1e-6, pattern.RelativeGainRatio(Math.PI), 1e-12);
        }
    }

    [Fact]
    public void AnEvenlyLitApertureHasTheTextbookLobes()
    {
        // θ₃ = 0.886 λ/D, first null at λ/D, first side lobe 13.26 dB down at 1.43 λ/D (Skolnik, 9.3).
        var pattern = new UniformAperturePattern(UniformAperturePattern.BeamwidthOfRad(100), -90);
        Assert.Equal(0.886 / 100, pattern.BeamwidthRad, 1e-5);
        Assert.Equal(1e-9, pattern.RelativeGainRatio(Math.Asin(0.01)), 1e-10);
        Assert.Equal(-13.26, 10 * Math.Log10(pattern.RelativeGainRatio(Math.Asin(0.014303))), 0.005);
        Assert.Equal(1e-9, pattern.RelativeGainRatio(Math.PI - 0.001));
    }

    [Fact]
    public void ACosecantSquaredBeamReturnsTheSameFromEveryRangeOfALevelFlight()
    {
        var pattern = new CosecantSquaredPattern(0.02, Beamwidth, 0.7, -90);
        const double Height = 10_000;
        double Echo(double elevation) => Math.Pow(pattern.RelativeGainRatio(elevation - 0.02), 2) / Math.Pow(Height / Math.Sin(elevation), 4);
        foreach (var elevation in new[] { 0.04, 0.1, 0.3, 0.69 }) Assert.Equal(1, Echo(elevation) / Echo(0.05), 1e-9);
        Assert.Equal(1e-9, pattern.RelativeGainRatio(0.7), 1e-15);
    }

    [Fact]
    public void TablesAreReadBetweenTheirPoints()
    {
        var pattern = new TabulatedPattern([0, 0.1, 0.3], [30, 20, 0], symmetric: true);
        Assert.Equal(30, pattern.PeakDb);
        Assert.Equal(-5, 10 * Math.Log10(pattern.RelativeGainRatio(-0.05)), 1e-9);
        Assert.Equal(-20, 10 * Math.Log10(pattern.RelativeGainRatio(0.2)), 1e-9);
        Assert.Equal(-30, 10 * Math.Log10(pattern.RelativeGainRatio(2)), 1e-9);
        Assert.Throws<ArgumentException>(() => new TabulatedPattern([0, 0], [1, 2], symmetric: false));
        Assert.Throws<ArgumentException>(() => new TabulatedPattern([0], [1], symmetric: false));
        Assert.Throws<ArgumentException>(() => new TabulatedPattern([0, double.NaN], [1, 2], symmetric: false));
        Assert.Throws<ArgumentException>(() => new TabulatedPattern([-1, 0], [1, 2], symmetric: true));
    }

    [Fact]
    public void ArraysLoseGainAndWidenOffBroadside()
    {
        // At 60 degrees the projected aperture is half: 3 dB a way, twice the width (Skolnik, 9.5).
        var angle = Math.PI / 3;
        Assert.Equal(10 * Math.Log10(2), ArrayScan.OneWayLossDb(angle, 1), 1e-9);
        Assert.Equal(3 * 10 * Math.Log10(2), ArrayScan.TwoWayLossDb(angle), 1e-9);
        Assert.Equal(2 * Beamwidth, ArrayScan.BeamwidthRad(Beamwidth, angle), 1e-12);
        Assert.Equal(double.PositiveInfinity, ArrayScan.OneWayLossDb(2));
        Assert.Equal(0.3, ArrayScan.SteeringRad(0, 0.5, 0.2), 1e-12);
        Assert.Equal(0.4, ArrayScan.SteeringRad(0.4, 0, 0), 1e-12);
    }

    [Fact]
    public void BeamShapeLossFollowsTheTextbook()
    {
        var pattern = new GaussianPattern(Beamwidth);
        foreach (var pulses in new[] { 3, 11, 101 })
        {
            // Skolnik, equation 2.55, pulses between the half-power points.
            var sum = 1.0;
            for (var k = 1; k <= (pulses - 1) / 2; k++) sum += 2 * Math.Exp(-8 * Math.Log(2) * k * k / ((pulses - 1.0) * (pulses - 1)));
            Assert.Equal(10 * Math.Log10(pulses / sum), BeamShapeLoss.EnergyLossDb(pattern, pulses, Beamwidth / (pulses - 1)), 1e-9);
        }

        Assert.Equal(BeamShapeLoss.TextbookDb, BeamShapeLoss.EnergyLossDb(pattern, 2001, Beamwidth / 2000), 0.1);
        Assert.Equal(BeamShapeLoss.EnergyLossDb(pattern, 20_001, Beamwidth / 20_000), BeamShapeLoss.SpacingLossDb(pattern, Beamwidth), 1e-3);

        // For a probability of one half the loss in detection is near that in energy (1.7 dB), somewhat above; for a high one the weak places cost more.
        var half = BeamShapeLoss.DetectionLossDb(pattern, Beamwidth, SwerlingCase.Case1, 1, 1e-6, 0.5);
        var high = BeamShapeLoss.DetectionLossDb(pattern, Beamwidth, SwerlingCase.Steady, 1, 1e-6, 0.99);
        Assert.InRange(half, 1.4, 2.5);
        Assert.InRange(high, half, 6.1);
    }
}
