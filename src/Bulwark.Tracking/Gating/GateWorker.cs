using Bulwark.Core.Earth;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Judges tracks against plots: first by distance, then by the chi-square gate on the innovation of each remaining pair. What comes out depends on the track and the
/// plots alone; each thread has a worker of its own.
/// Source: Blackman and Popoli (1999), section 6.3.
/// </summary>
internal sealed class GateWorker
{
    // Plots this far from the middle of their times are tested by the exact gate alone, seconds.
    private const double LargestHalfSpanS = 0.2;

    // Below so many plots near a track the quick test costs more than it saves.
    private const int FewestForQuickTest = 3;

    // Logarithms of how much likelier an address is from its own aircraft than by chance, and of how rarely one is wrong: it carries parity.
    private const double SameAddress = 10;
    private const double WrongAddress = -25;

    private readonly TrackerParameters _parameters;
    private readonly ModePredictor _predictor;
    private readonly LateUpdater _late;
    private readonly double[] _thresholds;
    private readonly BegunBound _bound;
    private readonly double[] _doubts = new double[5];
    private readonly int _number;
    private readonly int _workers;
    private int[] _near = [];
    private ModeEstimate _predicted;
    private ModeEstimate _begun;
    private int _predictedTrack;
    private ModeGate _gate;

    /// <summary>Makes a worker.</summary>
    /// <param name="parameters">The tracker's settings.</param>
    /// <param name="sensors">Its sensors.</param>
    /// <param name="predictor">A predictor that nobody else uses at the same time.</param>
    /// <param name="thresholds">Squared distance that the gate allows, by dimension.</param>
    /// <param name="number">Number of the worker.</param>
    /// <param name="workers">Number of workers; outcomes are numbered through all of them.</param>
    public GateWorker(TrackerParameters parameters, SensorDescription[] sensors, ModePredictor predictor, double[] thresholds, int number, int workers)
    {
        _parameters = parameters;
        _predictor = predictor;
        _late = new LateUpdater(parameters, sensors, predictor);
        _thresholds = thresholds;
        _bound = new BegunBound(parameters);
        for (var dimension = 1; dimension <= 4; dimension++) _doubts[dimension] = ChiSquareGate.Threshold(Math.Min(parameters.GateProbability, ClassMotion.KeptProbability), dimension);
        (_number, _workers) = (number, workers);
    }

    /// <summary>The outcomes of the pairs found.</summary>
    public OutcomeStore Outcomes { get; } = new();

    /// <summary>Finds the pairs of one track.</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="candidate">Which one.</param>
    /// <param name="scene">The plots' scene.</param>
    /// <param name="plots">The plots.</param>
    /// <param name="without">Plots that are not to be looked at; may be empty.</param>
    /// <param name="sink">Receives the pairs.</param>
    public void Judge<TSink>(TrackTable table, in GateCandidate candidate, GateScene scene, ReadOnlySpan<PreparedPlot> plots, ReadOnlySpan<bool> without, ref TSink sink)
        where TSink : struct, IPairSink, allows ref struct
    {
        var row = candidate.Row;
        ref readonly var area = ref scene.Area;
        ref var track = ref table.Rows[row];
        var reachM = candidate.ReachM + area.LargestPlotReachM;
        var centre = NearlyConstantVelocity.PositionAt(in track.Belief, area.Middle);
        var found = scene.Grid.Query(centre.X, centre.Y, centre.Z, reachM, ref _near);
        if (found == 0) return;
        _predictedTrack = 0;
        ref readonly var modes = ref table.ModesOf(row, ref _begun);
        var isQuick = area.Middle > modes.Time && found >= FewestForQuickTest && area.HalfSpanS <= LargestHalfSpanS;
        if (isQuick)
        {
            _predictor.PredictByOwn(in modes, area.Middle, out _predicted);
            _predictedTrack = track.Id;
            _gate.Prepare(in _predicted, scene.Sensor.Frame.Local.OriginEcefM, area.Noise, reachM);
        }

        for (var n = 0; n < found; n++)
        {
            var place = _near[n];
            ref readonly var plot = ref plots[place];
            if (!without.IsEmpty && without[place]) continue;
            var sinceLook = plot.Plot.Time - table.LooksOf(row)[plot.Plot.Sensor];
            if (sinceLook < scene.ShortestRevisit && Core.Timing.SimDuration.Zero - sinceLook < scene.ShortestRevisit) continue;
            if (isQuick && plot.IsCentred && !_gate.MayTake(plot.Position, _thresholds[3])) continue;
            if (!MayPair(in track, in plot, place, ref sink)) continue;
            if (!TryPair(table, in track, in modes, row, in plot, place, scene, out var pair) || !sink.Take(in pair)) continue;
            Outcomes.Keep();
        }
    }

    // Most plots near a young track are others' without doubt.
    private bool MayPair<TSink>(ref readonly Track track, in PreparedPlot plot, int place, ref TSink sink)
        where TSink : struct, IPairSink, allows ref struct
    {
        if (!sink.MayTake(in plot, place, 0)) return false;
        return track.Slot >= 0 || !track.IsVelocityOpen || !plot.IsCentred || sink.MayTake(in plot, place, _bound.LogLikelihood(in track, in plot));
    }

    private bool TryPair(TrackTable table, ref readonly Track track, ref readonly ModeEstimate modes, int row, in PreparedPlot plot, int place, GateScene scene, out GatedPair pair)
    {
        pair = default;

        // A young track has nothing but its code to tell it from its neighbours.
        var isCodeOther = plot.Plot.Code >= 0 && track.Code >= 0 && plot.Plot.Code != track.Code;
        if (isCodeOther && track.Standing == TrackStanding.Tentative) return false;
        if (plot.Plot.Address > 0 && track.Address > 0 && plot.Plot.Address != track.Address && track.Standing == TrackStanding.Tentative) return false;

        ref var outcome = ref Outcomes.Next();
        var evidence = 0.0;
        if (plot.Plot.Time < modes.Time && track.Slot >= 0 && table.History is { } history && !modes.IsBallistic
            && _late.TryUpdate(history, track.Slot, in plot, out outcome, out var likelihood, out var distanceSquared))
        {
            var dimension = plot.Vertical == VerticalMeasure.None ? 2 : 3;
            if (distanceSquared > _thresholds[plot.Plot.HasRangeRate ? dimension + 1 : dimension]) return false;
            if (plot.Plot.HasRangeRate) evidence = RateEvidence(in plot);
        }
        else if (!TryUpdate(ref outcome, in track, in modes, in plot, scene, out likelihood, ref evidence))
        {
            return false;
        }

        if (plot.Plot.Address > 0 && track.Address > 0) evidence += plot.Plot.Address == track.Address ? SameAddress : WrongAddress;
        pair = new GatedPair(row, place, Math.Log(likelihood), evidence, isCodeOther, (Outcomes.Count * _workers) + _number);
        return true;
    }

    // Predicts the track to the plot and corrects it; false when the plot is out of reach. What the class of the target does not do is done by the tracker's own motion.
    private bool TryUpdate(
        ref ModeEstimate outcome, ref readonly Track track, ref readonly ModeEstimate modes, in PreparedPlot plot, GateScene scene, out double likelihood, ref double evidence)
    {
        if (modes.MotionOf > 0)
        {
            _predictor.Predict(in modes, plot.Plot.Time, out outcome);
            if (TryCorrect(ref outcome, in plot, scene.Sensor.Frame, _doubts, out likelihood, ref evidence)) return true;
        }

        if (plot.Plot.Time == _predicted.Time && _predictedTrack == track.Id) outcome = _predicted;
        else _predictor.PredictByOwn(in modes, plot.Plot.Time, out outcome);
        return TryCorrect(ref outcome, in plot, scene.Sensor.Frame, _thresholds, out likelihood, ref evidence);
    }

    private bool TryCorrect(ref ModeEstimate outcome, in PreparedPlot plot, SensorFrame frame, double[] thresholds, out double likelihood, ref double evidence)
    {
        Linearization measurement;
        if (plot.IsCentred && plot.Plot.Time == outcome.Time) plot.SeenFrom(outcome.Position, out measurement);
        else MeasurementModel.Linearize(in plot, frame, in outcome, _parameters, out measurement);
        if (!ModeUpdater.TryUpdate(ref outcome, in measurement, out likelihood, out var distanceSquared)) return false;
        if (distanceSquared > thresholds[measurement.Dimension]) return false;
        if (plot.Plot.HasRangeRate && plot.Plot.Time == outcome.Time)
        {
            // A late plot's rate is left out: the velocity then is not that of now.
            var rate = new RangeRate(in plot, frame.Local.OriginEcefM, outcome.Position, outcome.Velocity);
            if (!rate.TryUpdate(ref outcome, ref likelihood, ref distanceSquared) || distanceSquared > thresholds[measurement.Dimension + 1]) return false;
            evidence = RateEvidence(in plot);
        }

        return true;
    }

    // False plots have any rate that a target may have.
    private double RateEvidence(in PreparedPlot plot) => Math.Log(2 * _parameters.MaximumSpeedMPerS / (Math.Sqrt(2 * Math.PI) * plot.Plot.RangeRateSigmaMPerS));
}
