using System.Diagnostics;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>
/// Listens to live streams and tracks what they bring until it is told to stop. The only place where the wall clock is read: feed and tracker
/// are told the time.
/// </summary>
internal static class LiveRun
{
    /// <summary>Plots of tracks kept for the results at most: an hour of a busy centre at a quarter of its rate.</summary>
    public const int MostStates = 2_000_000;

    private const int QueueBytes = 32 << 20;
    private const int WaitMs = 50;
    private const int DatagramsAtOnce = 4096;
    private const double StatusS = 10;

    /// <summary>Listens and tracks.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="streams">The streams.</param>
    /// <param name="lengthS">For how long, seconds; null for until it is told to stop.</param>
    /// <param name="tell">Is told now and then how it goes.</param>
    /// <param name="stop">Ends the listening; what came until then is the result.</param>
    public static RecordingRun Of(TrackRequest request, IReadOnlyList<StreamAddress> streams, double? lengthS, Action<string> tell, CancellationToken stop)
    {
        // The time of day at the start, and from then on a clock that nobody sets.
        var startS = DateTime.UtcNow.TimeOfDay.TotalSeconds;
        var watch = Stopwatch.StartNew();
        double Clock() => startS + watch.Elapsed.TotalSeconds;

        var queue = new DatagramQueue(QueueBytes);
        var feed = new LiveFeed(string.Join(", ", streams), new RecordingSurvey());
        var session = new LiveSession(request, feed);
        var listeners = new List<UdpListener>();
        try
        {
            foreach (var stream in streams) listeners.Add(new UdpListener(stream, queue, Clock));
            tell($"listening to {string.Join(", ", streams)}; {(lengthS is { } seconds ? $"for {seconds:0.###} s, or " : string.Empty)}until Ctrl-C, then the results are written");
            var nextStatusS = StatusS;
            while (!stop.IsCancellationRequested && !(watch.Elapsed.TotalSeconds >= lengthS))
            {
                Drain(queue, feed, WaitMs);
                session.Track(Clock, ends: false);
                if (watch.Elapsed.TotalSeconds < nextStatusS) continue;
                nextStatusS += StatusS;
                tell($"{watch.Elapsed.TotalSeconds:0} s: {queue.Received} datagrams, {session.Plots} plots of {session.Radars.Count} radars, {session.ConfirmedTracks} tracks now");
            }
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }

        Drain(queue, feed, 0);
        session.Track(Clock, ends: true);
        feed.Counts.DroppedDatagrams = queue.Dropped;
        feed.Counts.Datagrams = queue.Received;
        feed.Counts.ReceiveErrors = listeners.Sum(static listener => listener.Errors);
        return session.Finish(watch.Elapsed.TotalSeconds);
    }

    private static void Drain(DatagramQueue queue, LiveFeed feed, int waitMs)
    {
        for (var taken = 0; taken < DatagramsAtOnce && queue.TryTake(taken == 0 ? waitMs : 0, out var datagram, out var receivedS); taken++)
        {
            feed.Take(datagram, receivedS);
            queue.Return(datagram);
        }
    }
}
