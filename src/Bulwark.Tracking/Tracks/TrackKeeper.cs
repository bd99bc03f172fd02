using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Tracks;

/// <summary>The tracks and everything that is done to one of them: started, given a plot, split, dropped.</summary>
internal sealed class TrackKeeper
{
    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly SimDuration[] _revisits;
    private readonly SimDuration[] _slacks;
    private readonly MotionModelSet _motion;
    private readonly TrackLife _life;
    private readonly TrackReach _reach;
    private readonly LateUpdater _late;
    private readonly InnovationMeter? _innovations;

    public TrackKeeper(TrackerParameters parameters, SensorDescription[] sensors, TrackTable table, TrackReach reach, LateUpdater late, InnovationMeter? innovations)
    {
        _innovations = innovations;
        _reach = reach;
        _late = late;
        table.History = parameters.UpdatesLateExactly ? table.History ?? new UpdateHistory() : null;
        _parameters = parameters;
        _sensors = sensors;
        Table = table;
        _motion = parameters.EffectiveMotion;
        table.Motion = _motion;
        _life = new TrackLife(parameters);
        Ballistic = new BallisticDesk(parameters, sensors);
        if (parameters.EstimatesRegistration && sensors.Length > 1) Registration = new RegistrationDesk(sensors);
        _revisits = Array.ConvertAll(sensors, sensor => SimDuration.FromSeconds(sensor.RevisitPeriodS));
        _slacks = Array.ConvertAll(sensors, sensor => SimDuration.FromSeconds(sensor.RevisitPeriodS * sensor.LookSlackShare));
    }

    /// <summary>The tracks.</summary>
    public TrackTable Table { get; }

    /// <summary>Who registers the radars; null when that is not asked for or there is only one.</summary>
    public RegistrationDesk? Registration { get; set; }

    /// <summary>Who follows the ballistic ones.</summary>
    public BallisticDesk Ballistic { get; }

    /// <summary>What has been done so far.</summary>
    public TrackerCounters Counters;

    /// <summary>Time of the first plot of all; never while there was none.</summary>
    public SimTime FirstPlot { get; set; } = SimTime.Never;

    /// <summary>Serial number of the first plot selected now.</summary>
    public long FirstSerial { get; set; }

    /// <summary>Place in the batch of the plot of a decision just taken.</summary>
    public int PlaceOf(long decision) => (int)(RecentDecisions.PlotOf(decision) - FirstSerial);

    /// <summary>Counts the looks that have passed without a plot and drops the tracks that missed too many; their rows stay, empty.</summary>
    public void AdvanceTo(SimTime now, List<TrackChange> changes) => _life.AdvanceTo(now, Table, _revisits, ref Counters, changes);

    /// <summary>Whether a tentative track has earned belief.</summary>
    public bool IsDue(ref readonly Track track) => _life.IsDue(in track);

    /// <summary>Confirms a track that has earned it, if there is a place.</summary>
    public void ConfirmIfDue(int row, List<TrackChange> changes)
    {
        ref var track = ref Table.Rows[row];
        _life.ConfirmIfDue(ref track, Table, ref Counters, changes, track.Belief.Time);
        Table.Touch(row);
    }

    /// <summary>Gives a track a plot.</summary>
    public void Take(int row, in PreparedPlot plot, int place, ref readonly ModeEstimate outcome, double logRatio, List<TrackChange> changes)
    {
        if (plot.Plot.Time < Table.Rows[row].Belief.Time) Counters.OutOfSequencePlots++;
        Try(row, in plot, place, in outcome, logRatio);
        Settle(row, in plot, changes);
    }

    /// <summary>Notes that the plot an account of a track was just given may be that of another track too.</summary>
    /// <param name="row">The row.</param>
    /// <param name="sharedBefore">What shared plots said before.</param>
    /// <param name="logRatio">What this one says.</param>
    public void Share(int row, double sharedBefore, double logRatio)
    {
        ref var track = ref Table.Rows[row];
        track.SharedLogRatio = sharedBefore + logRatio;
        track.InnovationValues = 0;
        Table.History?.Forget(track.Slot);
    }

    /// <summary>Gives an account of a track a plot, without telling anybody yet.</summary>
    public void Try(int row, in PreparedPlot plot, int place, ref readonly ModeEstimate outcome, double logRatio)
    {
        ref var track = ref Table.Rows[row];
        var time = plot.Plot.Time;
        _life.Survive(ref track, Math.Min((time - track.Belief.Time).TotalS, (time - track.LastMiss).TotalS));
        track.LogOdds += logRatio;
        track.SharedLogRatio = 0;
        track.Recent.Push(FirstSerial + place, logRatio);
        ref var modes = ref Table.ModesOf(row);
        if (_innovations is not null) Measure(ref track, in modes, in plot, in outcome);
        var motion = modes.MotionOf;
        var doubt = modes.Doubt;
        if (time >= track.Belief.Time)
        {
            doubt = motion > 0 && outcome.MotionOf == 0 ? ClassMotion.DoubtPlots : (byte)Math.Max(0, doubt - 1);
            if (doubt > 0) motion = 0;
            modes.MotionOf = outcome.MotionOf;
        }
        if (Table.History is { } history) Remember(history, in track, in modes, in plot);
        if (track.Hits == 1 && _parameters.Start == StartMethod.TwoPoint
            && TwoPointInitiator.TryStart(in track.Belief, in plot, _sensors[plot.Plot.Sensor].Frame, _parameters, out var begun))
        {
            ModeMoments.Spread(in begun, _motion, out modes);
        }
        else
        {
            // What did not fit the class, or was before its time, changes nothing about what comes.
            modes = outcome;
            modes.Doubt = doubt;
            modes.MotionOf = motion;
        }

        ModeMoments.Combine(ref modes, ref track.Belief);
        Credit(row, in plot.Plot);
    }

    /// <summary>The plot a track has just been given is its own, as far as is known: what follows from that, and telling it.</summary>
    public void Settle(int row, in PreparedPlot plot, List<TrackChange> changes)
    {
        ref var track = ref Table.Rows[row];
        if (track.Status == TrackStatus.Confirmed)
        {
            Identify(row, ref track, ref Table.ModesOf(row), in plot);
            Registration?.Take(in track, plot.Plot);
            if (track.IsBallistic) Sum(row, ref track);
        }

        changes.Add(new TrackChange(TrackChangeKind.Updated, track.Id, plot.Plot.Time, plot.Plot.Id));
    }

    /// <summary>Starts a tentative track at a plot.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="place">Its place in the batch.</param>
    /// <param name="isShared">Whether a confirmed track took the plot already, without much reason.</param>
    /// <param name="logExcess">ln of the density of false plots there over the stated one.</param>
    /// <param name="changes">What happened is appended here.</param>
    /// <returns>Its row.</returns>
    public int Start(in PreparedPlot plot, int place, bool isShared, double logExcess, List<TrackChange> changes)
    {
        var row = Table.Add();
        ref var track = ref Table.Rows[row];
        track.Belief = OnePointInitiator.Start(in plot, _sensors[plot.Plot.Sensor].Frame, _parameters);
        track.FirstTime = plot.Plot.Time;
        track.IsVelocityOpen = !plot.Plot.HasRangeRate;
        track.StartSpeedMPerS = OnePointInitiator.SpeedLimitMPerS(in plot, _parameters);
        track.LogOdds = _life.FirstLogOdds(NewTargetLogOdds(plot.Plot) - logExcess);
        track.Recent.Push(FirstSerial + place, Math.Max(0, track.LogOdds));
        Credit(row, in plot.Plot);
        if (isShared) Counters.Branched++;
        else Counters.Started++;
        changes.Add(new TrackChange(TrackChangeKind.Started, track.Id, plot.Plot.Time, plot.Plot.Id));
        return row;
    }

    /// <summary>Makes a second track of the same past: another hypothesis about it.</summary>
    /// <returns>Its row.</returns>
    public int Split(int row, List<TrackChange> changes)
    {
        var copy = Table.AddCopy(row);
        ref readonly var track = ref Table.Rows[copy];
        Counters.Branched++;
        changes.Add(new TrackChange(TrackChangeKind.Started, track.Id, track.Belief.Time, -1));
        return copy;
    }

    /// <summary>Gives a track up; its row stays, empty, until the clock moves.</summary>
    public void Drop(int row, SimTime time, List<TrackChange> changes)
    {
        ref var track = ref Table.Rows[row];
        changes.Add(new TrackChange(TrackChangeKind.Dropped, track.Id, time, -1));
        Counters.Dropped++;
        Table.Empty(row);
    }

    private void Measure(ref Track track, ref readonly ModeEstimate modes, in PreparedPlot plot, ref readonly ModeEstimate outcome)
    {
        track.InnovationValues = 0;
        track.InnovationSquaredRatio = 0;
        if (track.Status == TrackStatus.Tentative || plot.Plot.Time < track.Belief.Time) return;
        track.InnovationValues = _innovations!.Measure(in modes, modes.MotionOf > 0 && outcome.MotionOf == 0, in plot, out var squared);
        track.InnovationSquaredRatio = squared;
    }

    // Late plots say nothing new about what a track is.
    private void Identify(int row, ref Track track, ref ModeEstimate modes, in PreparedPlot plot)
    {
        ref var identity = ref Table.IdentityOf(row);
        if (plot.Plot.Time < track.Belief.Time) return;
        var isSolid = plot.Vertical != VerticalMeasure.None;
        ClassBayes.Update(ref identity, in track.Belief, plot.Plot.Replied, _sensors[plot.Plot.Sensor].HearsReplies, isSolid);
        Ballistic.Take(ref track, in identity, ref modes, in plot);
        if (_parameters.ClassMotion is { } motion) modes.MotionOf = track.IsBallistic || modes.Doubt > 0 ? (byte)0 : (byte)motion.Settle(in identity, modes.MotionOf);
    }

    // What a track remembers of a plot besides its place.
    private void Credit(int row, in Plot plot)
    {
        ref var track = ref Table.Rows[row];
        track.Hits++;
        Sum(row, ref track);
        track.ConsecutiveMisses = 0;
        track.LastSensor = plot.Sensor;
        track.LastPlotId = plot.Id;
        ref var next = ref Table.NextLookOf(row);
        next = track.Belief.Time + _revisits[plot.Sensor] + _slacks[plot.Sensor];
        Table.EarliestDue = SimTime.Min(Table.EarliestDue, next);
        if (plot.Replied) track.Replies++;
        if (!double.IsNaN(plot.EchoDbSm)) track.EchoDbSm += (plot.EchoDbSm - track.EchoDbSm) / ++track.Echoes;
        if (plot.Code >= 0) track.Code = plot.Code;
        if (plot.Address > 0) track.Address = plot.Address;
        Table.LooksOf(row)[plot.Sensor] = plot.Time;
    }

    // What a first or second plot made, and what follows a ballistic path, is not done again.
    private void Remember(UpdateHistory history, ref readonly Track track, ref readonly ModeEstimate before, in PreparedPlot plot)
    {
        if (before.IsBallistic || (plot.Plot.Time < track.Belief.Time && !_late.TryRemember(history, track.Slot, in plot))) history.Forget(track.Slot);
        else if (plot.Plot.Time >= track.Belief.Time && track.Hits > 1) history.Push(track.Slot, in before, in plot);
    }

    private void Sum(int row, ref Track track)
    {
        Table.Touch(row);
        track.PositionSigmaM = track.Belief.PositionSigmaM;
        track.VelocitySigmaMPerS = track.Belief.VelocitySigmaMPerS;
        track.SpeedMPerS = track.Belief.Velocity.Length;
        _reach.Note(Table.Places, row, in track);
    }

    // Targets unknown at the first look that were not seen then are found by the next ones.
    private double NewTargetLogOdds(Plot plot)
    {
        var looks = Math.Clamp((plot.Time - FirstPlot).TotalS / _sensors[plot.Sensor].RevisitPeriodS, 0, 100);
        var first = _parameters.FirstLookTargetShare / (1 - _parameters.FirstLookTargetShare);
        var later = _parameters.NewTargetShare / (1 - _parameters.NewTargetShare);
        return Math.Log(later + (first * Math.Pow(1 - _parameters.DetectionProbability, Math.Floor(looks))));
    }
}
