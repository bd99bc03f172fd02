using Bulwark.Cli.Recordings;
using Bulwark.Cli.Recordings.Live;
using Bulwark.Formats.Asterix;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary>What a live feed does with streams that are not as they should be; nothing here reads a clock.</summary>
public class LiveFeedTests
{
    private const double StartS = 40_000;

    [Fact]
    public void Plots_come_out_in_the_order_of_their_times_once_their_sector_is_over()
    {
        var feed = Feed();
        foreach (var timeS in (double[])[0.3, 0.1, 0.2, 1.1]) Plot(feed, StartS + timeS, StartS + 1.2);
        Assert.False(feed.TryClose(StartS + 1.4, 1, ends: false));
        Assert.True(feed.TryClose(StartS + 1.5, 1, ends: false));
        Assert.Equal([StartS + 0.1, StartS + 0.2, StartS + 0.3], feed.Sector.ToArray().Select(static report => report.TimeS), static (left, right) => Math.Abs(left - right) < 0.005);
        Assert.Equal(StartS + 1, feed.SectorEndS);
        Assert.False(feed.TryClose(StartS + 1.5, 1, ends: false));
        Assert.True(feed.TryClose(StartS + 1.5, 1, ends: true));
        Assert.Equal(1, feed.Sector.Length);
    }

    [Fact]
    public void Plots_from_the_future_and_from_the_past_are_refused_and_counted()
    {
        var feed = Feed();
        for (var k = 0; k < 20; k++)
        {
            Plot(feed, StartS + k, StartS + k + 0.1);
            if (k % 5 == 4) Plot(feed, StartS + k + 60, StartS + k + 0.1);
            if (k % 5 == 4) Plot(feed, StartS + k - 60, StartS + k + 0.1);
        }

        Assert.Equal((4, 4), (feed.Counts.AheadPlots, feed.Counts.BehindPlots));
        Assert.Equal(20, feed.Survey.Plots);
        Assert.Equal(0, feed.Counts.ClockJumps);
    }

    [Fact]
    public void A_bad_first_plot_does_not_set_the_clock()
    {
        var feed = Feed();
        Plot(feed, StartS + 200, StartS);
        for (var k = 1; k < 20; k++) Plot(feed, StartS + k, StartS + k + 0.1);
        Assert.InRange(feed.Survey.Plots, 18, 20);
        Assert.InRange(feed.Counts.AheadPlots + feed.Counts.BehindPlots, 0, 2);
    }

    [Fact]
    public void A_recording_sent_again_later_is_laid_on_the_present_and_its_radars_keep_their_distance()
    {
        var feed = Feed();
        for (var k = 0; k < 10; k++)
        {
            Plot(feed, StartS - 100 + k, StartS + k);
            Plot(feed, StartS - 100 + k + 0.25, StartS + k + 0.35);
        }

        Assert.True(feed.TryClose(StartS + 20, 100, ends: true));
        var times = feed.Sector.ToArray().Select(static report => report.TimeS).ToArray();
        Assert.Equal(20, times.Length);
        Assert.All(Enumerable.Range(0, 10), k => Assert.Equal(0.25, times[(2 * k) + 1] - times[2 * k], 0.008));
        Assert.InRange(times[0], StartS - 1, StartS + 1);
    }

    [Fact]
    public void A_clock_that_jumps_is_followed_and_counted()
    {
        var feed = Feed();
        for (var k = 0; k < 50; k++) Plot(feed, StartS + k, StartS + k + 0.1);
        for (var k = 50; k < 120; k++) Plot(feed, StartS + k + 150, StartS + k + 0.1);
        Assert.Equal(1, feed.Counts.ClockJumps);
        Assert.Equal(StreamClock.PlotsOfJump - 1, feed.Counts.AheadPlots);

        // Its plots go on in the tracker's time, not 150 s later.
        while (feed.TryClose(StartS + 200, 1, ends: true)) Assert.InRange(feed.SectorEndS, StartS, StartS + 125);
        Assert.Equal(120 - (StreamClock.PlotsOfJump - 1), feed.Survey.Plots);
    }

    [Fact]
    public void The_same_plot_from_two_streams_counts_once()
    {
        var feed = Feed();
        for (var k = 0; k < 10; k++)
        {
            Plot(feed, StartS + k, StartS + k + 0.1);
            Plot(feed, StartS + k, StartS + k + 0.3);
        }

        feed.Finish();
        Assert.Equal(10, feed.Survey.Plots);
        Assert.Equal(10, feed.Survey.DuplicateRecords);
    }

    [Fact]
    public void A_flood_of_plots_is_cut_off_and_counted()
    {
        var feed = Feed();
        for (var k = 0; k < 3 * LiveFeed.MostPlotsPerS; k++)
        {
            // Each plot at another range, so that none repeats.
            feed.Take(AsterixBlocks.Block(1, [0xE2, 20, 130, 0x20, (byte)(k >> 8), (byte)k, 0x40, (byte)(k >> 16), .. Units(StartS)]), StartS + 0.5);
        }

        Assert.Equal(2 * LiveFeed.MostPlotsPerS, feed.Counts.ExcessPlots);
        Assert.True(feed.TryClose(StartS + 5, 1, ends: false));
        Assert.Equal(LiveFeed.MostPlotsPerS, feed.Sector.Length);
    }

    [Fact]
    public void Radars_beyond_the_most_are_refused_and_counted()
    {
        var feed = Feed();
        for (var radar = 0; radar < LiveFeed.MostRadars + 10; radar++) feed.Take(AsterixBlocks.Block(1, [0xE2, 20, (byte)radar, 0x20, 0x10, 0, 0x40, 0, .. Units(StartS)]), StartS + 0.1);
        Assert.Equal(10, feed.Counts.StrangePlots);
        Assert.Equal(LiveFeed.MostRadars, feed.Survey.Radars.Count);
    }

    [Fact]
    public void A_queue_that_is_full_drops_and_counts()
    {
        var queue = new DatagramQueue(1000);
        for (var k = 0; k < 20; k++) queue.Put(new byte[100], k);
        queue.Put([], 20);
        Assert.Equal((21, 11), (queue.Received, queue.Dropped));
        for (var k = 0; k < 10; k++)
        {
            Assert.True(queue.TryTake(0, out var datagram, out var receivedS));
            Assert.Equal((100, k), (datagram.Count, receivedS));
            queue.Return(datagram);
        }

        Assert.False(queue.TryTake(0, out _, out _));
    }

    [Fact]
    public void Tracks_are_lost_when_the_stream_falls_silent()
    {
        var feed = Feed();
        var session = new LiveSession(new TrackRequest { Recordings = [] }, feed);
        var nowS = StartS;
        for (var k = 0; k < 10; k++)
        {
            nowS = StartS + (4 * k);
            Plot(feed, nowS, nowS + 0.1);
            nowS += 2;
            session.Track(() => nowS, ends: false);
        }

        Assert.Equal(1, session.ConfirmedTracks);
        nowS += 60;
        session.Track(() => nowS, ends: false);
        Assert.Equal(0, session.ConfirmedTracks);
    }

    private static LiveFeed Feed() => new("test", new RecordingSurvey());

    private static void Plot(LiveFeed feed, double timeS, double receivedS) => feed.Take(AsterixBlocks.Plot(timeS), receivedS);

    private static byte[] Units(double timeS) => [(byte)((int)(timeS % 512 * 128) >> 8), (byte)(int)(timeS % 512 * 128)];
}
