using Bulwark.Core.Earth;
using Bulwark.Models.Tests;

namespace Bulwark.Core.Tests.Earth;

public class EllipsoidTests
{
    [Fact]
    public void EveryRowIsReproducedOnItsOwnEllipsoid()
    {
        foreach (var row in ReferenceCsv.Read("geodesy_ecef.csv"))
        {
            var ellipsoid = new Ellipsoid(row.Number("ellipsoid_a_m"), 1 / row.Number("ellipsoid_inv_f"));
            var point = GeodeticPoint.FromDegrees(row.Number("lat_deg"), row.Number("lon_deg"), row.Number("h_m"));
            var position = new EcefVector(row.Number("x_ecef_m"), row.Number("y_ecef_m"), row.Number("z_ecef_m"));
            Assert.InRange(ellipsoid.ToEcef(point).DistanceTo(position), 0, row.Number("tolerance_m"));
            Assert.InRange(ellipsoid.ToEcef(ellipsoid.ToGeodetic(position)).DistanceTo(position), 0, 2e-8);
            Assert.Equal(point.HeightM, ellipsoid.ToGeodetic(position).HeightM, row.Number("tolerance_m"));
        }
    }

    [Fact]
    public void OnASphereLatitudeAndHeightAreThoseOfTheRadius()
    {
        var sphere = new Ellipsoid(7_000_000, 0);
        var point = sphere.ToGeodetic(new EcefVector(-2_000_000, 3_000_000, 6_000_000));
        Assert.Equal(0, point.HeightM, 1e-8);
        Assert.Equal(Math.Asin(6.0 / 7), point.LatitudeRad, 1e-15);
        Assert.Equal(Math.Atan2(3, -2), point.LongitudeRad, 1e-15);
        Assert.Equal(7_000_000, sphere.SemiMinorAxisM);
    }

    [Theory]
    [InlineData(9219, -5322, 6_056_743)]
    [InlineData(1_366_863, -789_159, -5848.988)]
    [InlineData(100_000, 0, 30_000)]
    [InlineData(5_722_966, -3_304_156, -24_621_187)]
    [InlineData(0, 0, -6_000_000)]
    [InlineData(6_000_000, 0, 0)]
    public void DeepAndFarPlacesComeBack(double x, double y, double z)
    {
        var position = new EcefVector(x, y, z);
        foreach (var ellipsoid in (Ellipsoid[])[Wgs84.Ellipsoid, new Ellipsoid(6_378_388, 1 / 297.0)])
        {
            Assert.InRange(ellipsoid.ToEcef(ellipsoid.ToGeodetic(position)).DistanceTo(position), 0, 1e-7);
        }
    }

    [Fact]
    public void WhatIsNoEllipsoidIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Ellipsoid(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Ellipsoid(double.PositiveInfinity, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Ellipsoid(1, -0.01));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Ellipsoid(1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Ellipsoid(1, double.NaN));
    }
}
