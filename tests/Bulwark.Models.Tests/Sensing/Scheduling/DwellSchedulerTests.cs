using Bulwark.Core.Timing;
using Bulwark.Sensing.Scheduling;
using Xunit;

namespace Bulwark.Models.Tests.Sensing.Scheduling;

public sealed class DwellSchedulerTests
{
    private static readonly SimDuration Frame = SimDuration.FromSeconds(0.1);

    private static readonly ArrayParameters Array = new()
    {
        SearchDwellS = 0.004,
        ConfirmationDwellS = 0.006,
        TrackDwellS = 0.005,
        FireControlDwellS = 0.01,
        ConfirmationPeriodS = 0.3,
        TrackPeriodS = 1,
        SearchShare = 0.4,
        FenceElevationRad = 0.15,
    };

    [Fact]
    public void LooksFollowEachOtherWithoutGapOrOverlap()
    {
        var dwells = Run(tracks: 200, seconds: 20, out _, out _);
        for (var index = 1; index < dwells.Count; index++) Assert.Equal(dwells[index - 1].Time + dwells[index - 1].Duration, dwells[index].Time);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 1)]
    [InlineData(120, 1)]
    [InlineData(240, 2)]
    [InlineData(480, 4)]
    public void TheUpdateIntervalFollowsFromTheBudget(int tracks, double expectedS)
    {
        // 60 % of the time over 5 ms an update: 120 updates a second, whoever asks for more waits in proportion.
        Run(tracks, seconds: 60, out var searchShare, out var intervalS);
        if (tracks == 0)
        {
            Assert.Equal(1, searchShare, 1e-9);
            return;
        }

        // A request waits for the frame in which it falls due and for the look under way: up to a frame more than wanted.
        Assert.InRange(intervalS, expectedS * 0.99, (expectedS * 1.01) + Frame.TotalS);
        Assert.InRange(searchShare, 0.395, 1);
        if (tracks >= 240) Assert.InRange(searchShare, 0.395, 0.405);
    }

    [Fact]
    public void TheCapacityIsWhatTheFormulaSays()
    {
        Assert.Equal(120, Array.TrackCapacity());
        Assert.Equal(60, Array.TrackCapacity(otherShare: 0.3));
        Assert.Equal(0, Array.TrackCapacity(otherShare: 0.7));
    }

    [Fact]
    public void FireControlComesOffTheTopAndIsNotSearched()
    {
        var scheduler = new DwellScheduler(Array, beams: 100);
        var clock = default(ArrayClock);
        var dwells = new List<Dwell>();
        for (var frame = 0; frame < 100; frame++)
        {
            var from = SimTime.Start + (Frame * frame);
            scheduler.Plan(ref clock, from, from + Frame, 0.25, [], dwells);
        }

        Assert.InRange(dwells.Sum(dwell => dwell.Duration.TotalS), 7.4, 7.6);
    }

    [Fact]
    public void TracksComeBeforeNewPlotsAndBothBeforeSearch()
    {
        var scheduler = new DwellScheduler(Array, beams: 100);
        var clock = default(ArrayClock);
        var dwells = new List<Dwell>();
        DwellRequest[] requests =
        [
            new(DwellTask.Track, SimTime.Start, 3), new(DwellTask.Track, SimTime.Start, 8), new(DwellTask.Confirmation, SimTime.Start, 5),
        ];
        scheduler.Plan(ref clock, SimTime.Start, SimTime.Start + Frame, 0, requests, dwells);
        Assert.Equal([(DwellTask.Track, 3), (DwellTask.Track, 8)], dwells.Take(2).Select(dwell => (dwell.Task, dwell.Subject)));

        // After two updates search has earned a beam (40 % of 10 ms); then the new plot has its turn.
        Assert.Equal([DwellTask.Search, DwellTask.Confirmation, DwellTask.Search], dwells.Skip(2).Take(3).Select(dwell => dwell.Task));
    }

    [Fact]
    public void ARequestOutOfRangeIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new DwellScheduler(Array with { TrackDwellS = 0 }, 10));
        Assert.Throws<ArgumentException>(() => new DwellScheduler(Array with { SearchShare = 1 }, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DwellScheduler(Array, 0));
    }

    private static List<Dwell> Run(int tracks, double seconds, out double searchShare, out double intervalS)
    {
        var scheduler = new DwellScheduler(Array, beams: 300);
        var clock = default(ArrayClock);
        var dwells = new List<Dwell>();
        var due = new SimTime[tracks];
        var requests = new List<DwellRequest>();
        for (var frame = 0; frame < seconds / Frame.TotalS; frame++)
        {
            var from = SimTime.Start + (Frame * frame);
            requests.Clear();
            for (var track = 0; track < tracks; track++)
            {
                if (due[track] < from + Frame) requests.Add(new DwellRequest(DwellTask.Track, due[track], track));
            }

            requests.Sort();
            var first = dwells.Count;
            scheduler.Plan(ref clock, from, from + Frame, 0, requests.ToArray(), dwells);
            foreach (var dwell in dwells.Skip(first).Where(dwell => dwell.Task == DwellTask.Track)) due[dwell.Subject] = dwell.Time + SimDuration.FromSeconds(Array.TrackPeriodS);
        }

        searchShare = dwells.Where(dwell => dwell.Task == DwellTask.Search).Sum(dwell => dwell.Duration.TotalS) / dwells.Sum(dwell => dwell.Duration.TotalS);

        // The first half fills the queue.
        var updates = dwells.Count(dwell => dwell.Task == DwellTask.Track && dwell.Time.TotalS >= seconds / 2);
        intervalS = updates == 0 ? double.NaN : tracks * seconds / 2 / updates;
        return dwells;
    }
}
