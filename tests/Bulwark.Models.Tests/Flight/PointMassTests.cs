using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

public class PointMassTests
{
    private static readonly EcefVector Down = new(0, 0, -9.80665);

    [Fact]
    public void CoastClimbAndBoostMatchTheClosedForms()
    {
        // Tolerances are the table's own: 1e-6 relative with drag, 1e-7 for the boost.
        foreach (var row in ReferenceCsv.Read("pointmass_drag_boost.csv"))
        {
            var (first, second, third) = (row.Number("in1_rho_or_m0"), row.Number("in2_beta_or_mf"), row.Number("in3_V0_or_Isp"));
            var (out1, out2) = row["kind_of_motion"] switch
            {
                "horizontal_coast" => Coast(first, second, third, row.Number("in4_distance_or_burn_time")),
                "vertical_ascent_apex" => Climb(first, second, third),
                "vertical_boost_no_drag" => Boost(first, second, third, row.Number("in4_distance_or_burn_time")),
                var other => throw new InvalidOperationException($"An unknown kind of motion: {other}."),
            };
            var tolerance = row["kind_of_motion"] == "vertical_boost_no_drag" ? 1e-7 : 1e-6;
            Assert.Equal(1, out1 / row.Number("out1"), tolerance);
            Assert.Equal(1, out2 / row.Number("out2"), tolerance);
        }
    }

    [Fact]
    public void FreeFlightOverTheTurningEarthKeepsItsEnergy()
    {
        var body = new PointMass<EarthEnvironment>(TestRound.Body(1000, 0), DragCurve.Standard, default);
        var (position, lateral) = (TestRound.Launcher, EcefVector.Zero);
        var velocity = TestRound.Velocity(position, 1200, -900, 1500);
        var before = Jacobi(position, velocity);
        for (var i = 0; i < 3000; i++) body.Advance(ref position, ref velocity, ref lateral, i * 0.1, EcefVector.Zero, 0.1);

        Assert.InRange(position.DistanceTo(TestRound.Launcher), 400_000, 500_000);
        // 300 s in 3000 steps: rounding of 6e7 J/kg, 1e-16 each, leaves a few parts in 1e14; the tolerance is 1e-12 of that energy.
        Assert.Equal(before, Jacobi(position, velocity), 6e-5);
    }

    [Fact]
    public void StepsOfHalfTheLengthChangeLittleAtOrderFour()
    {
        var coarse = EndOfFlight(0.2);
        var middle = EndOfFlight(0.1);
        var fine = EndOfFlight(0.05);

        // Order four would divide the difference by 16; the kinks of the tabulated air and drag curve allow it to be less regular.
        Assert.InRange(middle.DistanceTo(fine), 0, 0.05);
        Assert.True(middle.DistanceTo(fine) < 0.5 * coarse.DistanceTo(middle));

        static EcefVector EndOfFlight(double stepS)
        {
            var body = new PointMass<EarthEnvironment>(TestRound.Body(690, 0.208), DragCurve.Standard, default);
            var (position, lateral) = (TestRound.Launcher, EcefVector.Zero);
            var velocity = TestRound.Velocity(position, 1200, 0, 1200);
            for (var i = 0; i < (int)Math.Round(60 / stepS); i++) body.Advance(ref position, ref velocity, ref lateral, i * stepS, EcefVector.Zero, stepS);
            return position;
        }
    }

    [Fact]
    public void LateralForceTurnsTheFlightAndCostsDrag()
    {
        var parameters = TestRound.Body(700, 0.208);
        var body = new PointMass<UniformEnvironment>(parameters, DragCurve.Constant(0.3), new UniformEnvironment(0.4, EcefVector.Zero));
        var (position, velocity, lateral) = (EcefVector.Zero, new EcefVector(1000, 0, 0), EcefVector.Zero);
        var command = new EcefVector(0, 100, 0);
        body.Advance(ref position, ref velocity, ref lateral, 0, command, 1e-3);

        // By hand: q = 200 kPa, q S = 41 600 N, slope C_Nα = 6/0.35; α = 700·100/(41 600·17.143) = 0.098157; drag 41 600 (0.3 + 17.143 α²).
        Assert.Equal(0.1, velocity.Y, 1e-5);
        var dragN = 41_600 * (0.3 + (6 / 0.35 * 0.098157 * 0.098157));
        Assert.Equal(1000 - (dragN / 700 * 1e-3), velocity.X, 1e-4);

        // Thin air: the angle of attack, not the structure, limits the load to q S C_N / m.
        Assert.Equal(0.5 * 0.01 * 1e6 * 0.208 * 6 / 700, body.AvailableLoadMPerS2(0, 0.01, 1000), 1e-9);
        Assert.Equal(parameters.MaximumLoadMPerS2, body.AvailableLoadMPerS2(0, 1.2, 1000), 1e-9);
    }

    [Fact]
    public void DragCurveIsTheG7Table()
    {
        // Rows of the published table and the values half way between two rows.
        Assert.Equal(0.1198, DragCurve.Standard.CoefficientRatio(0), 1e-12);
        Assert.Equal(0.4043, DragCurve.Standard.CoefficientRatio(1.05), 1e-12);
        Assert.Equal(0.2980, DragCurve.Standard.CoefficientRatio(2), 1e-12);
        Assert.Equal((0.1935 + 0.1861) / 2, DragCurve.Standard.CoefficientRatio(4.1), 1e-12);
        Assert.Equal(0.1618, DragCurve.Standard.CoefficientRatio(5), 1e-6);
        Assert.Equal(0.1618, DragCurve.Standard.CoefficientRatio(7), 1e-6);
    }

    [Fact]
    public void TabulatedAirIsTheStandardAtmosphere()
    {
        for (var heightM = 0.0; heightM < 80_000; heightM += 777)
        {
            var place = Wgs84.ToEcef(GeodeticPoint.FromDegrees(48, 11, heightM));
            Assert.Equal(heightM, EarthEnvironment.HeightM(place), Math.Max(1e-6, 6e-6 * heightM));
            var standard = StandardAtmosphere.At(heightM);
            var air = default(EarthEnvironment).At(place, EcefVector.Zero);
            // 7e-6 of the table's steps and 6e-6 of the height over a scale height of 6 km.
            Assert.Equal(1, air.DensityKgPerM3 / standard.DensityKgPerM3, 1e-5 + (1e-9 * heightM));
            Assert.Equal(standard.SpeedOfSoundMPerS, air.SpeedOfSoundMPerS, 0.01);
        }
    }

    private static (double SpeedMPerS, double TimeS) Coast(double densityKgPerM3, double betaKgPerM2, double speedMPerS, double distanceM)
    {
        var body = new PointMass<UniformEnvironment>(TestRound.Body(betaKgPerM2, 1), DragCurve.Constant(1), new UniformEnvironment(densityKgPerM3, EcefVector.Zero));
        var (position, velocity, lateral, timeS) = (EcefVector.Zero, new EcefVector(speedMPerS, 0, 0), EcefVector.Zero, 0.0);
        for (var stepS = 0.01; Math.Abs(distanceM - position.X) > 1e-9;)
        {
            stepS = Math.Min(stepS, (distanceM - position.X) / velocity.X);
            body.Advance(ref position, ref velocity, ref lateral, timeS, EcefVector.Zero, stepS);
            timeS += stepS;
        }

        return (velocity.X, timeS);
    }

    private static (double HeightM, double TimeS) Climb(double densityKgPerM3, double betaKgPerM2, double speedMPerS)
    {
        var body = new PointMass<UniformEnvironment>(TestRound.Body(betaKgPerM2, 1), DragCurve.Constant(1), new UniformEnvironment(densityKgPerM3, Down));
        var (position, velocity, lateral, timeS) = (EcefVector.Zero, new EcefVector(0, 0, speedMPerS), EcefVector.Zero, 0.0);
        while (velocity.Z > 1e-7)
        {
            var stepS = Math.Min(0.01, velocity.Z / 9.80665);
            body.Advance(ref position, ref velocity, ref lateral, timeS, EcefVector.Zero, stepS);
            timeS += stepS;
        }

        return (position.Z, timeS);
    }

    private static (double SpeedMPerS, double HeightM) Boost(double startKg, double endKg, double impulseS, double burnS)
    {
        var parameters = TestRound.Body(startKg, 0) with { PropellantMassKg = startKg - endKg, BurnTimeS = burnS, ThrustN = impulseS * 9.80665 * (startKg - endKg) / burnS };
        var body = new PointMass<UniformEnvironment>(parameters, DragCurve.Constant(1), new UniformEnvironment(0, Down));
        var (position, velocity, lateral) = (EcefVector.Zero, new EcefVector(0, 0, 1e-9), EcefVector.Zero);
        for (var i = 0; i < 400; i++) body.Advance(ref position, ref velocity, ref lateral, i * burnS / 400, EcefVector.Zero, burnS / 400);
        return (velocity.Z, position.Z);
    }

    // Energy in the turning frame: v²/2 plus the J2 potential and the centrifugal one; Coriolis does no work.
    private static double Jacobi(EcefVector p, EcefVector v)
    {
        var r = p.Length;
        var sine = p.Z / r;
        var ratio = Wgs84.SemiMajorAxisM / r;
        var potential = -Wgs84.GravitationalParameterM3PerS2 / r * (1 - (Gravity.SecondZonalHarmonic * ratio * ratio * 0.5 * ((3 * sine * sine) - 1)));
        return (0.5 * v.LengthSquared) + potential - (0.5 * Wgs84.RotationRateRadPerS * Wgs84.RotationRateRadPerS * ((p.X * p.X) + (p.Y * p.Y)));
    }
}
