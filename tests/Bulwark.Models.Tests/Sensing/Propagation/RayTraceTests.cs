using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class RayTraceTests
{
    [Fact]
    public void EveryRowOfTheRayTraceIsReproduced()
    {
        foreach (var row in ReferenceCsv.Read("radar_refraction_raytrace.csv"))
        {
            var profile = new ExponentialRefractivity(1e-6 * row.Number("N0"), 1000 / row.Number("decay_per_km"));
            var path = RayTrace.Trace(profile, row.Number("h_antenna_m"), double.DegreesToRadians(row.Number("apparent_elevation_deg")), row.Number("h_target_m"));

            // The first row is rounded to the metre by its author; the others' stated tolerance is 0.05 m and 1e-5 degrees, ten times finer here.
            var isPrinted = row["kind"] == "published";
            Assert.Equal(row.Number("propagated_range_m"), path.PropagatedRangeM, isPrinted ? 0.5 : 5e-3);
            Assert.Equal(row.Number("true_slant_range_m"), path.SlantRangeM, isPrinted ? 0.5 : 5e-3);
            Assert.Equal(row.Number("true_elevation_deg"), double.RadiansToDegrees(path.TrueElevationRad), isPrinted ? 5e-5 : 1e-6);
        }
    }

    [Theory]
    [InlineData(10, 0, 9000)]
    [InlineData(30, 1e-4, 200)]
    [InlineData(3000, -1.8, 500)]
    [InlineData(9000, -2.5, 12_000)]
    [InlineData(9000, -89, 10)]
    [InlineData(10, 90, 30_000)]
    public void RaysAgreeWithTheirDifferentialEquation(double startM, double elevationDeg, double endM)
    {
        var profile = new ExponentialRefractivity();
        var path = RayTrace.Trace(profile, startM, double.DegreesToRadians(elevationDeg), endM);
        var (heightM, elevationRad, angleRad, propagatedM) = March(profile, startM, double.DegreesToRadians(elevationDeg), path.LengthM);
        Assert.Equal(endM, heightM, 2e-3);
        Assert.Equal(path.CentralAngleRad, angleRad, 1e-9);
        Assert.Equal(path.ArrivalElevationRad, elevationRad, 1e-7);
        Assert.Equal(path.PropagatedRangeM, propagatedM, 1e-3);
    }

    [Fact]
    public void RayThatTurnsAboveALowTargetMissesIt()
    {
        Assert.False(RayTrace.TryTrace(ExponentialRefractivity.Standard, 3000, double.DegreesToRadians(-0.1), 100, out _));
        Assert.False(RayTrace.TryTrace(ExponentialRefractivity.Standard, 3000, double.DegreesToRadians(0.1), 100, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => RayTrace.Trace(ExponentialRefractivity.Standard, 3000, 0.1, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => RayTrace.Trace(ExponentialRefractivity.Standard, double.NaN, 0.1, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => RayTrace.Trace(ExponentialRefractivity.Standard, 0, 2, 100));
    }

    [Theory]
    [InlineData(20, 10_000, 250_000)]
    [InlineData(20, 100, 30_000)]
    [InlineData(5000, 200, 60_000)]
    [InlineData(20, 20, 10_000)]
    public void ApparentElevationLeadsToTheTarget(double startM, double endM, double groundM)
    {
        var elevationRad = RayTrace.ApparentElevationRad(ExponentialRefractivity.Standard, startM, endM, groundM);
        var path = RayTrace.Trace(ExponentialRefractivity.Standard, startM, elevationRad, endM);
        Assert.Equal(groundM, path.CentralAngleRad * Wgs84.MeanRadiusM, 0.05);
        // Standard refraction lifts the target by a fraction of its central angle.
        Assert.InRange(elevationRad - path.TrueElevationRad, 0, 0.25 * path.CentralAngleRad);
    }

    [Fact]
    public void LinearProfileNearTheGroundIsTheEffectiveEarth()
    {
        // Low and short paths see one gradient; it changes by 2 per cent over these heights, which bends the ray by 0.1 m.
        var factor = ExponentialRefractivity.Standard.EffectiveEarthFactor(100, Wgs84.MeanRadiusM);
        var path = RayTrace.Trace(ExponentialRefractivity.Standard, 20, double.DegreesToRadians(0.2), 180);
        Assert.Equal(180, new EffectiveEarth(factor).HeightM(path.SlantRangeM, 20, double.DegreesToRadians(0.2)), 0.15);
    }

    // Runge-Kutta along the arc: dh/ds = sin φ, dθ/ds = cos φ / r, dφ/ds = cos φ (1/r + n'/n).
    private static (double HeightM, double ElevationRad, double AngleRad, double PropagatedM) March(ExponentialRefractivity profile, double heightM, double elevationRad, double lengthM)
    {
        const int Steps = 20_000;
        var step = lengthM / Steps;
        double angleRad = 0, propagatedM = 0;
        (double H, double E, double A, double P) Rate(double h, double e)
        {
            var (radiusM, n) = (Wgs84.MeanRadiusM + h, 1 + profile.ExcessRatio(h));
            var (sine, cosine) = Math.SinCos(e);
            return (sine, cosine * ((1 / radiusM) + (profile.GradientPerM(h) / n)), cosine / radiusM, n);
        }

        for (var i = 0; i < Steps; i++)
        {
            var k1 = Rate(heightM, elevationRad);
            var k2 = Rate(heightM + (0.5 * step * k1.H), elevationRad + (0.5 * step * k1.E));
            var k3 = Rate(heightM + (0.5 * step * k2.H), elevationRad + (0.5 * step * k2.E));
            var k4 = Rate(heightM + (step * k3.H), elevationRad + (step * k3.E));
            heightM += step / 6 * (k1.H + (2 * (k2.H + k3.H)) + k4.H);
            elevationRad += step / 6 * (k1.E + (2 * (k2.E + k3.E)) + k4.E);
            angleRad += step / 6 * (k1.A + (2 * (k2.A + k3.A)) + k4.A);
            propagatedM += step / 6 * (k1.P + (2 * (k2.P + k3.P)) + k4.P);
        }

        return (heightM, elevationRad, angleRad, propagatedM);
    }
}
