using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Strobes;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class StrobeTests
{
    private const double PeriodS = 10;
    private static readonly double SigmaRad = double.DegreesToRadians(0.3);
    private static readonly LocalFrame Middle = new(GeodeticPoint.FromDegrees(45, 15, 0));

    [Fact]
    public void A_right_angle_gives_the_errors_of_the_textbook()
    {
        // Lines that cross at 90 degrees 100 km from both radars: each sigma is the range times that of the angle (Stansfield 1947).
        var target = new EnuVector(0, 100e3, 10e3);
        Bearing[] bearings = [See(Radar(0, 0), target), See(Radar(100e3, 100e3), target)];
        Assert.True(Triangulation.TryFix(bearings, 10e3, 100, out var fix));
        Assert.InRange(Middle.ToLocal(fix.Position).DistanceTo(target), 0, 2000);
        var ellipse = Triangulation.Ellipse(in fix);
        Assert.Equal(100e3 * SigmaRad, ellipse.SemiMajorSigmaM, 100e3 * SigmaRad * 0.02);
        Assert.Equal(100e3 * SigmaRad, ellipse.SemiMinorSigmaM, 100e3 * SigmaRad * 0.02);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Fixes_scatter_as_their_covariance_says(int radars)
    {
        var random = new RandomStream(1, 0, 0, RandomPurpose.MeasurementNoise);
        SensorFrame[] frames = [Radar(-60e3, 0), Radar(50e3, 10e3), Radar(0, 40e3)];
        var target = new EnuVector(30e3, 180e3, 9e3);
        var sum = 0.0;
        const int Trials = 400;
        for (var trial = 0; trial < Trials; trial++)
        {
            var bearings = frames[..radars].Select(frame => See(frame, target)).Select(bearing => bearing with { AzimuthRad = bearing.AzimuthRad + (SigmaRad * random.Normal()) }).ToArray();
            Assert.True(Triangulation.TryFix(bearings, 9e3, 500, out var fix));
            sum += Triangulation.Ellipse(in fix).DistanceSquaredRatio(Wgs84.ToGeodetic(Middle.ToEcef(target)).WithHeight(Wgs84.ToGeodetic(fix.Position).HeightM));
        }

        // Chi-square of 2 x 400 degrees of freedom, 99.9 % band, and a little for the bend of the lines over the longer axis.
        Assert.InRange(sum / Trials, 1.70, 2.45);
    }

    [Fact]
    public void Lines_that_part_or_run_along_each_other_give_no_fix()
    {
        var (one, other) = (Radar(0, 0), Radar(50e3, 0));
        Assert.False(Triangulation.TryFix([new Bearing(one, 6.0, SigmaRad), new Bearing(other, 0.3, SigmaRad)], 9e3, 500, out _));
        Assert.False(Triangulation.TryFix([new Bearing(one, 1.0, SigmaRad), new Bearing(other, 1.01, SigmaRad)], 9e3, 500, out _));
        Assert.False(Triangulation.TryFix([new Bearing(one, 1.0, SigmaRad)], 9e3, 500, out _));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Jammers_are_located_and_ghosts_are_told_apart(int radars, int jammers)
    {
        var right = 0;
        for (var seed = 0UL; seed < 20; seed++)
        {
            var tracker = Fly(radars, jammers, seed);
            Assert.Equal(radars * jammers, tracker.Tracks.Length);
            Assert.All(tracker.Tracks.ToArray(), static track => Assert.True(track.IsConfirmed));
            var located = tracker.Fixes.ToArray().Where(static fix => fix.IsJammer).ToArray();
            Assert.InRange(tracker.Fixes.Length, jammers == 1 ? 1 : jammers + 1, radars * jammers * jammers);
            var isRight = located.Length == jammers;
            for (var jammer = 0; jammer < jammers; jammer++)
            {
                var truth = Wgs84.ToGeodetic(Middle.ToEcef(Place(jammer, 600)));
                isRight &= located.Any(fix => Triangulation.Ellipse(fix.Estimate) is var ellipse && ellipse.DistanceSquaredRatio(truth) < 25 && ellipse.SemiMajorSigmaM < 15e3);
            }

            right += isRight ? 1 : 0;
        }

        Assert.InRange(right, jammers == 1 ? 20 : 15, 20);
    }

    [Fact]
    public void The_rate_of_a_strobe_track_is_that_of_the_jammer()
    {
        var tracker = Fly(2, 1, 5);
        foreach (var track in tracker.Tracks)
        {
            var frame = Radars()[track.Sensor];
            var rate = Math.IEEERemainder(See(frame, Place(0, 605)).AzimuthRad - See(frame, Place(0, 595)).AzimuthRad, 2 * Math.PI) / 10;
            Assert.InRange((track.RateRadPerS - rate) / Math.Sqrt(track.RateVarianceRad2PerS2), -3, 3);
            Assert.InRange(Math.Sqrt(track.AzimuthVarianceRad2), 0.1 * SigmaRad, SigmaRad);
        }
    }

    [Fact]
    public void Bad_strobes_are_refused_and_the_silent_forgotten()
    {
        var sensors = Sensors(2);
        var tracker = new StrobeTracker(new TrackerParameters(), sensors);
        var now = SimTime.FromSeconds(10);
        tracker.Process(
            [
                new Strobe(now, 7, 1, SigmaRad, 0), new Strobe(now, 0, double.NaN, SigmaRad, 0), new Strobe(now, 0, 1, 0, 0), new Strobe(SimTime.FromSeconds(11), 0, 1, SigmaRad, 0),
                new Strobe(now, 0, 1, double.NaN, 0),
            ],
            now);
        Assert.Equal(5, tracker.Refused);
        Assert.Equal(0, tracker.Tracks.Length);
        tracker = Fly(2, 2, 3);
        var copy = tracker.Copy();
        tracker.Process([], SimTime.FromSeconds(600 + (PeriodS * StrobeTracker.DeletionPeriods) + 20));
        Assert.Equal(0, tracker.Tracks.Length);
        Assert.Equal(0, tracker.Fixes.Length);
        Assert.Equal(4, copy.Tracks.Length);
    }

    private static StrobeTracker Fly(int radars, int jammers, ulong seed)
    {
        var tracker = new StrobeTracker(new TrackerParameters { MaximumSpeedMPerS = 600, AccelerationSigmaMPerS2 = 1, AssumedHeightM = 9000, AssumedHeightSigmaM = 2000 }, Sensors(radars));
        var random = new RandomStream(seed, 0, 1, RandomPurpose.JamStrobe);
        for (var scan = 1; scan <= 60; scan++)
        {
            for (var sensor = 0; sensor < radars; sensor++)
            {
                var timeS = (scan * PeriodS) - (sensor * 3);
                var strobes = new List<Strobe>();
                for (var jammer = 0; jammer < jammers; jammer++)
                {
                    if (random.NextUnit() < 0.9 || scan > 57) strobes.Add(new Strobe(SimTime.FromSeconds(timeS), sensor, See(Radars()[sensor], Place(jammer, timeS)).AzimuthRad + (SigmaRad * random.Normal()), SigmaRad, jammer));
                }

                tracker.Process([.. strobes], SimTime.FromSeconds(timeS));
            }
        }

        return tracker;
    }

    // They fly racetracks' straight legs 150 to 200 km out.
    private static EnuVector Place(int jammer, double timeS) => jammer switch
    {
        0 => new EnuVector(-50e3 + (180 * timeS), 170e3, 9e3),
        1 => new EnuVector(110e3 + (50 * timeS), 150e3 - (100 * timeS), 9e3),
        _ => new EnuVector(-80e3 - (50 * timeS), 190e3 - (190 * timeS), 9e3),
    };

    private static SensorFrame[] Radars() => [Radar(-60e3, 0), Radar(60e3, 10e3), Radar(0, -40e3)];

    private static SensorDescription[] Sensors(int count) => [.. Radars()[..count].Select(static frame => new SensorDescription(frame, PeriodS, true))];

    private static SensorFrame Radar(double eastM, double northM) => new(Wgs84.ToGeodetic(Middle.ToEcef(new EnuVector(eastM, northM, 0))).WithHeight(0), 20);

    private static Bearing See(SensorFrame frame, EnuVector target) => new(frame, frame.Measure(Middle.ToEcef(target)).AzimuthRad, SigmaRad);
}
