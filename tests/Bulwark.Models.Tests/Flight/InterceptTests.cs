using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Models.Tests.Flight;

public class InterceptTests
{
    private static readonly InterceptorParameters Round = TestRound.Large;
    private static readonly InterceptorFlight Flight = new(Round);
    private static readonly InterceptPredictor Predictor = new(FlyoutTables.For(Round, 1));

    /// <summary>Ground range (km), height (km), then the target's speed towards the launcher, to the north and up (m/s).</summary>
    public static TheoryData<double, double, double, double, double> Engagements => new()
    {
        { 60, 8, 250, 0, 0 },
        { 60, 8, 250, 200, 0 },
        { 20, 0.05, 240, 0, 0 },
        { 20, 0.05, 240, 150, 0 },
        { 120, 10, 300, 100, 0 },
        { 140, 11, 250, 0, 0 },
        { 170, 12, 600, 0, 0 },
        { 80, 20, 800, 0, 0 },
        { 60, 25, 1500, 0, -600 },
        { 12, 1, 250, 0, 0 },
        { 15, 6, -250, 50, 0 },
        { 90, 10, -250, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Engagements))]
    public void PerfectInformationGivesAHitWhenAndHowFastPredicted(double rangeKm, double heightKm, double inMPerS, double northMPerS, double upMPerS)
    {
        var start = TestRound.East(rangeKm * 1e3, heightKm * 1e3);
        var velocity = TestRound.Velocity(start, -inMPerS, northMPerS, upMPerS);
        var prediction = Predictor.Predict(TestRound.Launcher, start, velocity);
        Assert.True(prediction.Feasible);

        var (missM, timeS, speedMPerS) = Fly(start, velocity, 0);
        Assert.InRange(missM, 0, 5);

        // The table holds flights to points at rest, read between nodes: time within 2 per cent and speed within 10 per cent.
        Assert.Equal(1, prediction.TimeOfFlightS / timeS, 0.02);
        Assert.Equal(1, prediction.TerminalSpeedMPerS / speedMPerS, 0.1);
        Assert.InRange(prediction.Point.DistanceTo(EarthEnvironment.Ahead(start, velocity, prediction.TimeOfFlightS)), 0, 1e-6);
    }

    [Fact]
    public void TheTableAgreesWithDirectFlights()
    {
        // Between the nodes the table is bilinear: 2.5 per cent of the time, and 8 per cent of the speed where the end of the burn makes a kink.
        var table = FlyoutTables.For(Round, 1);
        var flight = new InterceptorFlight(Round, table: null);
        foreach (var (rangeKm, heightKm) in new[] { (6.5, 0.05), (9, 2), (13, 0.7), (18, 5), (27, 0.05), (36, 22), (47, 9), (66, 26), (88, 13), (110, 2), (135, 18) })
        {
            var point = TestRound.East(rangeKm * 1e3, heightKm * 1e3);
            var state = flight.Launch(TestRound.Launcher);
            ClosestApproach approach;
            do
            {
                var before = state.Position;
                Assert.Equal(InterceptorStatus.Flying, flight.Step(ref state, new GuidanceInput(point, EcefVector.Zero, point.DistanceTo(before) < Round.TerminalRangeM), 0.02));
                approach = ClosestApproach.Within(before, state.Position, point, point);
            }
            while (!approach.Inside || state.AgeS < 2);

            Assert.InRange(approach.MissM, 0, 5);
            Assert.Equal(1, table.TimeOfFlightS(TestRound.Launcher, point) / state.AgeS, 0.025);
            Assert.Equal(1, table.Speeds(TestRound.Launcher, point).Terminal / state.Velocity.Length, 0.08);
        }
    }

    [Fact]
    public void AngularNoiseCostsMissDistance()
    {
        var start = TestRound.East(60_000, 8_000);
        var velocity = TestRound.Velocity(start, -250, 0, 0);
        var quiet = Fly(start, velocity, 0).MissM;
        var noisy = MeanMissM(1e-3);
        var loud = MeanMissM(8e-3);
        Assert.True(quiet < noisy && noisy < loud, $"{quiet} {noisy} {loud}");

        // At its own noise the round is still dangerous: well inside the lethal radius.
        Assert.InRange(noisy, 0.05, 0.5 * Round.LethalRadiusM);

        double MeanMissM(double sigmaRad) => Enumerable.Range(0, 20).Average(i => Fly(start, velocity, sigmaRad, (uint)i).MissM);
    }

    [Fact]
    public void EnvelopeIsEnforced()
    {
        Assert.False(Predict(8_000, 160_000, -250).Feasible);
        Assert.False(Predict(28_000, 40_000, 0).Feasible);
        Assert.False(Predict(5, 20_000, 0).Feasible);
        Assert.False(Predict(1_000, 3_000, 0).Feasible);
        Assert.False(Predict(10_000, 100_000, 2_900).Feasible);
        Assert.False(Predict(10_000, 40_000, -1_400).Feasible);
        Assert.True(Predict(8_000, 60_000, 250).Feasible);

        static InterceptPrediction Predict(double heightM, double rangeM, double inMPerS)
        {
            var start = TestRound.East(rangeM, heightM);
            return Predictor.Predict(TestRound.Launcher, start, TestRound.Velocity(start, -inMPerS, 0, 0));
        }
    }

    [Fact]
    public void TheRoundReachesItsPublishedSpeedAndRange()
    {
        // Published for the 48N6E class: greatest speed 2000 to 2250 m/s, reach 150 km, heights to 27 km; useful arrival is our own demand.
        var target = TestRound.East(149_000, 10_000);
        var state = Flight.Launch(TestRound.Launcher);
        var fastest = 0.0;
        while (target.DistanceTo(state.Position) > 5_000)
        {
            Assert.Equal(InterceptorStatus.Flying, Flight.Step(ref state, new GuidanceInput(target, EcefVector.Zero, Terminal: false), 0.1));
            fastest = Math.Max(fastest, state.Velocity.Length);
        }

        Assert.InRange(fastest, 2_000, 2_250);
        Assert.InRange(state.Velocity.Length, 2 * Round.MinimumSpeedMPerS, 2_000);
        Assert.Equal(Round.LaunchMassKg - Round.PropellantMassKg, state.MassKg, 1e-9);

        var outline = FlyoutTables.For(Round, 1).EnvelopeOutline();
        Assert.InRange(outline.Max(p => p.GroundRangeM), 149_000, 150_000);
        Assert.Equal(Round.MaximumHeightM, outline.Max(p => p.HeightM), 1e-6);
        Assert.All(FlyoutTables.For(Round, 1).EnvelopeOutline(1_800), p => Assert.InRange(p.GroundRangeM, 0, 60_000));
    }

    [Fact]
    public void TableHasTheSameBitsAtAnyNumberOfThreads()
    {
        var one = FlyoutTable.Build(Round, 1);
        var two = FlyoutTable.Build(Round, 2);
        foreach (var rangeM in Enumerable.Range(1, 60).Select(i => i * 2_500.0))
        {
            foreach (var heightM in new[] { 10.0, 700, 5_000, 14_000, 26_000 })
            {
                var point = TestRound.East(rangeM, heightM);
                Assert.Equal(one.Speeds(TestRound.Launcher, point), two.Speeds(TestRound.Launcher, point));
            }
        }

        Assert.Same(FlyoutTables.For(Round, 1), FlyoutTables.For(Round with { }, 2));
        Assert.NotSame(FlyoutTables.For(Round, 1), FlyoutTables.For(Round with { DragFactor = 1.2 }, 2));
    }

    [Fact]
    public void CopiesOfAStateFlyOnToTheSameBits()
    {
        var start = TestRound.East(60_000, 8_000);
        var velocity = TestRound.Velocity(start, -250, 0, 0);
        var state = Flight.Launch(TestRound.Launcher);
        for (var i = 0; i < 100; i++) Flight.Step(ref state, new GuidanceInput(start + (velocity * (i * 0.2)), velocity, Terminal: false), 0.2);
        var copy = state;
        var guidance = new GuidanceInput(start + (velocity * 20), velocity, Terminal: true, 1e-3, -2e-3);
        Flight.Step(ref state, guidance, 0.2);
        Flight.Step(ref copy, guidance, 0.2);
        Assert.Equal(state, copy);
    }

    [Fact]
    public void StepsAndPredictionsDoNotAllocate()
    {
        var start = TestRound.East(60_000, 8_000);
        var velocity = TestRound.Velocity(start, -250, 0, 0);
        var state = Flight.Launch(TestRound.Launcher);
        var feasible = Predictor.Predict(TestRound.Launcher, start, velocity).Feasible;
        Flight.Step(ref state, new GuidanceInput(start, velocity, Terminal: false), 0.2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
        {
            Flight.Step(ref state, new GuidanceInput(start, velocity, i > 100, 1e-3, 1e-3), 0.05);
            feasible &= Predictor.Predict(TestRound.Launcher, start, velocity).Feasible;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(feasible);
    }

    [Fact]
    public void SlowAndOldRoundsGiveUp()
    {
        // Sent to a far low point without loft, it burns its speed in thick air.
        var target = TestRound.East(149_000, 50);
        Assert.Equal(InterceptorStatus.OutOfEnergy, Last(Round with { LoftFactor = 0 }));
        Assert.Equal(InterceptorStatus.TimeExpired, Last(Round with { MaximumFlightTimeS = 30 }));

        InterceptorStatus Last(InterceptorParameters parameters)
        {
            var flight = new InterceptorFlight(parameters, table: null);
            var state = flight.Launch(TestRound.Launcher);
            for (var i = 0; i < 3000; i++)
            {
                var status = flight.Step(ref state, new GuidanceInput(target, EcefVector.Zero, Terminal: false), 0.1);
                if (status != InterceptorStatus.Flying) return status;
            }

            return InterceptorStatus.Flying;
        }
    }

    [Fact]
    public void LaunchIsVerticalFirst()
    {
        var start = TestRound.East(30_000, 5_000);
        var state = Flight.Launch(TestRound.Launcher);
        var up = new LocalFrame(Wgs84.ToGeodetic(TestRound.Launcher)).Up;
        Flight.Step(ref state, new GuidanceInput(start, EcefVector.Zero, Terminal: false), Round.VerticalRiseS);
        Assert.Equal(InterceptorPhase.Boost, state.Phase);
        Assert.InRange(state.Velocity.Normalized().Dot(up), 0.99999, 1);
        for (var i = 0; i < 50; i++) Flight.Step(ref state, new GuidanceInput(start, EcefVector.Zero, Terminal: false), 0.1);
        Assert.InRange(state.Velocity.Normalized().Dot(up), 0, 0.8);
    }

    [Fact]
    public void ClosestApproachOfStraightPaths()
    {
        // Crossing at right angles: the target passes 3 m above the interceptor's path, both at the crossing at half the step.
        var passing = ClosestApproach.Within(new(-10, 0, 0), new(10, 0, 0), new(0, -8, 3), new(0, 8, 3));
        Assert.Equal((3, 0.5, true), (passing.MissM, passing.AtShare, passing.Inside));
        var closing = ClosestApproach.Within(new(-10, 0, 0), new(-5, 0, 0), EcefVector.Zero, EcefVector.Zero);
        Assert.Equal((5, 1, false), (closing.MissM, closing.AtShare, closing.Inside));
        var opening = ClosestApproach.Within(new(5, 0, 0), new(10, 0, 0), EcefVector.Zero, EcefVector.Zero);
        Assert.Equal((5, 0, false), (opening.MissM, opening.AtShare, opening.Inside));
        Assert.True(ClosestApproach.Within(new(-10, 1, 0), new(0, 1, 0), EcefVector.Zero, EcefVector.Zero).Inside);
        var together = ClosestApproach.Within(EcefVector.Zero, new(1, 0, 0), new(0, 7, 0), new(1, 7, 0));
        Assert.Equal((7, false), (together.MissM, together.Inside));
    }

    [Fact]
    public void LethalityIsTheCarletonFunction()
    {
        Assert.Equal(1, Lethality.KillProbability(0, 18), 1e-15);
        Assert.Equal(0.5, Lethality.KillProbability(18, 18), 1e-15);
        Assert.Equal(1.0 / 16, Lethality.KillProbability(36, 18), 1e-15);
    }

    [Fact]
    public void ASmallRoundFliesByTheSameRules()
    {
        var small = Round with
        {
            Name = "small",
            LaunchMassKg = 165,
            PropellantMassKg = 62,
            BurnTimeS = 6,
            ThrustN = 23_800,
            ReferenceAreaM2 = 0.0434,
            DragFactor = 1.4,
            MaximumLoadMPerS2 = 300,
            TimeConstantS = 0.2,
            MinimumSpeedMPerS = 300,
            MaximumFlightTimeS = 30,
            MinimumRangeM = 1_500,
            MaximumRangeM = 12_000,
            MaximumHeightM = 6_000,
            LethalRadiusM = 5,
            TerminalRangeM = 3_000,
        };
        var flight = new InterceptorFlight(small, FlyoutTable.Build(small, 1));
        foreach (var (rangeM, heightM, inMPerS) in new[] { (6_000.0, 3_000.0, 200.0), (4_000, 150, 240), (10_000, 2_000, 250), (14_000, 300, 300) })
        {
            var start = TestRound.East(rangeM, heightM);
            Assert.InRange(Fly(flight, small, start, TestRound.Velocity(start, -inMPerS, 30, 0), 0, 0).MissM, 0, 2);
        }
    }

    [Fact]
    public void BadTablesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FlyoutTable.Build(Round, 0));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => FlyoutTable.Build(Round with { MaximumRangeM = 100 }, 1));
        Assert.Contains("leave no envelope", error.Message, StringComparison.Ordinal);
    }

    private static (double MissM, double TimeS, double SpeedMPerS) Fly(EcefVector start, EcefVector velocity, double sigmaRad, uint replication = 0) =>
        Fly(Flight, Round, start, velocity, sigmaRad, replication);

    private static (double MissM, double TimeS, double SpeedMPerS) Fly(
        InterceptorFlight flight, InterceptorParameters round, EcefVector start, EcefVector velocity, double sigmaRad, uint replication)
    {
        var noise = new RandomStream(1, replication, 0, RandomPurpose.TerminalNoise);
        var state = flight.Launch(TestRound.Launcher);
        var timeS = 0.0;
        while (true)
        {
            var target = EarthEnvironment.Ahead(start, velocity, timeS);
            var targetVelocity = (EarthEnvironment.Ahead(start, velocity, timeS + 0.01) - EarthEnvironment.Ahead(start, velocity, timeS - 0.01)) / 0.02;
            var terminal = target.DistanceTo(state.Position) < round.TerminalRangeM;
            var stepS = terminal ? 0.02 : 0.2;
            var guidance = sigmaRad > 0 && terminal
                ? new GuidanceInput(target, targetVelocity, terminal, sigmaRad * Samplers.Normal(ref noise), sigmaRad * Samplers.Normal(ref noise))
                : new GuidanceInput(target, targetVelocity, terminal);
            var before = state.Position;
            Assert.Equal(InterceptorStatus.Flying, flight.Step(ref state, guidance, stepS));
            var approach = ClosestApproach.Within(before, state.Position, target, EarthEnvironment.Ahead(start, velocity, timeS + stepS));
            timeS += stepS;
            if (approach.Inside && approach.MissM < 3_000) return (approach.MissM, timeS - ((1 - approach.AtShare) * stepS), state.Velocity.Length);
        }
    }
}
