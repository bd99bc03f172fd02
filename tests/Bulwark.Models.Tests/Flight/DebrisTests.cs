using Bulwark.Core.Earth;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

/// <summary>The quick fall of debris against NASA's falling sphere, against small steps, and against the speed at which drag holds the weight.</summary>
public sealed class DebrisTests
{
    private const double FootM = 0.3048;

    // NASA/TM-2015-218675, case 6: one slug, half a foot across, drag coefficient 0.1, dropped at rest 30,000 ft above the equator. Medians of six simulations every 5 s.
    private const double SphereKgPerM2 = 14.5939029 / (0.1 * 0.1963495 * FootM * FootM);

    public static TheoryData<double, double, double, double> Falls => new()
    {
        { 2.4, 10_000, 250, 0 },
        { 19, 10_000, 250, 0 },
        { 145, 300, 270, 0 },
        { 145, 12_000, 600, 200 },
        { 1074, 20_000, 900, -600 },
        { 5, 40_000, 300, -1_800 },
        { 600, 60_000, 1_200, 400 },
    };

    [Fact]
    public void FallsAsNasasSphereDoes()
    {
        var rows = ReferenceCsv.Read("ballistic_nesc_checkcases.csv").Where(static row => row["case_id"].StartsWith("NESC06_", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var fall = DebrisFall.To(SphereKgPerM2, Wgs84.ToEcef(GeodeticPoint.FromDegrees(0, 0, 30_000 * FootM)), EcefVector.Zero, row.Number("alt_msl_m_median"));
            Assert.NotNull(fall);
            Assert.InRange(fall.Value.TimeS, row.Number("t_s") - 0.005, row.Number("t_s") + 0.005);
            Assert.InRange(fall.Value.Velocity.Length, row.Number("v_down_m_s_median") - 0.05, row.Number("v_down_m_s_median") + 0.05);
        }
    }

    [Theory]
    [MemberData(nameof(Falls))]
    public void AgreesWithSmallSteps(double ballisticKgPerM2, double heightM, double northMPerS, double upMPerS)
    {
        var position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(38, 27, heightM));
        var velocity = new LocalFrame(GeodeticPoint.FromDegrees(38, 27, heightM)).Rotate(new EnuVector(0, northMPerS, upMPerS));
        var quick = DebrisFall.To(ballisticKgPerM2, position, velocity, 120)!.Value;

        var free = new FreeBody<EarthEnvironment>(1 / ballisticKgPerM2, DragCurve.Constant(1), default);
        var timeS = 0.0;
        while (Wgs84.ToGeodetic(position).HeightM > 120)
        {
            free.Step(ref position, ref velocity, 0.01);
            timeS += 0.01;
        }

        Assert.InRange(quick.Position.DistanceTo(position), 0, 8);
        Assert.InRange(quick.TimeS, 0.997 * timeS, 1.003 * timeS);
        Assert.InRange(quick.Velocity.Length, 0.994 * velocity.Length, 1.006 * velocity.Length);
    }

    [Fact]
    public void LightPiecesComeDownAsFastAsDragLetsThem()
    {
        var fall = DebrisFall.To(10, Wgs84.ToEcef(GeodeticPoint.FromDegrees(45, 0, 8_000)), new EcefVector(0, 200, 0), 0)!.Value;

        // US Standard Atmosphere 1976 at sea level: 1.225 kg/m3.
        Assert.InRange(fall.Velocity.Length, 0.995 * Math.Sqrt(2 * 10 * 9.80665 / 1.225), 1.005 * Math.Sqrt(2 * 10 * 9.80665 / 1.225));
    }

    [Fact]
    public void GroupsFollowOneAnotherAndKeepTheirEnds()
    {
        Assert.Equal(3, DebrisGroup.All.Length);
        Assert.Equal(DebrisGroup.All[0].HighestKgPerM2, DebrisGroup.All[1].AtKgPerM2(0), 12);
        Assert.Equal(DebrisGroup.All[2].LowestKgPerM2, DebrisGroup.All[1].AtKgPerM2(1), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => DebrisFall.To(0, Wgs84.ToEcef(GeodeticPoint.FromDegrees(0, 0, 100)), EcefVector.Zero, 0));
    }
}
