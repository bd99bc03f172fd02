using Bulwark.Cli.Recordings.Traffic;
using Bulwark.Core.Timing;
using Bulwark.Formats.Asterix;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>Feeds recorded plots to the same tracker that runs in the simulation, and keeps what becomes of them. Mutable.</summary>
internal sealed class RecordingTracker : IPlotTracker
{
    /// <summary>Sectors that a turn of the fastest antenna is cut into, as in the simulation.</summary>
    public const int SectorsPerTurn = 32;

    private readonly RadarAccuracy _accuracy;
    private readonly bool _useCodes;
    private readonly Dictionary<SensorKey, int> _indexOf = [];
    private Tracker _tracker;
    private readonly Dictionary<int, RecordedTrack> _live = [];
    private readonly List<RecordedTrack> _finished = [];
    private readonly HashSet<int> _confirmed = [];
    private readonly List<TrackChange> _changes = [];
    private readonly Dictionary<int, List<Plot>>? _plotsOf;
    private SensorDescription[] _sensors;
    private readonly TrackerParameters _parameters;
    private Plot[] _plots = new Plot[64];
    private int[] _trackOf = new int[64];
    private long _states;

    /// <summary>Makes an empty tracker.</summary>
    /// <param name="radars">The radars of the recordings.</param>
    /// <param name="parameters">How to track.</param>
    /// <param name="accuracy">How accurate the plots are.</param>
    /// <param name="useCodes">Whether Mode 3/A codes help to associate; otherwise positions alone decide.</param>
    /// <param name="keepsPlots">Whether the plots of each track are kept, to smooth it afterwards.</param>
    public RecordingTracker(IReadOnlyList<RadarSetup> radars, TrackerParameters parameters, RadarAccuracy accuracy, bool useCodes, bool keepsPlots)
    {
        _plotsOf = keepsPlots ? [] : null;
        _parameters = parameters = parameters with { MeasuresInnovations = true };
        _accuracy = accuracy;
        _useCodes = useCodes;
        for (var index = 0; index < radars.Count; index++) _indexOf.Add(radars[index].Key, index);
        _sensors = [.. radars.Select(static radar => radar.Description())];
        _tracker = new Tracker(parameters, _sensors);
    }

    /// <inheritdoc />
    public long Plots { get; private set; }

    /// <summary>Plots of tracks kept at most; what is oldest is forgotten.</summary>
    public int MostStates { get; init; } = int.MaxValue;

    /// <summary>Plots of tracks that were forgotten.</summary>
    public long ForgottenStates { get; private set; }

    /// <summary>Confirmed tracks now.</summary>
    public int ConfirmedCount => _tracker.ConfirmedCount;

    /// <summary>How far plots lay from where their tracks were expected.</summary>
    public ConsistencyScore Innovations { get; init; } = new(3);

    /// <summary>Plots grouped by code, to compare with.</summary>
    public CodeGroups Groups { get; } = new();

    /// <inheritdoc />
    public IEnumerable<TrackerCounters> Counters => [_tracker.Counters];

    /// <summary>Goes on with other radars: some more, or some of which more is known by now.</summary>
    /// <param name="radars">The radars; those there were keep their places.</param>
    public void Use(IReadOnlyList<RadarSetup> radars)
    {
        for (var index = 0; index < radars.Count; index++) _indexOf[radars[index].Key] = index;
        _sensors = [.. radars.Select(static radar => radar.Description())];
        _tracker = _tracker.WithSensors(_sensors);
    }

    /// <inheritdoc />
    public void Take(ReadOnlySpan<RadarReport> sector, double endS)
    {
        if (_plots.Length < sector.Length)
        {
            _plots = new Plot[2 * sector.Length];
            _trackOf = new int[2 * sector.Length];
        }

        for (var place = 0; place < sector.Length; place++) _plots[place] = Plot(in sector[place], place);
        _trackOf.AsSpan(0, sector.Length).Fill(-1);
        _changes.Clear();
        _tracker.Process(_plots.AsSpan(0, sector.Length), SimTime.FromSeconds(endS), _changes);
        foreach (var change in _changes) Follow(change, sector);
        for (var place = 0; place < sector.Length; place++) Groups.Add(sector[place].TimeS, sector[place].Mode3A ?? -1, _trackOf[place]);
        Plots += sector.Length;
        if (_states - ForgottenStates > MostStates) Forget();
    }

    /// <inheritdoc />
    public void Believe(double timeS, List<BelievedTrack> believed)
    {
        believed.Clear();
        var time = SimTime.FromSeconds(timeS);
        foreach (ref readonly var track in _tracker.Tracks)
        {
            if (track.Status == TrackStatus.Confirmed && _tracker.TryPredict(track.Id, time, out var estimate)) believed.Add(new BelievedTrack(track.Id, estimate, track.LastUpdate.TotalS));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<RecordedTrack> Finish()
    {
        foreach (var track in _live.Values) Keep(track);
        _live.Clear();
        _finished.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return _finished;
    }

    /// <summary>Whether a track was ever confirmed.</summary>
    public bool WasConfirmed(int track) => _confirmed.Contains(track);

    /// <summary>The constant errors of a radar; null when it saw nothing in common with others.</summary>
    public RadarBias? BiasOf(int radar) => _tracker.TryRegister(radar, out var bias) ? bias : null;

    /// <summary>Smooths tracks, when all their plots are known. Plots that a track lost to a better one again are not among its states and are left out.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IReadOnlyList<IReadOnlyList<TrackState>> Smooth(IReadOnlyList<RecordedTrack> tracks, CancellationToken cancellation)
    {
        var smoothed = new List<IReadOnlyList<TrackState>>();
        foreach (var track in tracks)
        {
            cancellation.ThrowIfCancellationRequested();
            var states = track.States;
            var plots = _plotsOf![track.Id].Select(plot => BiasOf(plot.Sensor) is { } bias ? bias.TakenOff(in plot) : plot);
            smoothed.Add([.. TrackSmoother.Smooth(MotionBank.Transport, plots, _sensors, _parameters).Select(state => states[(int)state.PlotId] with
            {
                Position = state.Estimate.Position,
                Velocity = state.Estimate.Velocity,
                PositionSigmaM = state.Estimate.PositionSigmaM,
            })]);
        }

        return smoothed;
    }

    private Plot Plot(in RadarReport report, int place)
    {
        var plot = report.ToPlot(_indexOf[report.Sensor], 0, in _accuracy, place);
        return _useCodes ? plot : plot with { Code = -1, Address = 0 };
    }

    private void Follow(TrackChange change, ReadOnlySpan<RadarReport> sector)
    {
        switch (change.Kind)
        {
            case TrackChangeKind.Started:
                _live.Add(change.TrackId, new RecordedTrack(change.TrackId));
                AddPoint(change, sector);
                break;
            case TrackChangeKind.Updated:
                AddPoint(change, sector);
                break;
            case TrackChangeKind.Confirmed:
                _live[change.TrackId].IsConfirmed = true;
                _confirmed.Add(change.TrackId);
                break;
            case TrackChangeKind.Dropped:
                Keep(_live[change.TrackId]);
                _live.Remove(change.TrackId);
                break;
            default:
                break;
        }
    }

    private void AddPoint(TrackChange change, ReadOnlySpan<RadarReport> sector)
    {
        // A sector is far shorter than a turn, so the state after the call is the state after this plot. A tentative track that split off
        // another starts without a plot, and one that took a plot may have lost it to a better one since.
        if (change.PlotId < 0 || !_tracker.TryGet(change.TrackId, out var track)) return;
        var place = (int)change.PlotId;
        ref readonly var report = ref sector[place];
        _trackOf[place] = change.TrackId;
        if (_plotsOf is not null)
        {
            if (!_plotsOf.TryGetValue(change.TrackId, out var plots)) _plotsOf.Add(change.TrackId, plots = []);
            plots.Add(_plots[place] with { Id = _live[change.TrackId].States.Count });
        }

        if (_tracker.TryIdentify(change.TrackId, out var identity)) _live[change.TrackId].Identity = identity;
        if (track.InnovationValues > 0) Innovations.AddSquared(track.InnovationSquaredRatio, track.InnovationValues);
        var covariance = track.Covariance;
        _states++;
        _live[change.TrackId].Add(new TrackState(
            report.TimeS,
            _indexOf[report.Sensor],
            track.Estimate.Position,
            track.Velocity,
            Math.Sqrt(covariance[0] + covariance[7] + covariance[14]),
            report.Mode3A ?? -1,
            report.IsMode3AReliable,
            report.HeightM ?? double.NaN));
    }

    private void Keep(RecordedTrack track)
    {
        if (track.IsConfirmed)
        {
            _finished.Add(track);
            return;
        }

        _states -= track.States.Count;
        _plotsOf?.Remove(track.Id);
    }

    // A quarter goes at a time: the tracks that ended first, then the beginnings of those that live on.
    private void Forget()
    {
        var ended = 0;
        while (ended < _finished.Count && _states - ForgottenStates > 3L * MostStates / 4) ForgottenStates += _finished[ended++].States.Count;
        _finished.RemoveRange(0, ended);
        if (_states - ForgottenStates <= MostStates) return;
        foreach (var track in _live.Values) ForgottenStates += track.ForgetHalf();
    }
}
