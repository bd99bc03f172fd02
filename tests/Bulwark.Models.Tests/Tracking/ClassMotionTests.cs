using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class ClassMotionTests
{
    private const double StepS = 0.5;

    public static TheoryData<bool> Motions => [false, true];

    [Fact]
    public void A_filter_told_the_class_is_more_accurate_and_honest_where_the_usual_one_is_neither()
    {
        // Airliners that wander as the class is said to: white acceleration of the class's density.
        var (usual, told) = (new Errors(), new Errors());
        for (var flight = 0; flight < 120; flight++)
        {
            var kind = ClassMotion.Typical.Transport;
            Fly(new TrackerParameters(), usual, (ulong)flight, kind);
            Fly(new TrackerParameters { ClassMotion = ClassMotion.Typical }, told, (ulong)flight, kind);
        }

        // Chi-square band for 120 flights, taken at one time each so that they are independent. Velocity errors are 16 m/s told and 23 m/s untold.
        Assert.InRange(told.VelocityRms, 0, 0.75 * usual.VelocityRms);
        Assert.InRange(told.PositionRms, 0, 0.95 * usual.PositionRms);
        Assert.InRange(told.Nees.MeanRatio, told.Nees.LowRatio, told.Nees.HighRatio);
        Assert.True(usual.Nees.MeanRatio < usual.Nees.LowRatio, $"{usual.Nees.MeanRatio}");
    }

    [Theory]
    [MemberData(nameof(Motions))]
    public void Without_a_settled_class_nothing_changes_to_the_bit(bool several)
    {
        var motion = several ? MotionModelSet.AirSurveillance : null;
        var undecided = ClassMotion.Typical with { SettledProbability = 1 };
        Assert.Equal(States(new TrackerParameters { Motion = motion }), States(new TrackerParameters { Motion = motion, ClassMotion = undecided }));
        Assert.NotEqual(States(new TrackerParameters { Motion = motion }), States(new TrackerParameters { Motion = motion, ClassMotion = ClassMotion.Typical }));
    }

    [Theory]
    [MemberData(nameof(Motions))]
    public void A_fighter_taken_for_an_airliner_is_held_when_it_turns(bool several)
    {
        // With one model for straight flight the usual noise holds 30 of 30 at 20 m/s², none at 40; with several all at 40 m/s².
        var told = new TrackerParameters { Motion = several ? MotionModelSet.AirSurveillance : null, ClassMotion = ClassMotion.Typical };
        Assert.InRange(HeldInTurn(told, several ? 40 : 20), several ? 28 : 18, 30);
        Assert.InRange(HeldInTurn(told, several ? 30 : 10), 29, 30);
    }

    [Fact]
    public void A_class_is_settled_above_one_bound_and_given_up_below_another()
    {
        var motion = new ClassMotion { SettledProbability = 0.9, GivenUpProbability = 0.6 };
        Assert.Equal(0, motion.Settle(Identity(0.85, TrackClass.CruiseMissile), 0));
        Assert.Equal(1 + (int)TrackClass.CruiseMissile, motion.Settle(Identity(0.91, TrackClass.CruiseMissile), 0));
        Assert.Equal(1 + (int)TrackClass.CruiseMissile, motion.Settle(Identity(0.61, TrackClass.CruiseMissile), 1 + (int)TrackClass.CruiseMissile));
        Assert.Equal(0, motion.Settle(Identity(0.59, TrackClass.CruiseMissile), 1 + (int)TrackClass.CruiseMissile));
        Assert.Equal(1 + (int)TrackClass.Transport, motion.Settle(Identity(0.95, TrackClass.Transport), 1 + (int)TrackClass.CruiseMissile));
        Assert.Equal(0, motion.Settle(Identity(0.99, TrackClass.BallisticMissile), 0));
    }

    [Fact]
    public void Each_class_flies_a_part_of_the_set_and_fighters_all_of_it()
    {
        var own = MotionModelSet.AirSurveillance;
        foreach (var set in ClassMotion.Typical.Narrow(own))
        {
            Assert.Equal(own.Models.Length, set.Models.Length);
            for (var k = 0; k < own.Models.Length; k++)
            {
                Assert.Equal(own.Models[k].TurnRateRadPerS, set.Models[k].TurnRateRadPerS);
                Assert.InRange(set.Models[k].AccelerationSigmaMPerS2, 0, own.Models[k].AccelerationSigmaMPerS2);
                Assert.Equal(1, set.Jumps.AsSpan(k * own.Models.Length, own.Models.Length).ToArray().Sum(), 12);
            }
        }

        var fighter = ClassMotion.Typical.Narrow(own)[(int)TrackClass.CombatAircraft];
        Assert.Equal(own.Models.AsEnumerable(), fighter.Models);
        for (var k = 0; k < fighter.Jumps.Length; k++) Assert.Equal(own.Jumps[k], fighter.Jumps[k], 12);

        // From straight flight an airliner hardly ever goes over to the hard turns, the fifth and sixth model.
        var airliner = ClassMotion.Typical.Narrow(own)[(int)TrackClass.Transport];
        Assert.InRange(airliner.Jumps[4] + airliner.Jumps[5], 1e-6, 0.011);
    }

    [Theory]
    [InlineData(0, 0, 1.0 / 3)] // uniform between the extremes: a² / 3
    [InlineData(0, 0.5, 1)] // all of it at the extremes: a²
    [InlineData(1, 0, 0)] // straight on
    [InlineData(0.5, 0.25, 0.5)] // half straight, half hardest
    public void The_noise_is_that_of_Singers_density(double straight, double hardest, double variance) =>
        Assert.Equal(variance, Math.Pow(ClassManoeuvre.SigmaMPerS2(7, straight, hardest) / 7, 2), 12);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassManoeuvre.SigmaMPerS2(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassManoeuvre.SigmaMPerS2(1, 1.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassManoeuvre.SigmaMPerS2(1, 0.9, 0.1));
        var scene = new TrackingScene(1);
        foreach (var wrong in (ClassMotion[])[
            ClassMotion.Typical with { SettledProbability = 0.5 }, ClassMotion.Typical with { GivenUpProbability = 0.95 }, ClassMotion.Typical with { GivenUpProbability = double.NaN },
            ClassMotion.Typical with { Transport = new ClassManoeuvre(0, 1, 1, 1) }, ClassMotion.Typical with { SlowAircraft = new ClassManoeuvre(1, 1, double.NaN, 1) }])
        {
            Assert.Throws<ArgumentException>(() => new Tracker(new TrackerParameters { ClassMotion = wrong }, [scene.Sensor]));
        }
    }

    private static TrackIdentity Identity(double probability, TrackClass kind)
    {
        var identity = new TrackIdentity();
        for (var k = 0; k < TrackIdentity.Classes; k++) identity.Probabilities[k] = (1 - probability) / (TrackIdentity.Classes - 1);
        identity.Probabilities[(int)kind] = probability;
        return identity;
    }

    // Twenty-five looks as an airliner, then a hard turn to the end.
    private static int HeldInTurn(TrackerParameters parameters, double accelerationMPerS2)
    {
        var held = 0;
        for (var flight = 0; flight < 30; flight++)
        {
            var scene = new TrackingScene((ulong)(100 + flight));
            var tracker = new Tracker(parameters, [scene.Sensor]);
            var (place, velocity) = (new EnuVector(-20e3, 60e3, 9e3), new EnuVector(230, 0, 0));
            var last = default(EcefVector);
            for (var scan = 0; scan < 40; scan++)
            {
                TrackingScene.Rotate(tracker, scan, [scene.LookAt((scan + 0.5) * TrackingScene.PeriodS, place, default, 0) with { Replied = true }]);
                last = scene.Frame.Local.ToEcef(place);
                for (var step = 0; step < TrackingScene.PeriodS / StepS; step++)
                {
                    var (sine, cosine) = Math.SinCos(scan >= 25 ? accelerationMPerS2 / 230 * StepS : 0);
                    velocity = new EnuVector((velocity.East * cosine) + (velocity.North * sine), (velocity.North * cosine) - (velocity.East * sine), 0);
                    place += velocity * StepS;
                }
            }

            foreach (ref readonly var track in tracker.Tracks) held += track.Status == TrackStatus.Confirmed && track.FirstTime.TotalS < 10 && track.LastUpdate.TotalS > 156 && track.Estimate.Position.DistanceTo(last) < 1000 ? 1 : 0;
        }

        return held;
    }

    private static void Fly(TrackerParameters parameters, Errors errors, ulong seed, ClassManoeuvre manoeuvre)
    {
        var scene = new TrackingScene(seed);
        var tracker = new Tracker(parameters, [scene.Sensor]);
        var (place, velocity) = (new EnuVector(-30e3, 50e3, 9e3), new EnuVector(220, 0, 0));
        var (horizontal, vertical) = (Sigma(manoeuvre.AccelerationSigmaMPerS2, parameters), Sigma(manoeuvre.VerticalAccelerationSigmaMPerS2, parameters));
        for (var scan = 0; scan < 40; scan++)
        {
            TrackingScene.Rotate(tracker, scan, [scene.LookAt((scan + 0.5) * TrackingScene.PeriodS, place, default, 0) with { Replied = true }]);
            if (scan >= 20)
            {
                // The place of the truth is that of the look; what is believed as of then is compared.
                foreach (ref readonly var track in tracker.Tracks)
                {
                    if (track.Status == TrackStatus.Confirmed && track.LastUpdate == SimTime.FromSeconds((scan + 0.5) * TrackingScene.PeriodS)) errors.Add(track.Estimate, scene.Frame.Local.ToEcef(place), scene.Frame.Local.Rotate(velocity), scan == 39);
                }
            }

            for (var step = 0; step < TrackingScene.PeriodS / StepS; step++)
            {
                var kick = new EnuVector(horizontal * scene.Normal(), horizontal * scene.Normal(), vertical * scene.Normal());
                place += (velocity * StepS) + (kick * (0.5 * StepS));
                velocity += kick;
            }
        }
    }

    // A step's change of speed that gives the density.
    private static double Sigma(double accelerationSigma, TrackerParameters parameters) => accelerationSigma * Math.Sqrt(parameters.ManoeuvreTimeS * StepS);

    private static List<double> States(TrackerParameters parameters)
    {
        var scene = new TrackingScene(5);
        var tracker = new Tracker(parameters, [scene.Sensor]);
        var states = new List<double>();
        for (var scan = 0; scan < 30; scan++)
        {
            TrackingScene.Rotate(tracker, scan, [.. Enumerable.Range(0, 4).Select(k => scene.Look(scan, new EnuVector(-30e3, 40e3 + (8e3 * k), 3e3 * k), new EnuVector(80 + (60 * k), 0, 0), k) with { Replied = k % 2 == 0 })]);
            foreach (ref readonly var track in tracker.Tracks)
            {
                for (var k = 0; k < 36; k++) states.Add(track.Covariance[k]);
                states.AddRange([track.Estimate.Position.X, track.Estimate.Position.Y, track.Estimate.Position.Z]);
            }
        }

        return states;
    }

    private sealed class Errors
    {
        private double _position;
        private double _velocity;
        private int _count;

        public ConsistencyScore Nees { get; } = new(6);

        public double PositionRms => Math.Sqrt(_position / _count);

        public double VelocityRms => Math.Sqrt(_velocity / _count);

        public void Add(KinematicEstimate estimate, EcefVector position, EcefVector velocity, bool isLast)
        {
            var (place, motion) = (estimate.Position - position, estimate.Velocity - velocity);
            _position += place.LengthSquared;
            _velocity += motion.LengthSquared;
            _count++;
            var covariance = estimate.Covariance;
            if (isLast) Nees.Add([place.X, place.Y, place.Z, motion.X, motion.Y, motion.Z], covariance[..]);
        }
    }
}
