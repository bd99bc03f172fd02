using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Clutter;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// A multi-target tracker for plots of one or several radars. Give it plots as they come, a sector at a time; it answers with what
/// changed. The same calls give the same tracks to the bit. Not safe for use by two threads at once.
/// </summary>
/// <remarks>
/// One call should span at most one look of each sensor, because a track is given at most one plot of a sensor in a call. Once its
/// tables have grown to the size of the traffic, a call allocates nothing (the caller's list of changes apart).
/// </remarks>
public sealed class Tracker
{
    // A plot a confirmed track took, though it is hardly likelier there than as a false one, may be the first of another target.
    private const double WeakClaim = 30;

    // With fewer plots than this other threads are not worth calling.
    private const int FewestForCrew = 32;

    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly SimDuration _lateness;
    private readonly TrackKeeper _keeper;
    private readonly TrackTable _table;

    // Working memory of a call; nothing in it outlives the call.
    private readonly ModePredictor _predictor;
    private readonly Gater _gater;
    private readonly IConfirmedAssociation _associating;
    private readonly ConfirmedAssociation _waiting;
    private readonly TentativeBranches _branches;
    private readonly PlotBatch _batch;
    private readonly WorkCrew? _crew;

    // What is believed of each sensor's false plots.
    private readonly IClutterDensity[] _clutter;

    private SimTime _clock = new(long.MinValue);

    /// <summary>Makes an empty tracker.</summary>
    /// <param name="parameters">The settings.</param>
    /// <param name="sensors">The sensors; <see cref="Plot.Sensor"/> is an index into them.</param>
    /// <exception cref="ArgumentException">A setting or a sensor is out of its range.</exception>
    public Tracker(TrackerParameters parameters, ReadOnlySpan<SensorDescription> sensors)
        : this(parameters, sensors.ToArray(), new TrackTable(sensors.Length))
    {
    }

    private Tracker(TrackerParameters parameters, SensorDescription[] sensors, TrackTable table)
    {
        ParameterCheck.Require(parameters, sensors);
        _parameters = parameters;
        _sensors = sensors;
        _table = table;
        _lateness = SimDuration.FromSeconds(parameters.MaximumLatenessS);
        _predictor = new ModePredictor(parameters);
        var reach = new TrackReach(parameters);
        var late = new LateUpdater(parameters, sensors, _predictor);
        _keeper = new TrackKeeper(parameters, sensors, table, reach, late, parameters.MeasuresInnovations ? new InnovationMeter(parameters, sensors, _predictor) : null);
        _gater = new Gater(parameters, sensors, _predictor, reach);
        var merged = new MergedPlots(parameters, sensors, table, _predictor);
        _associating = parameters.Association == AssociationMethod.MultipleHypothesis
            ? new MultipleHypotheses(parameters, sensors, _keeper, merged)
            : new ConfirmedAssociation(parameters, _keeper, _predictor, merged);

        // Those that wait are not worth several accounts.
        _waiting = _associating as ConfirmedAssociation ?? new ConfirmedAssociation(parameters, _keeper, _predictor, merged);
        _branches = new TentativeBranches(parameters, _keeper);
        _batch = new PlotBatch(sensors, parameters);
        if (_gater.Ahead is { } ahead) _crew = new WorkCrew(parameters.Threads, _batch, ahead.Scenes, ahead.Jobs);
        _clutter = Array.ConvertAll(sensors, sensor => parameters.Clutter == ClutterModel.Map ? new ClutterMap(parameters.FalsePlotProbability, sensor.RevisitPeriodS) : (IClutterDensity)StatedClutter.Instance);
    }

    /// <summary>All tracks, confirmed and tentative, in the order of their numbers. Valid until the next call.</summary>
    public ReadOnlySpan<Track> Tracks => _table.Rows;

    /// <summary>Confirmed tracks held now.</summary>
    public int ConfirmedCount => _table.ConfirmedCount;

    /// <summary>What has been done so far.</summary>
    public TrackerCounters Counters => _keeper.Counters;

    /// <summary>Finds a track by its number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="track">A copy of the track.</param>
    /// <returns>False when there is none such, or no longer.</returns>
    public bool TryGet(int id, out Track track)
    {
        var row = _table.Find(id);
        track = row < 0 ? default : _table.Rows[row];
        return row >= 0;
    }

    /// <summary>Where a track is believed to be at a time, by all its motion models, and how uncertainly.</summary>
    /// <param name="id">The track's number.</param>
    /// <param name="time">The time; one before the newest plot's gives the estimate at that plot.</param>
    /// <param name="estimate">Receives the estimate.</param>
    /// <returns>False when there is no such track, or no longer.</returns>
    public bool TryPredict(int id, SimTime time, out KinematicEstimate estimate)
    {
        var row = _table.Find(id);
        estimate = default;
        if (row < 0) return false;
        if (time <= _table.Rows[row].Belief.Time)
        {
            estimate = _table.Rows[row].Belief;
            return true;
        }

        var begun = default(ModeEstimate);
        _predictor.Predict(in _table.ModesOf(row, ref begun), time, out var predicted);
        ModeMoments.Combine(ref predicted, ref estimate);
        return true;
    }

    /// <summary>What a track is believed to be.</summary>
    /// <param name="id">The track's number.</param>
    /// <param name="identity">Receives the probabilities.</param>
    /// <returns>False when there is no such track, or it was not confirmed yet.</returns>
    public bool TryIdentify(int id, out TrackIdentity identity)
    {
        var row = _table.Find(id);
        identity = default;
        if (row < 0 || !_table.IsJudged(row)) return false;
        identity = _table.IdentityOf(row);
        return true;
    }

    /// <summary>Where a ballistic track came from and where it will strike. It is worked out anew at each call: some milliseconds.</summary>
    /// <param name="id">The track's number.</param>
    /// <param name="report">Receives the places with the ellipses of their errors.</param>
    /// <returns>False when there is no such track, or it is not ballistic.</returns>
    public bool TryForecast(int id, out BallisticReport report) => _keeper.Ballistic.TryReport(id, out report);

    /// <summary>What is known of the constant errors of a radar, from the targets it sees in common with others.</summary>
    /// <param name="sensor">The sensor.</param>
    /// <param name="bias">Receives the errors with their standard errors.</param>
    /// <returns>False when radars are not registered (<see cref="TrackerParameters.EstimatesRegistration"/>) or this one saw nothing in common.</returns>
    public bool TryRegister(int sensor, out RadarBias bias)
    {
        bias = default;
        if (_keeper.Registration is not { } registration || registration.PairsOf(sensor) == 0) return false;
        bias = registration.BiasOf(sensor);
        return true;
    }

    /// <summary>A tracker in the same state, sharing nothing that changes: given the same calls, both go on identically.</summary>
    public Tracker Copy() => Copy(_parameters);

    /// <summary>A tracker in the same state that goes on with other settings: a what-if.</summary>
    /// <param name="parameters">The settings from now on.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public Tracker Copy(TrackerParameters parameters)
    {
        var copy = new Tracker(parameters, _sensors, _table.Copy()) { _clock = _clock };
        copy._keeper.Counters = _keeper.Counters;
        copy._keeper.Ballistic.CopyFrom(_keeper.Ballistic);
        if (copy._keeper.Registration is not null && _keeper.Registration is not null) copy._keeper.Registration = _keeper.Registration.Copy();
        copy._keeper.FirstPlot = _keeper.FirstPlot;
        copy._keeper.FirstSerial = _keeper.FirstSerial;
        if (parameters.Clutter == _parameters.Clutter && parameters.FalsePlotProbability == _parameters.FalsePlotProbability)
        {
            for (var sensor = 0; sensor < _clutter.Length; sensor++) copy._clutter[sensor] = _clutter[sensor].Copy();
        }

        return copy;
    }

    /// <summary>
    /// A tracker in the same state with other sensors: a radar more, or one whose period is known better now. Where radars are registered, that begins anew.
    /// </summary>
    /// <param name="sensors">The sensors; those there were keep their places.</param>
    /// <exception cref="ArgumentException">There are fewer than before, or one is out of its range.</exception>
    public Tracker WithSensors(ReadOnlySpan<SensorDescription> sensors)
    {
        if (sensors.Length < _sensors.Length) throw new ArgumentException($"Expected {_sensors.Length} sensors or more.", nameof(sensors));
        var copy = new Tracker(_parameters, sensors.ToArray(), _table.Copy(sensors.Length)) { _clock = _clock };
        copy._keeper.Counters = _keeper.Counters;
        copy._keeper.Ballistic.CopyFrom(_keeper.Ballistic);
        copy._keeper.FirstPlot = _keeper.FirstPlot;
        copy._keeper.FirstSerial = _keeper.FirstSerial;
        return copy;
    }

    /// <summary>Takes in plots and then moves the clock.</summary>
    /// <param name="plots">Plots of any sensors; within a sensor usually in the order of time. Unusable ones are counted and left out.</param>
    /// <param name="now">When the plots are delivered: the end of the sector. Not before the plots' own times.</param>
    /// <param name="changes">What happened is appended here.</param>
    public void Process(ReadOnlySpan<Plot> plots, SimTime now, List<TrackChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        now = NotBackward(now);
        var oldest = PlotPreparation.IsUsableTime(_clock) ? new SimTime(_clock.Nanoseconds - _lateness.Nanoseconds) : _clock;
        if (_keeper.Registration is { } registration) plots = registration.Correct(plots, now);
        var crew = plots.Length >= FewestForCrew ? _crew : null;
        crew?.Run(0, _batch.Begin(plots));
        _batch.Fill(plots, isAhead: crew is not null, oldest, now, ref _keeper.Counters);
        if (_batch.Count > 0)
        {
            _keeper.FirstPlot = SimTime.Min(_keeper.FirstPlot, _batch.Earliest);
            _table.Reserve(_batch.Count);
            _keeper.AdvanceTo(new SimTime(_batch.Earliest.Nanoseconds - 1), changes);
            var middle = new SimTime((_batch.Earliest.Nanoseconds / 2) + (_batch.Latest.Nanoseconds / 2));
            _table.Places.Aim(_table.Count, middle, (_batch.Latest - middle).TotalS);
        }

        if (crew is not null && _gater.Ahead is { } ahead)
        {
            _table.BeginCall();
            crew.Run(1, ahead.Begin(_table, _batch));
            crew.Run(2, ahead.Cut());
        }

        for (var sensor = 0; sensor < _sensors.Length; sensor++)
        {
            if (!_batch.Select(sensor)) continue;
            Expect(sensor);
            _branches.Begin();
            _gater.Approach(_table, _batch, sensor);
            _gater.Gate(_table, TrackStanding.Confirmed, _batch);
            _associating.Run(_gater, _batch, changes);
            _gater.Gate(_table, TrackStanding.Waiting, _batch);
            _waiting.Run(_gater, _batch, changes);
            _branches.Extend(_gater, _batch, changes);
            StartTracks(changes);
            _branches.Confirm(_keeper.FirstSerial, changes);
            Learn(sensor);
            _keeper.FirstSerial += _batch.Selected.Length;
        }

        _gater.Ahead?.End();
        AdvanceTo(now, changes);
    }

    /// <summary>Moves the clock: looks that have passed without a plot are counted, lost tracks dropped.</summary>
    /// <param name="now">The time; one before an earlier call's changes nothing.</param>
    /// <param name="changes">What happened is appended here.</param>
    public void AdvanceTo(SimTime now, List<TrackChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        _clock = NotBackward(now);
        _keeper.AdvanceTo(_clock, changes);
        _table.RemoveEmptied();
        _keeper.Ballistic.Forget(_table);
    }

    // How dense false plots are where the plots are, as far as earlier looks tell; then the plots themselves tell more.
    private void Expect(int sensor)
    {
        for (var place = 0; place < _batch.Selected.Length; place++) _batch.Excess[place] = _clutter[sensor].LogExcess(in _batch.Selected[place]);
    }

    private void Learn(int sensor)
    {
        for (var place = 0; place < _batch.Selected.Length; place++) _clutter[sensor].Learn(in _batch.Selected[place], 1 / (1 + _batch.Rivals[place]));
    }

    private void StartTracks(List<TrackChange> changes)
    {
        var isFull = _table.ConfirmedCount >= _parameters.MaximumTracks;
        for (var place = 0; place < _batch.Selected.Length; place++)
        {
            var isUsed = _batch.Used[place];
            if (isUsed && (isFull || !(_batch.Rivals[place] is > 0 and < WeakClaim))) continue;
            _branches.Touch(_keeper.Start(in _batch.Selected[place], place, isUsed, _batch.Excess[place], changes));
        }
    }

    private SimTime NotBackward(SimTime now)
    {
        if (now >= _clock) return now;
        _keeper.Counters.BackwardClocks++;
        return _clock;
    }
}
