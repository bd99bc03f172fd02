using System.Diagnostics;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Recordings.Live;
using Bulwark.Cli.Recordings.Traffic;
using Bulwark.Formats.Asterix;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>Recordings that have been tracked, and how that went. Immutable.</summary>
internal sealed record RecordingRun
{
    /// <summary>What the recordings hold.</summary>
    public required RecordingSurvey Survey { get; init; }

    /// <summary>The radars as they were used.</summary>
    public required IReadOnlyList<RadarSetup> Radars { get; init; }

    /// <summary>The confirmed tracks in the order of their numbers.</summary>
    public required IReadOnlyList<RecordedTrack> Tracks { get; init; }

    /// <summary>Plots given to the tracker.</summary>
    public required long Plots { get; init; }

    /// <summary>Records and plots dropped because they repeat another one exactly.</summary>
    public required long Duplicates { get; init; }

    /// <summary>What the trackers did, each on its own.</summary>
    public required IReadOnlyList<TrackerCounters> Counters { get; init; }

    /// <summary>Whether plots lay as far from where their tracks were expected as the filter says.</summary>
    public required Consistency Innovations { get; init; }

    /// <summary>Whether the radars' own tracks were joined, rather than their plots tracked together.</summary>
    public bool FusesTracks { get; init; }

    /// <summary>Long groups of plots with the same Mode 3/A code, and how many of them one track holds.</summary>
    public required (int Long, int Found, int Covered) CodeGroups { get; init; }

    /// <summary>The radars' constant errors, in their order; null for a radar that saw nothing in common with others, and altogether when not asked for.</summary>
    public IReadOnlyList<RadarBias?>? Registration { get; init; }

    /// <summary>The tracks smoothed afterwards, in their order; null when not asked for.</summary>
    public IReadOnlyList<IReadOnlyList<TrackState>>? Smoothed { get; init; }

    /// <summary>What was left out of live streams; null for recordings.</summary>
    public LiveCounts? Live { get; init; }

    /// <summary>The score against reference tracks; null without any.</summary>
    public JsonObject? Score { get; init; }

    /// <summary>How many aircraft the reference holds, on how many paths; null without one.</summary>
    public (int Aircraft, int Paths)? Reference { get; init; }

    /// <summary>Whether the user ended a paced recording early.</summary>
    public bool WasStopped { get; init; }

    /// <summary>Time spent reading twice and tracking, seconds; writing results is not in it.</summary>
    public required double ElapsedS { get; init; }

    /// <summary>How much faster than real time the recordings were worked off.</summary>
    public double TimesRealTime => Survey.LengthS / ElapsedS;

    /// <summary>Share of the plots that confirmed tracks hold, 0 to 1; 0 without plots.</summary>
    public double PlotsUsedShare => Plots == 0 ? 0 : Tracks.Sum(static track => (long)track.States.Count) / (double)Plots;

    /// <summary>Tracks of 30 plots or more.</summary>
    public IEnumerable<RecordedTrack> LongTracks => Tracks.Where(static track => track.States.Count >= Recordings.CodeGroups.LongPlots);

    /// <summary>Share of the coded plots of long tracks that have their track's commonest code; null when no plot has a code.</summary>
    public double? CodePurityShare
    {
        get
        {
            long coded = 0, majority = 0;
            foreach (var track in LongTracks)
            {
                coded += track.CodedPlots;
                majority += track.MajorityPlots;
            }

            return coded == 0 ? null : majority / (double)coded;
        }
    }

    /// <summary>Reads recordings and tracks what they hold.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RecordingRun Of(TrackRequest request, Action<double> progress, CancellationToken cancellation)
    {
        // Reading is about half of the work; the tracker is the other half, with the second reading.
        const double SurveyShare = 0.3;
        var clock = Stopwatch.StartNew();
        var options = new AsterixReaderOptions { DropDuplicatesWithinS = TrackRequest.DuplicateWindowS, SkipMalformed = request.SkipMalformed };
        var survey = RecordingSurvey.Of(request.Recordings, options, share => progress(SurveyShare * share), cancellation);
        RadarSetup[] radars = [.. survey.Radars.Where(static facts => facts.Plots > 0).Select(request.Settle)];
        if (request.Registers) RequirePlaces(radars);
        var settings = request.Registers ? request.Tracker with { EstimatesRegistration = true } : request.Tracker;
        var tracker = new RecordingTracker(radars, settings, request.Accuracy, request.UseCodes, request.Smooths);
        if (request.FusesTracks) RequireSeveral(radars);
        IPlotTracker way = request.FusesTracks ? new FusedTracker(radars, settings, request.Accuracy, request.UseCodes) : tracker;
        long repeated = 0;
        var stopped = false;
        JsonObject? judged = null;
        if (radars.Length > 0)
        {
            var sectorS = radars.Min(static radar => radar.PeriodS) / RecordingTracker.SectorsPerTurn;
            using var feed = new PlotFeed(request.Recordings, options, sectorS);
            var score = request.Reference is { } reference ? new RecordingReference(reference, radars, survey) : null;
            var pace = request.PaceRatio is { } ratio ? new Pace(ratio, cancellation) : null;
            for (var sectors = 0L; feed.Read(); sectors++)
            {
                // The plots of a sector are there when it is over, as from a radar.
                stopped = pace is not null && !pace.WaitUntil(feed.SectorEndS);
                if (stopped) break;
                way.Take(feed.Sector, feed.SectorEndS);
                score?.Add(feed.SectorEndS, way);
                if (pace is null && sectors % 1024 != 0) continue;
                if (pace is null) cancellation.ThrowIfCancellationRequested();
                progress(SurveyShare + ((1 - SurveyShare) * feed.ShareRead));
            }

            repeated = feed.RepeatedPlots;
            judged = score?.Finish();
        }

        var tracks = way.Finish();
        return new RecordingRun
        {
            Survey = survey,
            Radars = radars,
            Tracks = tracks,
            Plots = way.Plots,
            Duplicates = survey.DuplicateRecords + repeated,
            Counters = [.. way.Counters],
            Innovations = way.Innovations.Finish(),
            FusesTracks = request.FusesTracks,
            CodeGroups = tracker.Groups.Judge(tracker.WasConfirmed),
            Registration = request.Registers ? [.. radars.Select((_, index) => tracker.BiasOf(index))] : null,
            Smoothed = request.Smooths ? tracker.Smooth(tracks, stopped ? CancellationToken.None : cancellation) : null,
            WasStopped = stopped,
            Score = judged,
            Reference = request.Reference is { } known ? (known.Aircraft, known.Paths.Count) : null,
            ElapsedS = clock.Elapsed.TotalSeconds,
        };
    }

    private static void RequireSeveral(RadarSetup[] radars)
    {
        if (radars.Length < 2) throw new UsageException($"--fusion tracks joins the tracks of several radars, and the recordings hold plots of {(radars.Length == 0 ? "none" : "one only")}; expected two or more");
        var unknown = radars.Where(static radar => radar.Origin == PlaceOrigin.Arbitrary).Select(static radar => radar.Key).ToList();
        if (unknown.Count > 0) throw new UsageException($"--fusion tracks needs to know where the radars stand, and nothing tells it of {string.Join(", ", unknown)}; give each with --sensor SAC/SIC=LAT,LON[,HEIGHT]");
    }

    private static void RequirePlaces(RadarSetup[] radars)
    {
        if (radars.Length < 2) throw new UsageException($"--register compares radars, and the recordings hold plots of {(radars.Length == 0 ? "none" : "one only")}; expected two or more");
        var unknown = radars.Where(static radar => radar.Origin == PlaceOrigin.Arbitrary).Select(static radar => radar.Key).ToList();
        if (unknown.Count > 0) throw new UsageException($"--register needs to know where the radars stand, and nothing tells it of {string.Join(", ", unknown)}; give each with --sensor SAC/SIC=LAT,LON[,HEIGHT]");
    }
}
