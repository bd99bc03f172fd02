using System.Diagnostics;
using Bulwark.Cli.Manner;
using Bulwark.Formats.Traffic;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>Recorded traffic seen by simulated radars, tracked, and compared with what flew.</summary>
internal static class TrafficRun
{
    /// <summary>Tracks.</summary>
    /// <param name="request">What is asked for; its recording is the traffic.</param>
    /// <param name="radars">The radars.</param>
    /// <param name="noise">How they err.</param>
    /// <param name="seed">Seed of their errors.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static RecordingRun Of(TrackRequest request, IReadOnlyList<SimulatedRadar> radars, TrafficNoise noise, ulong seed, Action<double> progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var table = TrafficTable.Read(request.Recordings[0]);
        if (table.Paths.Count == 0) throw new UsageException($"{request.Recordings[0]} holds no path: no aircraft has two positions within {TrafficTable.PauseS:0} s");
        var survey = new RecordingSurvey();
        RadarSetup[] setups = [.. radars.Select((radar, place) => new RadarSetup(survey.Facts(TrafficFeed.KeyOf(place)), radar.Place, PlaceOrigin.Given, 0, radar.PeriodS, PeriodIsAssumed: false) { Resolution = request.Resolution })];
        var settings = request.Registers ? request.Tracker with { EstimatesRegistration = true } : request.Tracker;
        var tracker = new RecordingTracker(setups, Tuned(settings, noise), request.Accuracy, request.UseCodes, request.Smooths);
        IPlotTracker way = request.FusesTracks ? new FusedTracker(setups, Tuned(settings, noise), request.Accuracy, request.UseCodes) : tracker;
        var feed = new TrafficFeed(table, radars, noise, seed);
        var score = new ReferenceScore(radars[0].Place, radars.Min(static radar => radar.PeriodS));
        var sectorS = radars.Min(static radar => radar.PeriodS) / RecordingTracker.SectorsPerTurn;
        for (var sectors = 0L; feed.Read(sectorS); sectors++)
        {
            foreach (ref readonly var report in feed.Sector) survey.Take(in report);
            way.Take(feed.Sector, feed.SectorEndS);
            if (score.IsDue(feed.SectorEndS)) score.Add(feed.SectorEndS, feed.InView(feed.SectorEndS), way, position => radars.Any(radar => radar.Covers(position)));
            if (sectors % 1024 != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            progress((feed.SectorEndS - feed.StartS) / (feed.EndS - feed.StartS));
        }

        var tracks = way.Finish();
        return new RecordingRun
        {
            Survey = survey,
            Radars = setups,
            Tracks = tracks,
            Plots = way.Plots,
            Duplicates = 0,
            Counters = [.. way.Counters],
            Innovations = way.Innovations.Finish(),
            FusesTracks = request.FusesTracks,
            CodeGroups = tracker.Groups.Judge(tracker.WasConfirmed),
            Registration = request.Registers ? [.. setups.Select((_, index) => tracker.BiasOf(index))] : null,
            Smoothed = request.Smooths ? tracker.Smooth(tracks, cancellation) : null,
            Score = score.Json(),
            Reference = (table.Aircraft, table.Paths.Count),
            ElapsedS = clock.Elapsed.TotalSeconds,
        };
    }

    private static TrackerParameters Tuned(TrackerParameters settings, TrafficNoise noise) => settings with { DetectionProbability = Math.Clamp(noise.DetectionProbability, 0.1, 0.99) };
}
