using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

/// <summary>Sustainers, inclined launches, side thrusters, fits and falling targets.</summary>
public class RoundTests
{
    [Fact]
    public void BoosterAndSustainerGiveTheRocketEquationInVacuum()
    {
        // Without air and gravity: Δv = c ln(m0/m1) for each burn (Tsiolkovsky), whatever the thrust.
        const double ExhaustMPerS = 2500;
        var round = TestRound.Large with
        {
            LaunchMassKg = 1000,
            PropellantMassKg = 300,
            BurnTimeS = 3,
            ThrustN = 300 * ExhaustMPerS / 3,
            SustainPropellantMassKg = 200,
            SustainTimeS = 10,
            SustainThrustN = 200 * ExhaustMPerS / 10,
        };
        var body = new PointMass<UniformEnvironment>(round, DragCurve.Constant(1), new UniformEnvironment(0, EcefVector.Zero));
        var (position, velocity, lateral) = (EcefVector.Zero, new EcefVector(1e-9, 0, 0), EcefVector.Zero);
        for (var i = 0; i < 1500; i++) body.Advance(ref position, ref velocity, ref lateral, i * 0.01, EcefVector.Zero, 0.01);
        Assert.Equal(ExhaustMPerS * Math.Log(1000.0 / 500), velocity.X, 1e-4);
        Assert.Equal(500, body.MassKg(15), 1e-9);
        Assert.Equal(700, body.MassKg(3), 1e-9);
        Assert.Equal(600, body.MassKg(8), 1e-9);
    }

    [Fact]
    public void AnInclinedLaunchLeavesTowardsTheTarget()
    {
        var round = TestRound.Large with { LaunchElevationRad = double.DegreesToRadians(38), VerticalRiseS = 1 };
        var flight = new InterceptorFlight(round, table: null);
        var state = flight.Launch(TestRound.Launcher);
        flight.Step(ref state, new GuidanceInput(TestRound.East(60_000, 5_000), EcefVector.Zero, Terminal: false), 0.05);
        var local = new LocalFrame(Wgs84.ToGeodetic(TestRound.Launcher)).Rotate(state.Velocity);
        Assert.InRange(Math.Atan2(local.Up, local.East), double.DegreesToRadians(37), double.DegreesToRadians(39));
        Assert.InRange(Math.Abs(local.North), 0, 0.02 * local.Length);
    }

    [Fact]
    public void SideThrustersManoeuvreWithoutAirAndWithoutDrag()
    {
        var body = new PointMass<UniformEnvironment>(TestRound.Body(1000, 0.2) with { DivertLoadMPerS2 = 50 }, DragCurve.Standard, new UniformEnvironment(0, EcefVector.Zero));
        Assert.Equal(50, body.AvailableLoadMPerS2(0, 0, 1000), 1e-12);
        var (position, velocity, lateral) = (EcefVector.Zero, new EcefVector(1000, 0, 0), EcefVector.Zero);
        for (var i = 0; i < 100; i++) body.Advance(ref position, ref velocity, ref lateral, i * 0.01, new EcefVector(0, 80, 0), 0.01);

        // Only 50 of the 80 m/s² are there; the turn keeps the speed.
        Assert.Equal(50, velocity.Y, 0.1);
        Assert.Equal(1000, velocity.Length, 0.1);
    }

    [Theory]
    [InlineData(2040, 0)]
    [InlineData(1700, 0)]
    [InlineData(1700, 0.3)]
    public void TheFitFindsThePropellantOfAGreatestSpeed(double speedMPerS, double sustainShare)
    {
        var round = TestRound.Large with { PropellantMassKg = 1, ThrustN = 1, SustainTimeS = sustainShare > 0 ? 15 : 0 };
        var fitted = RoundFit.ToGreatestSpeed(round, speedMPerS, sustainShare: sustainShare);
        Assert.NotNull(fitted);
        Assert.Equal(speedMPerS, RoundPerformance.Of(fitted).GreatestSpeedMPerS, 0.1);
        Assert.Equal(RoundFit.UsualExhaustSpeedMPerS, fitted.ThrustN * fitted.BurnTimeS / fitted.PropellantMassKg, 1e-6);
        Assert.Equal(sustainShare, fitted.SustainPropellantMassKg / (fitted.PropellantMassKg + fitted.SustainPropellantMassKg), 1e-12);
    }

    [Fact]
    public void TheFitRefusesWhatNoPropellantGives()
    {
        Assert.Null(RoundFit.ToGreatestSpeed(TestRound.Large, 9_000));
        Assert.Null(RoundFit.ToGreatestSpeed(TestRound.Large, 50));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoundFit.ToGreatestSpeed(TestRound.Large, 2_000, sustainShare: 0.3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoundFit.ToGreatestSpeed(TestRound.Large, -1));
    }

    [Fact]
    public void PerformanceIsWhatDirectFlightsShow()
    {
        var performance = RoundPerformance.Of(TestRound.Large);
        Assert.InRange(performance.GreatestSpeedMPerS, 2_000, 2_250);
        Assert.InRange(performance.ReachM, TestRound.Large.MaximumRangeM, 2.5 * TestRound.Large.MaximumRangeM);
        Assert.True(performance.CeilingM >= TestRound.Large.MaximumHeightM);
        var heavier = RoundPerformance.Of(TestRound.Large with { DragFactor = 2 });
        Assert.True(heavier.ReachM < performance.ReachM && heavier.ArrivalSpeedMPerS < performance.ArrivalSpeedMPerS);
    }

    [Theory]
    [InlineData(70, 45, 1500, -900)]
    [InlineData(40, 60, 1200, -1800)]
    public void AFallingTargetIsPredictedAndHit(double rangeKm, double heightKm, double inMPerS, double upMPerS)
    {
        var predictor = new InterceptPredictor(FlyoutTables.For(TestRound.Large, 1));
        var start = TestRound.East(rangeKm * 1e3, heightKm * 1e3);
        var velocity = TestRound.Velocity(start, -inMPerS, 0, upMPerS);
        Assert.True(FallingTarget.IsLikely(start, velocity));
        var prediction = predictor.PredictFalling(TestRound.Launcher, start, velocity);
        Assert.True(prediction.Feasible);

        var flight = new InterceptorFlight(TestRound.Large);
        var state = flight.Launch(TestRound.Launcher);
        var (position, speed) = (start, velocity);
        while (true)
        {
            var terminal = position.DistanceTo(state.Position) < TestRound.Large.TerminalRangeM;
            var acceleration = FallingTarget.Acceleration(position, speed);
            var guidance = new GuidanceInput(position, speed, terminal) { IsBallistic = true, TargetAcceleration = acceleration };
            var (missile, target) = (state.Position, position);
            Assert.Equal(InterceptorStatus.Flying, flight.Step(ref state, in guidance, 0.02));
            FallingTarget.Step(ref position, ref speed, 0.02);
            var approach = ClosestApproach.Within(missile, state.Position, target, position);
            if (!approach.Inside) continue;
            Assert.InRange(approach.MissM, 0, 10);
            break;
        }

        // Flown time against the table's: 5 per cent, as the target comes towards the round.
        Assert.Equal(1, prediction.TimeOfFlightS / state.AgeS, 0.05);
    }

    [Fact]
    public void AFlyingTargetIsNoFallingOne()
    {
        var place = TestRound.East(50_000, 11_000);
        Assert.False(FallingTarget.IsLikely(place, TestRound.Velocity(place, -250, 0, -100)));
        Assert.False(FallingTarget.IsLikely(place, TestRound.Velocity(place, -900, 0, 0)));
        Assert.True(FallingTarget.IsLikely(place, TestRound.Velocity(place, -900, 0, -800)));
    }

    [Fact]
    public void TheFallAheadAgreesWithTheFallStepByStep()
    {
        var position = TestRound.East(150_000, 60_000);
        var velocity = TestRound.Velocity(position, -1500, 300, -800);
        var ahead = EarthEnvironment.FallingAhead(position, velocity, FallingTarget.Acceleration(position, velocity), 40);
        var (end, speed) = (position, velocity);
        for (var i = 0; i < 4000; i++) FallingTarget.Step(ref end, ref speed, 0.01);

        // Half a per cent of the 7.8 km that gravity moves it in 40 s.
        Assert.InRange(ahead.DistanceTo(end), 0, 40);
    }
}
