using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Earth;

public class LocalFrameTests
{
    private static readonly ReferenceTable Table = ReferenceTable.Open("geodesy_local_frames.csv");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void MatchesTheTable(int row)
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(Table.Number(row, "lat0_deg"), Table.Number(row, "lon0_deg"), Table.Number(row, "h0_m")));
        var (in1, in2, in3) = (Table.Number(row, "in1"), Table.Number(row, "in2"), Table.Number(row, "in3"));
        var expected = new EnuVector(Table.Number(row, "out1"), Table.Number(row, "out2"), Table.Number(row, "out3"));
        var operation = Table.Text(row, "op");
        var found = operation switch
        {
            "geodetic_to_enu" => frame.ToLocal(Wgs84.ToEcef(GeodeticPoint.FromDegrees(in1, in2, in3))),
            "ecef_vector_to_enu_vector" => frame.Rotate(new EcefVector(in1, in2, in3)),
            "aer_to_ecef" => AsTriple(frame.ToEcef(FromPolar(double.DegreesToRadians(in1), double.DegreesToRadians(in2), in3))),
            _ => throw new InvalidDataException($"unknown operation {operation}"),
        };
        var tolerance = double.Parse(Table.Text(row, "tolerance").Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange((found - expected).Length, 0, tolerance);

        static EnuVector AsTriple(EcefVector value) => new(value.X, value.Y, value.Z);
        static EnuVector FromPolar(double azimuthRad, double elevationRad, double rangeM) => new(
            rangeM * Math.Cos(elevationRad) * Math.Sin(azimuthRad), rangeM * Math.Cos(elevationRad) * Math.Cos(azimuthRad), rangeM * Math.Sin(elevationRad));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(35.3, 25.2)]
    [InlineData(-90, 10)]
    [InlineData(90, -170)]
    [InlineData(-45, 180)]
    public void AxesAreOrthonormalAndRightHanded(double latitudeDeg, double longitudeDeg)
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg));
        Assert.Equal(0, frame.East.Dot(frame.North), 1e-15);
        Assert.Equal(0, frame.East.Dot(frame.Up), 1e-15);
        Assert.Equal(0, frame.North.Dot(frame.Up), 1e-15);
        Assert.InRange((frame.East.Cross(frame.North) - frame.Up).Length, 0, 1e-15);
    }

    [Fact]
    public void PositionsRoundTrip()
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(35.3, 25.2, 300));
        var position = new EnuVector(120_000, -80_000, 9_000);
        Assert.InRange(frame.ToLocal(frame.ToEcef(position)).DistanceTo(position), 0, 5e-9);
        Assert.InRange(frame.Rotate(frame.Rotate(position)).DistanceTo(position), 0, 5e-10);
    }
}
