namespace Bulwark.Cli.Recordings.Live;

/// <summary>A feed, the tracker behind it and the radars as they become known. Mutable.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="feed">The feed.</param>
internal sealed class LiveSession(TrackRequest request, LiveFeed feed)
{
    private const double ShortestSectorS = 0.02;

    private readonly RecordingTracker _tracker = new([], request.Tracker, request.Accuracy, request.UseCodes, keepsPlots: false) { MostStates = LiveRun.MostStates };
    private readonly List<RadarSetup> _radars = [];
    private double _sectorS = RadarSetup.AssumedPeriodS / RecordingTracker.SectorsPerTurn;

    /// <summary>The radars that sent plots, in the order in which they came.</summary>
    public IReadOnlyList<RadarSetup> Radars => _radars;

    /// <summary>Plots tracked.</summary>
    public long Plots => _tracker.Plots;

    /// <summary>Confirmed tracks now.</summary>
    public int ConfirmedTracks => _tracker.ConfirmedCount;

    /// <summary>Tracks the sectors that are over.</summary>
    /// <param name="clockS">Tells the time on the scale of the feed's.</param>
    /// <param name="ends">Whether no more will come.</param>
    public void Track(Func<double> clockS, bool ends)
    {
        if (feed.HasNews) Learn();
        while (feed.TryClose(clockS(), _sectorS, ends))
        {
            _tracker.Take(feed.Sector, feed.SectorEndS);
            var doneS = clockS();
            foreach (ref readonly var report in feed.Sector)
            {
                if (report.ReceivedTimeS is not { } receivedS) continue;
                feed.Counts.TimedPlots++;
                feed.Counts.LatencySumS += doneS - receivedS;
                feed.Counts.LatencyMostS = Math.Max(feed.Counts.LatencyMostS, doneS - receivedS);
            }
        }
    }

    /// <summary>Ends the session.</summary>
    /// <param name="elapsedS">How long it took.</param>
    public RecordingRun Finish(double elapsedS)
    {
        feed.Finish();
        var tracks = _tracker.Finish();
        feed.Counts.ForgottenStates = _tracker.ForgottenStates;
        return new RecordingRun
        {
            Survey = feed.Survey,
            Radars = _radars,
            Tracks = tracks,
            Plots = _tracker.Plots,
            Duplicates = feed.Survey.DuplicateRecords,
            Counters = [.. _tracker.Counters],
            Innovations = _tracker.Innovations.Finish(),
            CodeGroups = _tracker.Groups.Judge(_tracker.WasConfirmed),
            Live = feed.Counts,
            ElapsedS = elapsedS,
        };
    }

    // Radars keep their places; new ones come behind.
    private void Learn()
    {
        feed.HasNews = false;
        foreach (var facts in feed.Survey.Radars.Where(static facts => facts.Plots > 0))
        {
            var setup = request.Settle(facts);
            var known = _radars.FindIndex(radar => radar.Key == facts.Key);
            if (known < 0) _radars.Add(setup);
            else _radars[known] = setup;
        }

        if (_radars.Count == 0) return;
        _tracker.Use(_radars);
        _sectorS = Math.Max(ShortestSectorS, _radars.Min(static radar => radar.PeriodS) / RecordingTracker.SectorsPerTurn);
    }
}
