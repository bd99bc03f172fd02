using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>What a tracker finds must not depend on how many threads work on it: not in the last bit, not in the order of what it tells.</summary>
public class ThreadsTests
{
    private const double DeliveryS = 0.5;
    private const int Targets = 150;

    [Theory]
    [InlineData(AssociationMethod.JointProbabilistic, 4, false)]
    [InlineData(AssociationMethod.JointProbabilistic, 1, false)]
    [InlineData(AssociationMethod.MultipleHypothesis, 4, true)]
    [InlineData(AssociationMethod.MultipleHypothesis, 1, false)]
    [InlineData(AssociationMethod.GlobalNearestNeighbour, 4, true)]
    [InlineData(AssociationMethod.NearestFirst, 3, false)]
    public void Any_number_of_threads_gives_the_same_bits(AssociationMethod method, int radars, bool isHard)
    {
        var scene = new Scene(radars);
        var one = Run(scene, method, 1, isHard);
        Assert.True(one.Confirmed > 100, $"{one.Confirmed}");
        Assert.True(one.Tentative > 10, $"{one.Tentative}");
        // One thread again too: what has run for a while is compiled anew.
        foreach (var threads in (int[])[1, 2, 3])
        {
            var more = Run(scene, method, threads, isHard);
            Assert.Equal(one.Changes, more.Changes);
            Assert.True(one.State.AsSpan().SequenceEqual(more.State), $"{threads} threads: {one.State.AsSpan().CommonPrefixLength(more.State)} of {one.State.Length}, {more.State.Length} bytes are the same");
        }
    }

    [Fact]
    public void A_crew_does_every_job_once_and_tells_what_went_wrong()
    {
        var count = new CountingWork(5000);
        var crew = new WorkCrew(3, count, new FailingWork());
        for (var round = 1; round <= 200; round++)
        {
            var jobs = 1 + (round * 25 % 5000);
            count.Clear();
            crew.Run(0, jobs);
            Assert.All(count.Done[..jobs], static done => Assert.Equal(1, done));
            Assert.All(count.Done[jobs..], static done => Assert.Equal(0, done));
            if (round % 50 == 0) Assert.Throws<InvalidDataException>(() => crew.Run(1, 20));
        }
    }

    // Hard: plots that come late, a full table, codes and range rates.
    private static (byte[] State, List<TrackChange> Changes, int Confirmed, int Tentative) Run(Scene scene, AssociationMethod method, int threads, bool isHard)
    {
        var tracker = new Tracker(
            new TrackerParameters
            {
                Threads = threads,
                Association = method,
                Motion = MotionModelSet.AirSurveillance,
                FalsePlotProbability = 1e-5,
                ConfirmationHits = 2,
                ConfirmationProbability = 0.9,
                AbandonmentProbability = 1e-3,
                UpdatesLateExactly = isHard,
                EstimatesRegistration = isHard,
                ClassMotion = isHard ? ClassMotion.Typical : null,
                MaximumTracks = isHard ? 130 : int.MaxValue,
            },
            scene.Sensors);
        var all = new List<TrackChange>();
        var state = new MemoryStream();
        for (var delivery = 0; delivery < 80; delivery++)
        {
            tracker.Process(isHard ? scene.Disordered[delivery] : scene.Deliveries[delivery], SimTime.FromSeconds((delivery + 1) * DeliveryS), all);
            foreach (var track in tracker.Tracks)
            {
                Span<double> numbers = [track.Id, (double)track.Status, track.Hits, track.Misses, track.ExistenceProbability, track.Estimate.Position.X, track.Estimate.Position.Y, track.Estimate.Position.Z, track.Velocity.X, track.Velocity.Y, track.Velocity.Z];
                state.Write(MemoryMarshal.AsBytes(numbers));
                var covariance = track.Covariance;
                for (var k = 0; k < 36; k++) state.Write(BitConverter.GetBytes(covariance[k]));
            }
        }

        return (state.ToArray(), all, tracker.ConfirmedCount, tracker.Tracks.Length - tracker.ConfirmedCount);
    }

    private sealed class CountingWork(int jobs) : ICrewWork
    {
        public int[] Done { get; } = new int[jobs];

        public void Clear() => Done.AsSpan().Clear();

        public void Do(int worker, int job) => Interlocked.Increment(ref Done[job]);
    }

    private sealed class FailingWork : ICrewWork
    {
        public void Do(int worker, int job)
        {
            if (job == 7) throw new InvalidDataException();
        }
    }

    // Radars that turn once in four seconds and see the same aircraft, some of them in pairs 400 m apart, an eighth of a turn in each delivery: two radars each time the same
    // eighth, so that what one radar's plots changed meets the other's in the same call.
    private sealed class Scene
    {
        public Scene(int radars)
        {
            var middle = new SensorFrame(GeodeticPoint.FromDegrees(45, 12, 100), 20);
            var frames = new SensorFrame[radars];
            for (var k = 0; k < radars; k++) frames[k] = new SensorFrame(GeodeticPoint.FromDegrees(45 + (0.3 * (k % 2)), 12 + (0.4 * (k / 2)), 100), 20);
            Sensors = [.. frames.Select(static frame => new SensorDescription(frame, 4, true))];
            var random = new RandomStream(11, 0, 0, RandomPurpose.General);
            Deliveries = new Plot[80][];
            Disordered = new Plot[80][];
            var held = new List<Plot>();
            for (var delivery = 0; delivery < Deliveries.Length; delivery++)
            {
                var (plots, disordered) = (new List<Plot>(), held);
                held = [];
                for (var radar = 0; radar < radars; radar++)
                {
                    for (var target = 0; target < Targets; target++)
                    {
                        // Beams meet targets at different times within the delivery.
                        var timeS = (delivery + (0.001 * (1 + target + (20 * radar)))) * DeliveryS;
                        if (radars > 1 && target % 8 != (delivery + (radar / 2)) % 8) continue;
                        if (radars == 1 && delivery % 8 != 0) continue;
                        if (random.NextUnit() > 0.93) continue;
                        var pair = target / 2;
                        var place = new EnuVector(-80e3 + (8000 * (pair % 20)), -30e3 + (20e3 * (pair / 20)) + (180 * timeS) + (400 * (target % 2)), 4000 + (80 * pair));
                        plots.Add(PlotOf(frames[radar].Measure(middle.Local.ToEcef(place)), timeS, radar, target, ref random, 1));
                    }

                    for (var k = 0; k < 6; k++) plots.Add(PlotOf(new SphericalMeasurement(10e3 + (90e3 * random.NextUnit()), Math.Tau * random.NextUnit(), 0.3 * random.NextUnit()), (delivery + 0.5) * DeliveryS, radar, -1, ref random, 0));
                }

                Deliveries[delivery] = [.. plots];
                foreach (var plot in plots) (random.NextUnit() < 0.1 ? held : disordered).Add(plot);
                Disordered[delivery] = [.. disordered];
            }
        }

        public SensorDescription[] Sensors { get; }

        public Plot[][] Deliveries { get; }

        public Plot[][] Disordered { get; }

        private static Plot PlotOf(SphericalMeasurement at, double timeS, int radar, int target, ref RandomStream random, double noise) => new()
        {
            Time = SimTime.FromSeconds(timeS),
            Sensor = radar,
            RangeM = at.RangeM + (50 * noise * random.Normal()),
            AzimuthRad = at.AzimuthRad + (0.001 * noise * random.Normal()),
            ElevationRad = at.ElevationRad + (0.0015 * noise * random.Normal()),
            RangeSigmaM = 50,
            AzimuthSigmaRad = 0.001,
            ElevationSigmaRad = 0.0015,
            Code = target >= 0 && target % 5 == 0 ? 100 + (target % 3) : -1,
            Id = target,
        };
    }
}
