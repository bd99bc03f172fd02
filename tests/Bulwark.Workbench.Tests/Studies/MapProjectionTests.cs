using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class MapProjectionTests
{
    // The projection takes normal sections for geodesics; over 600 km both differ by metres, a hundredth of a pixel on any map here.
    private const double ToleranceM = 5;

    [Theory]
    [InlineData(35.5, 24.1)]
    [InlineData(-33.9, 151.2)]
    [InlineData(70.2, 25.0)]
    [InlineData(0.1, 179.5)]
    public void DistanceAndDirectionFromTheCentreAreThoseOfTheGeodesic(double latitudeDeg, double longitudeDeg)
    {
        var centre = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 800);
        var projection = new MapProjection(centre);
        foreach (var distanceM in (double[])[10, 1_000, 50_000, 300_000, 600_000])
        {
            for (var azimuthDeg = 0; azimuthDeg < 360; azimuthDeg += 15)
            {
                var azimuthRad = double.DegreesToRadians(azimuthDeg);
                var place = Geodesic.Direct(centre, azimuthRad, distanceM).Point.WithHeight(11_000);
                var on = projection.Project(place);
                Assert.Equal(distanceM * Math.Sin(azimuthRad), on.EastM, ToleranceM);
                Assert.Equal(distanceM * Math.Cos(azimuthRad), on.NorthM, ToleranceM);
            }
        }
    }

    [Fact]
    public void TheInverseReturnsThePlace()
    {
        var projection = new MapProjection(GeodeticPoint.FromDegrees(35.5, 24.1));
        for (var east = -600_000; east <= 600_000; east += 100_000)
        {
            for (var north = -600_000; north <= 600_000; north += 100_000)
            {
                var back = projection.Project(projection.Unproject(new MapPoint(east, north)));
                Assert.Equal(east, back.EastM, 1.0);
                Assert.Equal(north, back.NorthM, 1.0);
            }
        }

        Assert.Equal(default, projection.Project(projection.Centre));
        Assert.Equal(projection.Centre, projection.Unproject(default));
    }
}
