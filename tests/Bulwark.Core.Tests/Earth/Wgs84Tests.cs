using Bulwark.Core.Earth;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Earth;

public class Wgs84Tests
{
    private static readonly ReferenceTable Table = ReferenceTable.Open("geodesy_ecef.csv");

    /// <summary>Rows on WGS-84. The Orekit rows use GRS 80 or a rounded flattening, which Bulwark does not model; see the last test.</summary>
    public static TheoryData<string> Rows =>
        [.. Enumerable.Range(0, Table.Count).Where(static row => Table.Text(row, "ellipsoid_inv_f") == "298.257223563").Select(static row => Table.Text(row, "case_id"))];

    [Fact]
    public void TheTableHasTheRowsThatAreMeant() => Assert.Equal(9, Rows.Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void ForwardMatchesTheTable(string id)
    {
        var (row, point, position) = Read(id);
        Assert.InRange(Wgs84.ToEcef(point).DistanceTo(position), 0, Table.Number(row, "tolerance_m"));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void InverseMatchesTheTable(string id)
    {
        var (row, point, position) = Read(id);
        var toleranceM = Table.Number(row, "tolerance_m");
        var found = Wgs84.ToGeodetic(position);
        Assert.Equal(point.HeightM, found.HeightM, toleranceM);
        Assert.Equal(point.LatitudeRad * Wgs84.MeanRadiusM, found.LatitudeRad * Wgs84.MeanRadiusM, toleranceM);

        // Any longitude is right at a pole: what counts is the distance on the ground.
        var parallelM = Wgs84.MeanRadiusM * Math.Cos(point.LatitudeRad);
        Assert.Equal(point.LongitudeRad * parallelM, found.LongitudeRad * parallelM, toleranceM);
    }

    [Fact]
    public void RoundTripsFromTheSeaBedToSatellites()
    {
        // 20 nm is ten times the spacing of doubles at the largest radius.
        foreach (var heightM in new[] { -11_000.0, 0, 9_000, 100_000, 2_000_000, 20_000_000 })
        {
            for (var latitudeDeg = -90; latitudeDeg <= 90; latitudeDeg += 5)
            {
                for (var longitudeDeg = -180; longitudeDeg <= 180; longitudeDeg += 30)
                {
                    var position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM));
                    Assert.InRange(Wgs84.ToEcef(Wgs84.ToGeodetic(position)).DistanceTo(position), 0, 2e-8);
                    Assert.Equal(heightM, Wgs84.ToGeodetic(position).HeightM, 2e-8);
                    Assert.Equal(Wgs84.ToGeodetic(position).HeightM, Wgs84.HeightM(position, out var sinLatitude, out var cosLatitude));
                    Assert.Equal(Wgs84.ToGeodetic(position).HeightM, Wgs84.HeightM(position));
                    Assert.Equal(Math.SinCos(Wgs84.ToGeodetic(position).LatitudeRad), (sinLatitude, cosLatitude));
                }
            }
        }
    }

    [Fact]
    public void OtherEllipsoidsDifferByWhatTheFlatteningSays()
    {
        // Rows on GRS 80 (1/f = 298.257222101): the semi-minor axes differ by 0.1 mm, so even they agree to that.
        for (var row = 0; row < Table.Count; row++)
        {
            if (Table.Text(row, "ellipsoid_inv_f") != "298.257222101") continue;
            var (_, point, position) = Read(Table.Text(row, "case_id"));
            Assert.InRange(Wgs84.ToEcef(point).DistanceTo(position), 1e-6, 1.1e-3);
        }
    }

    [Fact]
    public void DerivedConstantsAreThePublishedOnes()
    {
        // NIMA TR8350.2 (2000), table 3.3, as printed.
        Assert.Equal(6_356_752.3142, Wgs84.SemiMinorAxisM, 5e-5);
        Assert.Equal(6.69437999014e-3, Wgs84.EccentricitySquared, 5e-15);
        Assert.Equal(6_371_008.7714, Wgs84.MeanRadiusM, 5e-5);
    }

    private static (int Row, GeodeticPoint Point, EcefVector Position) Read(string id)
    {
        var row = Enumerable.Range(0, Table.Count).Single(index => Table.Text(index, "case_id") == id);
        return (row, GeodeticPoint.FromDegrees(Table.Number(row, "lat_deg"), Table.Number(row, "lon_deg"), Table.Number(row, "h_m")),
            new EcefVector(Table.Number(row, "x_ecef_m"), Table.Number(row, "y_ecef_m"), Table.Number(row, "z_ecef_m")));
    }
}
