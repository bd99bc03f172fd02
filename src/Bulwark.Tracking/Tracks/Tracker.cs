using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;

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
    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly SimDuration[] _revisits;
    private readonly SimDuration[] _slacks;
    private readonly MotionModelSet _motion;
    private readonly ModePredictor _predictor;
    private readonly TrackLife _life;
    private readonly SimDuration _lateness;
    private readonly TrackTable _table;

    // Working memory of a call; nothing in it outlives the call.
    private readonly Gater _gater;
    private readonly GlobalNearestNeighbour _associator = new();
    private readonly PlotBatch _batch;
    private int[] _plotOfTrack = [];

    private SimTime _clock = new(long.MinValue);
    private SimTime _firstPlot = SimTime.Never;
    private TrackerCounters _counters;

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
        _revisits = Array.ConvertAll(sensors, sensor => SimDuration.FromSeconds(sensor.RevisitPeriodS));
        _slacks = Array.ConvertAll(sensors, sensor => SimDuration.FromSeconds(sensor.RevisitPeriodS * sensor.LookSlackShare));
        _lateness = SimDuration.FromSeconds(parameters.MaximumLatenessS);
        _motion = parameters.EffectiveMotion;
        _predictor = new ModePredictor(_motion, parameters.ManoeuvreTimeS);
        _life = new TrackLife(parameters);
        _gater = new Gater(parameters, _predictor);
        _batch = new PlotBatch(sensors, parameters);
    }

    /// <summary>All tracks, confirmed and tentative, in the order of their numbers. Valid until the next call.</summary>
    public ReadOnlySpan<Track> Tracks => _table.Rows;

    /// <summary>Confirmed tracks held now.</summary>
    public int ConfirmedCount => _table.ConfirmedCount;

    /// <summary>What has been done so far.</summary>
    public TrackerCounters Counters => _counters;

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

        _predictor.Predict(in _table.ModesOf(row), time, out var predicted);
        ModeMoments.Combine(ref predicted, ref estimate);
        return true;
    }

    /// <summary>A tracker in the same state, sharing nothing that changes: given the same calls, both go on identically.</summary>
    public Tracker Copy() => Copy(_parameters);

    /// <summary>A tracker in the same state that goes on with other settings: a what-if.</summary>
    /// <param name="parameters">The settings from now on.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public Tracker Copy(TrackerParameters parameters) => new(parameters, _sensors, _table.Copy()) { _clock = _clock, _firstPlot = _firstPlot, _counters = _counters };

    /// <summary>Takes in plots and then moves the clock.</summary>
    /// <param name="plots">Plots of any sensors; within a sensor usually in the order of time. Unusable ones are counted and left out.</param>
    /// <param name="now">When the plots are delivered: the end of the sector. Not before the plots' own times.</param>
    /// <param name="changes">What happened is appended here.</param>
    public void Process(ReadOnlySpan<Plot> plots, SimTime now, List<TrackChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        now = NotBackward(now);
        var oldest = PlotPreparation.IsUsableTime(_clock) ? new SimTime(_clock.Nanoseconds - _lateness.Nanoseconds) : _clock;
        _batch.Fill(plots, oldest, now, ref _counters);
        if (_batch.Count > 0) _firstPlot = SimTime.Min(_firstPlot, _batch.Earliest);
        if (_batch.Count > 0) _life.AdvanceTo(new SimTime(_batch.Earliest.Nanoseconds - 1), _table, _revisits, ref _counters, changes);
        for (var sensor = 0; sensor < _sensors.Length; sensor++)
        {
            if (!_batch.Select(sensor)) continue;
            Associate(sensor, TrackStatus.Confirmed, changes);
            Associate(sensor, TrackStatus.Tentative, changes);
            StartTracks(changes);
        }

        AdvanceTo(now, changes);
    }

    /// <summary>Moves the clock: looks that have passed without a plot are counted, lost tracks dropped.</summary>
    /// <param name="now">The time; one before an earlier call's changes nothing.</param>
    /// <param name="changes">What happened is appended here.</param>
    public void AdvanceTo(SimTime now, List<TrackChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        _clock = NotBackward(now);
        _life.AdvanceTo(_clock, _table, _revisits, ref _counters, changes);
    }

    private void Associate(int sensor, TrackStatus status, List<TrackChange> changes)
    {
        var description = _sensors[sensor];
        _gater.Gate(_table, status, _batch.Selected, _batch.Used, description, new SimDuration(_revisits[sensor].Nanoseconds / 2));
        if (_gater.Hypotheses.IsEmpty) return;
        if (_plotOfTrack.Length < _table.Count) _plotOfTrack = new int[2 * _table.Count];
        _associator.Solve(_gater.Hypotheses, _table.Count, _batch.Selected.Length, _plotOfTrack);
        _counters.GreedyClusters += _associator.GreedyClusters;
        foreach (ref readonly var hypothesis in _gater.Hypotheses)
        {
            if (_plotOfTrack[hypothesis.Track] == hypothesis.Plot) _plotOfTrack[hypothesis.Track] = -2 - hypothesis.Outcome;
        }

        for (var row = 0; row < _table.Count; row++)
        {
            if (_plotOfTrack[row] < -1) Update(row, in _gater.Hypotheses[-2 - _plotOfTrack[row]], changes);
        }
    }

    private void Update(int row, in Hypothesis hypothesis, List<TrackChange> changes)
    {
        var place = hypothesis.Plot;
        ref readonly var plot = ref _batch.Selected[place];
        ref var track = ref _table.Rows[row];
        var time = plot.Plot.Time;
        if (time < track.Belief.Time) _counters.OutOfSequencePlots++;
        _life.Survive(ref track, Math.Min((time - track.Belief.Time).TotalS, (time - track.LastMiss).TotalS));
        track.LogOdds += _gater.LogRatioOf(in hypothesis);
        ref var modes = ref _table.ModesOf(row);
        modes = _gater.OutcomeOf(in hypothesis);
        ModeMoments.Combine(ref modes, ref track.Belief);

        _batch.Used[place] = true;
        if (track.Status == TrackStatus.Confirmed) _counters.ConfirmedUpdates++;
        else _counters.TentativeUpdates++;
        Credit(row, plot.Plot);
        changes.Add(new TrackChange(TrackChangeKind.Updated, track.Id, time, plot.Plot.Id));
        _life.ConfirmIfDue(ref track, _table, ref _counters, changes, time);
    }

    private void StartTracks(List<TrackChange> changes)
    {
        for (var place = 0; place < _batch.Selected.Length; place++)
        {
            if (_batch.Used[place]) continue;
            ref readonly var plot = ref _batch.Selected[place];
            var row = _table.Add();
            ref var track = ref _table.Rows[row];
            track.Belief = OnePointInitiator.Start(in plot, _sensors[plot.Plot.Sensor].Frame, _parameters);
            ModeMoments.Spread(in track.Belief, _motion, out _table.ModesOf(row));
            track.FirstTime = plot.Plot.Time;
            track.LogOdds = NewTargetLogOdds(plot.Plot);
            Credit(row, plot.Plot);
            _counters.Started++;
            changes.Add(new TrackChange(TrackChangeKind.Started, track.Id, plot.Plot.Time, plot.Plot.Id));
            _life.ConfirmIfDue(ref track, _table, ref _counters, changes, plot.Plot.Time);
        }
    }

    // What a track remembers of a plot besides its place.
    private void Credit(int row, Plot plot)
    {
        ref var track = ref _table.Rows[row];
        var revisit = _revisits[plot.Sensor];
        track.PositionSigmaM = track.Belief.PositionSigmaM;
        track.VelocitySigmaMPerS = track.Belief.VelocitySigmaMPerS;
        track.SpeedMPerS = track.Belief.Velocity.Length;
        track.Hits++;
        track.ConsecutiveMisses = 0;
        track.LastSensor = plot.Sensor;
        track.LastPlotId = plot.Id;
        track.NextLookDue = track.Belief.Time + new SimDuration(revisit.Nanoseconds + _slacks[plot.Sensor].Nanoseconds);
        _table.EarliestDue = SimTime.Min(_table.EarliestDue, track.NextLookDue);
        if (plot.Replied) track.Replies++;
        if (plot.Code >= 0) track.Code = plot.Code;
        _table.LooksOf(row)[plot.Sensor] = plot.Time;
    }

    // Targets unknown at the first look that were not seen then are found by the next ones.
    private double NewTargetLogOdds(Plot plot)
    {
        var looks = Math.Clamp((plot.Time - _firstPlot).TotalS / _sensors[plot.Sensor].RevisitPeriodS, 0, 100);
        var first = _parameters.FirstLookTargetShare / (1 - _parameters.FirstLookTargetShare);
        var later = _parameters.NewTargetShare / (1 - _parameters.NewTargetShare);
        return Math.Log(later + (first * Math.Pow(1 - _parameters.DetectionProbability, Math.Floor(looks))));
    }

    private SimTime NotBackward(SimTime now)
    {
        if (now >= _clock) return now;
        _counters.BackwardClocks++;
        return _clock;
    }
}
