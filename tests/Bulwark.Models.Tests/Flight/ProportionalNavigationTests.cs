using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

/// <summary>The tables of published commands and misses are compared in Bulwark.Studies/Verification/Flight, by verify and by its tests; here stands what they do not show.</summary>
public class ProportionalNavigationTests
{
    [Fact]
    public void CommandIsAcrossTheLineOfSightInSpace()
    {
        var (r, v) = (new EcefVector(3000, -2000, 1500), new EcefVector(-900, 400, -300));
        var command = ProportionalNavigation.Command(r, v, 4);
        var omega = r.Cross(v) / r.LengthSquared;
        var closing = -r.Dot(v) / r.Length;
        Assert.InRange(command.DistanceTo(omega.Cross(r.Normalized()) * (4 * closing)), 0, 1e-10);
        Assert.InRange(Math.Abs(command.Dot(r)), 0, 1e-9);
    }

    [Fact]
    public void AugmentationIsHalfTheRatioTimesTheAccelerationAcross()
    {
        var (r, a) = (new EcefVector(4000, 0, 3000), new EcefVector(10, 20, -5));
        var across = a - (r.Normalized() * a.Dot(r.Normalized()));
        var added = ProportionalNavigation.Augmentation(r, a, 3);
        Assert.InRange(added.DistanceTo(across * 1.5), 0, 1e-12);
        Assert.Equal(EcefVector.Zero, ProportionalNavigation.Augmentation(r, EcefVector.Zero, 3));
    }
}
