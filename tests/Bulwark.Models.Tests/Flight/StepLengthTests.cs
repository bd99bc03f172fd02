using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

/// <summary>The internal steps of a guided flight do not matter: the same flights in sixteenths of them.</summary>
public class StepLengthTests
{
    private const double FineShare = 1.0 / 16;

    [Theory]
    [MemberData(nameof(InterceptTests.Engagements), MemberType = typeof(InterceptTests))]
    public void StepsAreShortEnough(double rangeKm, double heightKm, double inMPerS, double northMPerS, double upMPerS)
    {
        var start = TestRound.East(rangeKm * 1e3, heightKm * 1e3);
        var velocity = TestRound.Velocity(start, -inMPerS, northMPerS, upMPerS);
        var (usual, half, fine) = (Fly(1), Fly(0.5), Fly(FineShare));

        // What is left comes from commands that are held during a step, most while the round turns over: of order one in the step.
        Assert.InRange(Math.Abs(usual.MissM - fine.MissM), 0, 0.1);
        Assert.InRange(Math.Abs(usual.TimeS - fine.TimeS), 0, 0.04);
        Assert.InRange(Math.Abs(usual.SpeedMPerS - fine.SpeedMPerS), 0, 2);
        Assert.InRange(usual.Early.DistanceTo(fine.Early), 0, 8);
        Assert.InRange(half.Early.DistanceTo(fine.Early), 0, 0.65 * usual.Early.DistanceTo(fine.Early));
        if (fine.Late.LengthSquared > 0) Assert.InRange(usual.Late.DistanceTo(fine.Late), 0, 60);

        // Early: after 8 s, past the turn-over; late: at the last whole 4 s before the terminal phase.
        (double MissM, double TimeS, double SpeedMPerS, EcefVector Early, EcefVector Late) Fly(double share)
        {
            var flight = new InterceptorFlight(TestRound.Large, FlyoutTables.For(TestRound.Large, 1), share);
            var state = flight.Launch(TestRound.Launcher);
            var (early, late) = (EcefVector.Zero, EcefVector.Zero);
            for (var ticks = 0; ;)
            {
                var timeS = 0.02 * ticks;
                var target = EarthEnvironment.Ahead(start, velocity, timeS);
                var ahead = EarthEnvironment.Ahead(start, velocity, timeS + 0.01);
                var targetVelocity = (ahead - EarthEnvironment.Ahead(start, velocity, timeS - 0.01)) / 0.02;
                var terminal = target.DistanceTo(state.Position) < TestRound.Large.TerminalRangeM;
                var step = terminal ? 1 : state.AgeS < TestRound.Large.MotorTimeS || state.TimeToGoS < 6 ? 10 : 20;
                var before = state.Position;
                Assert.Equal(InterceptorStatus.Flying, flight.Step(ref state, new GuidanceInput(target, targetVelocity, terminal), 0.02 * step));
                ticks += step;
                var approach = ClosestApproach.Within(before, state.Position, target, EarthEnvironment.Ahead(start, velocity, 0.02 * ticks));
                if (ticks == 400) early = state.Position;
                if (!terminal && ticks > 400 && ticks % 200 == 0) late = state.Position;
                if (approach.Inside && approach.MissM < 3_000) return (approach.MissM, timeS + (approach.AtShare * 0.02 * step), state.Velocity.Length, early, late);
            }
        }
    }

    [Fact]
    public void ABurnThatEndsAMomentBeforeTheStepIsNoHarm()
    {
        var flight = new InterceptorFlight(TestRound.Large, table: null);
        var point = TestRound.East(60_000, 8_000);
        foreach (var momentS in new[] { 1e-13, 5e-12, 3e-11, 1e-9, 1e-7 })
        {
            var state = flight.Launch(TestRound.Launcher);
            flight.Step(ref state, new GuidanceInput(point, EcefVector.Zero, Terminal: false), TestRound.Large.BurnTimeS - 0.02);
            flight.Step(ref state, new GuidanceInput(point, EcefVector.Zero, Terminal: true), 0.02 + momentS);
            Assert.Equal(TestRound.Large.BurnTimeS + momentS, state.AgeS, 2e-9);
            Assert.InRange(state.Velocity.Length, 1_000, 3_000);
        }
    }
}
