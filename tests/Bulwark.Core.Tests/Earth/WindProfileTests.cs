using Bulwark.Core.Earth;

namespace Bulwark.Core.Tests.Earth;

public class WindProfileTests
{
    [Fact]
    public void PowerLawGrowsByASeventhAndIsContinuous()
    {
        var wind = new WindProfile(8, 1);
        Assert.Equal(8, wind.SpeedMPerS(10), 1e-12);
        Assert.Equal(8 * Math.Pow(10, 1.0 / 7), wind.SpeedMPerS(100), 1e-12);
        Assert.Equal(wind.SpeedMPerS(1), wind.SpeedMPerS(-5));
        Assert.Equal(wind.SpeedMPerS(1000), wind.SpeedMPerS(1000.001), 1e-4);
    }

    [Fact]
    public void JetPeaksAtItsHeightAndFades()
    {
        var wind = new WindProfile(8, 0);
        Assert.True(wind.SpeedMPerS(9400) > wind.SpeedMPerS(9300) && wind.SpeedMPerS(9400) > wind.SpeedMPerS(9500));

        // The published profile above its floor: 30 m/s times what the Gaussian gains from 1 km to 9.4 km.
        Assert.Equal(30 * (1 - Math.Exp(-1.75 * 1.75)), wind.SpeedMPerS(9400) - wind.SpeedMPerS(1000), 1e-9);
        Assert.Equal(wind.SpeedMPerS(25_000), wind.SpeedMPerS(80_000));
    }

    [Fact]
    public void WindBlowsFromItsDirectionAndVeers()
    {
        var wind = new WindProfile(10, Math.PI / 2, veerRad: 0.4);
        var surface = wind.Velocity(0);
        Assert.True(surface.East < 0);
        Assert.Equal(0, surface.North, 1e-9);
        Assert.Equal((Math.PI / 2) + 0.4, wind.DirectionRad(5000), 1e-12);
        Assert.Equal(wind.SpeedMPerS(5000), wind.Velocity(5000).Length, 1e-9);
        Assert.Equal(0, WindProfile.Calm.Velocity(9400).Length);
    }

    [Fact]
    public void BadFiguresAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(5, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(5, 0, jetSpeedMPerS: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(5, 0, exponentRatio: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(5, 0, layerDepthM: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindProfile(5, 0, veerRad: double.PositiveInfinity));
    }
}
