using Bulwark.Sensing.Scheduling;
using Xunit;

namespace Bulwark.Models.Tests.Sensing.Scheduling;

public sealed class SearchFenceTests
{
    private static readonly SearchFence Fence = new(Rad(350), Rad(100), Rad(-1), Rad(8), Rad(1.7), Rad(1.7));

    [Fact]
    public void BeamsAreNeverFurtherApartThanWide()
    {
        // 100 degrees by 9 degrees in beams of 1.7 degrees: 59 by 6.
        Assert.Equal(59 * 6, Fence.Count);
        Assert.InRange(Fence.AzimuthRad(1) - Fence.AzimuthRad(0), 0, Rad(1.7));
    }

    [Fact]
    public void EveryBeamCoversItsOwnCentre()
    {
        for (var beam = 0; beam < Fence.Count; beam++) Assert.Equal(beam, Fence.BeamAt(Fence.AzimuthRad(beam) + (4 * Math.PI), Fence.ElevationRad(beam)));
    }

    [Theory]
    [InlineData(299, 3)]
    [InlineData(41, 3)]
    [InlineData(170, 3)]
    [InlineData(0, -1.1)]
    [InlineData(0, 8.1)]
    public void NothingOutsideIsCovered(double azimuthDeg, double elevationDeg) => Assert.Equal(-1, Fence.BeamAt(Rad(azimuthDeg), Rad(elevationDeg)));

    [Fact]
    public void AllRoundFenceHasNoSeam()
    {
        var fence = new SearchFence(0, 2 * Math.PI, 0, 0.1, 0.03, 0.03);
        for (var step = 0; step < 3600; step++) Assert.InRange(fence.BeamAt(Rad(step * 0.1), 0.05), 0, fence.Count - 1);
    }

    [Fact]
    public void MeaninglessFencesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchFence(0, 0, 0, 0.1, 0.03, 0.03));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchFence(0, 7, 0, 0.1, 0.03, 0.03));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchFence(0, 1, 0.1, 0.1, 0.03, 0.03));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchFence(0, 1, 0, 0.1, 0, 0.03));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchFence(0, 1, 0, 0.1, 0.03, double.NaN));
    }

    private static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
