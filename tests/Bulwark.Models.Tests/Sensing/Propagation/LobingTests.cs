using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class LobingTests
{
    private const double LightSpeedMPerS = 299_792_458;

    /// <summary>Conducts so well that it reflects perfectly.</summary>
    private static readonly GroundConstants Metal = new(1, 1e16);

    [Fact]
    public void FlatPlaneMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_two_ray_propagation.csv"))
        {
            var (frequencyHz, radarM, targetM, rangeM) = (row.Number("f_Hz"), row.Number("h_radar_m"), row.Number("h_target_m"), row.Number("ground_range_m"));
            Assert.Equal(row.Number("path_difference_m"), Lobing.FlatPathDifferenceM(radarM, targetM, rangeM), 1e-9);
            Assert.Equal(row.Number("propagation_factor_F"), Lobing.FlatFactor(frequencyHz, radarM, targetM, rangeM), 1e-6);
            Assert.Equal(row.Number("two_way_F4_dB"), 40 * Math.Log10(Lobing.FlatFactor(frequencyHz, radarM, targetM, rangeM)), 1e-5);

            // The full method gives the same over a plane of metal.
            Assert.True(TwoRayGeometry.TrySolve(radarM, targetM, rangeM, double.PositiveInfinity, out var rays));
            Assert.Equal(row.Number("path_difference_m"), rays.PathDifferenceM, 1e-9);
            var full = new SmoothEarthPropagation(frequencyHz, radarM, Polarisation.Horizontal, Metal).LobesFactor(rays);
            Assert.Equal(row.Number("propagation_factor_F"), full, 1e-6);
        }
    }

    [Fact]
    public void LobesAndNullsMatchTheirTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_lobing_angles.csv"))
        {
            var (frequencyHz, heightM, n) = (row.Number("f_Hz"), row.Number("antenna_height_m"), (int)row.Number("n"));
            Assert.Equal(row.Number("null_elevation_deg"), double.RadiansToDegrees(Lobing.NullElevationRad(frequencyHz, heightM, n)), 1e-8);
            Assert.Equal(row.Number("peak_elevation_deg"), double.RadiansToDegrees(Lobing.PeakElevationRad(frequencyHz, heightM, n)), 1e-8);
        }
    }

    [Theory]
    [InlineData(20, 300, 40_000)]
    [InlineData(1500, 3, 60_000)]
    [InlineData(5, 12_000, 350_000)]
    [InlineData(30, 30, 1000)]
    public void ReflectionIsAtTheShortestWay(double antennaM, double targetM, double rangeM)
    {
        // Fermat: no other point of the sphere gives a shorter way; found by search along the surface.
        const double RadiusM = Wgs84.MeanRadiusM * 4 / 3;
        Assert.True(TwoRayGeometry.TrySolve(antennaM, targetM, rangeM, RadiusM, out var rays));
        double low = 0, high = 1;
        for (var i = 0; i < 200; i++)
        {
            double a = low + ((high - low) * 0.4), b = low + ((high - low) * 0.6);
            if (Way(a) < Way(b)) high = b;
            else low = a;
        }

        Assert.Equal(Way(0.5 * (low + high)), rays.IncidentM + rays.ReflectedM, 1e-6);
        Assert.Equal(rays.IncidentM + rays.ReflectedM - rays.DirectM, rays.PathDifferenceM, 1e-8);
        Assert.InRange(rays.DivergenceFactor, 0, 1);

        double Way(double share) => Straight(antennaM, rangeM * share) + Straight(targetM, rangeM * (1 - share));
        double Straight(double heightM, double alongM)
        {
            var half = Math.Sin(alongM / (2 * RadiusM));
            return Math.Sqrt((heightM * heightM) + (4 * RadiusM * (RadiusM + heightM) * half * half));
        }
    }

    [Fact]
    public void CurvedEarthOfGreatRadiusIsThePlane()
    {
        Assert.True(TwoRayGeometry.TrySolve(20, 500, 30_000, 1e12, out var round));
        Assert.True(TwoRayGeometry.TrySolve(20, 500, 30_000, double.PositiveInfinity, out var flat));
        Assert.Equal(flat.PathDifferenceM, round.PathDifferenceM, 1e-6);
        Assert.Equal(flat.DirectElevationRad, round.DirectElevationRad, 1e-7);
        Assert.Equal(flat.ReflectedElevationRad, round.ReflectedElevationRad, 1e-7);
        Assert.Equal(1, round.DivergenceFactor, 1e-5);
    }

    [Fact]
    public void DivergenceIsTheSpreadOfNeighbouringRays()
    {
        // Areas: two ends a little apart, traced back to the rays' density at the antenna, in the plane of the path and across it.
        const double RadiusM = 8_494_000;
        const double AntennaM = 50, TargetM = 2000, RangeM = 150_000, StepM = 0.5;
        Assert.True(TwoRayGeometry.TrySolve(AntennaM, TargetM, RangeM, RadiusM, out var rays));
        Assert.True(TwoRayGeometry.TrySolve(AntennaM, TargetM + StepM, RangeM, RadiusM, out var raised));
        Assert.True(TwoRayGeometry.TrySolve(AntennaM, TargetM - StepM, RangeM, RadiusM, out var lowered));
        var departure = Math.Abs(raised.ReflectedElevationRad - lowered.ReflectedElevationRad);

        // The step is vertical at the target: its part across the arriving ray counts.
        var arrivalRad = rays.GrazingRad + (RangeM / RadiusM) - ReflectionAngle();
        var inPlane = 2 * StepM * Math.Cos(arrivalRad) / departure;
        var total = rays.IncidentM + rays.ReflectedM;
        Assert.Equal(Math.Sqrt(total / inPlane), rays.DivergenceFactor, 2e-3);

        double ReflectionAngle() => -rays.ReflectedElevationRad - rays.GrazingRad;
    }

    [Theory]
    [InlineData(Polarisation.Horizontal)]
    [InlineData(Polarisation.Vertical)]
    public void GrazingReflectionTurnsThePhaseOver(Polarisation polarisation)
    {
        var coefficient = SurfaceReflection.Fresnel(3e9, 1e-7, polarisation, GroundConstants.Sea);
        Assert.Equal(-1, coefficient.Real, 1e-4);
        Assert.Equal(0, coefficient.Imaginary, 1e-4);
    }

    [Fact]
    public void BothPolarisationsAgreeStraightDown()
    {
        // At normal incidence the plane of incidence means nothing; signs differ by convention. (1 - n)/(1 + n) for n = 3.
        var ground = new GroundConstants(9, 0);
        Assert.Equal(-0.5, SurfaceReflection.Fresnel(1e9, Math.PI / 2, Polarisation.Horizontal, ground).Real, 1e-12);
        Assert.Equal(0.5, SurfaceReflection.Fresnel(1e9, Math.PI / 2, Polarisation.Vertical, ground).Real, 1e-12);

        // Brewster: nothing is reflected where tan ψ = 1/n.
        Assert.Equal(0, SurfaceReflection.Fresnel(1e9, Math.Atan(1 / 3.0), Polarisation.Vertical, ground).Magnitude, 1e-12);
        Assert.Equal(0, SurfaceReflection.Fresnel(1e9, 0.5, Polarisation.Circular, new GroundConstants(1, 0)).Magnitude, 1e-15);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.6450352700)]
    [InlineData(2, 0.3085083225)]
    [InlineData(3.7, 0.2148957)]
    [InlineData(10, 0.1278333372)]
    public void RoughnessFollowsTheBesselFunction(double z, double expected)
    {
        // Abramowitz and Stegun, table 9.8: exp(-x) I0(x); 3.7 by its series.
        var roughnessM = Math.Sqrt(z / (8 * Math.PI * Math.PI));
        if (z == 3.7) expected = Series(z);
        Assert.Equal(expected, SurfaceReflection.RoughnessFactor(roughnessM, Math.PI / 2, 1), 3e-7);
        Assert.Equal(Math.Exp(-z), SurfaceReflection.AmentFactor(roughnessM, Math.PI / 2, 1), 1e-12);

        static double Series(double x)
        {
            double term = 1, sum = 1;
            for (var k = 1; k < 60; k++) sum += term *= 0.25 * x * x / ((double)k * k);
            return sum * Math.Exp(-x);
        }
    }

    [Fact]
    public void SeaWaterHasItsKnownConstants()
    {
        // Conductivity of standard sea water, salinity 35 (5.30 S/m at 25 °C, 4.29 at 15 °C), and the static permittivity of fresh water at 25 °C.
        Assert.Equal(5.30, SeaWater.Constants(1e6, 298.15).ConductivitySPerM, 0.01);
        Assert.Equal(4.29, SeaWater.Constants(1e6, 288.15).ConductivitySPerM, 0.03);
        Assert.Equal(78.3, SeaWater.Constants(1e6, 298.15, 0).PermittivityRatio, 0.2);
        var ground = SeaWater.Constants(1.43e9, 293.15);
        Assert.InRange(ground.PermittivityRatio, 70, 74);
        Assert.InRange(SeaWater.Constants(9.5e9, 293.15).PermittivityRatio, 50, 58);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeaWater.Constants(1e9, 20));
        Assert.Equal(0.535, SeaWater.RoughnessM(10), 0.01);
    }

    [Fact]
    public void LobesFadeIntoDiffractionWithoutAJump()
    {
        foreach (var (frequencyHz, polarisation) in new[] { (150e6, Polarisation.Horizontal), (3e9, Polarisation.Horizontal), (9.5e9, Polarisation.Vertical) })
        {
            var scene = new SmoothEarthPropagation(frequencyHz, 20, polarisation, SeaWater.Constants(frequencyHz), 0.2);
            var previous = scene.OneWayDb(2000, 60);
            var horizonM = Math.Sqrt(2 * scene.EffectiveRadiusM) * (Math.Sqrt(20) + Math.Sqrt(60));
            for (var rangeM = 2010.0; rangeM < 1.5 * horizonM; rangeM += 10)
            {
                var now = scene.OneWayDb(rangeM, 60);
                Assert.True(double.IsFinite(now) && now < 6.1);

                // Away from the lobes' nulls a step of 10 m changes little; at the horizon itself there is no jump either.
                if (rangeM > 0.7 * horizonM) Assert.InRange(now - previous, -0.5, 0.5);
                previous = now;
            }

            Assert.Equal(-SphericalEarthDiffraction.LossDb(frequencyHz, 1.4 * horizonM, 20, 60, scene.EffectiveRadiusM, polarisation, scene.Ground), scene.OneWayDb(1.4 * horizonM, 60), 1e-9);
        }
    }

    [Fact]
    public void RoughSeaAndANarrowBeamTakeTheLobesAway()
    {
        var smooth = new SmoothEarthPropagation(3e9, 20, Polarisation.Horizontal, GroundConstants.Sea);
        var rough = new SmoothEarthPropagation(3e9, 20, Polarisation.Horizontal, GroundConstants.Sea, SeaWater.RoughnessM(15));
        var beam = new SmoothEarthPropagation(3e9, 20, Polarisation.Horizontal, GroundConstants.Sea, 0, fieldFactor: elevationRad => elevationRad > 0 ? 1 : 0);
        double smoothest = 0, roughest = 0;
        for (var heightM = 2000.0; heightM < 4000; heightM += 5)
        {
            smoothest = Math.Max(smoothest, Math.Abs(smooth.OneWayDb(40_000, heightM)));
            roughest = Math.Max(roughest, Math.Abs(rough.OneWayDb(40_000, heightM)));
            Assert.Equal(0, beam.OneWayDb(40_000, heightM), 1e-9);
        }

        Assert.True(smoothest > 5);
        Assert.InRange(roughest, 0, 2);
    }

    [Fact]
    public void FirstLobeOfTheSeaLiesWhereThePlaneHasIt()
    {
        // At short range over the sphere the highest field is at sin θ = λ/(4h) above the tangent plane, to the curvature's small part.
        const double FrequencyHz = 1.3e9, AntennaM = 10, RangeM = 8000;
        var scene = new SmoothEarthPropagation(FrequencyHz, AntennaM, Polarisation.Horizontal, GroundConstants.Sea);
        double best = double.NegativeInfinity, bestM = 0;
        for (var heightM = 20.0; heightM < 90; heightM += 0.1)
        {
            var value = scene.OneWayDb(RangeM, heightM);
            if (value > best) (best, bestM) = (value, heightM);
        }

        var planeM = RangeM * LightSpeedMPerS / FrequencyHz / (4 * AntennaM);
        Assert.InRange(bestM, planeM, planeM + 8);
        Assert.InRange(best, 5.5, 6.03);
    }
}
