using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Finds which plots may belong to which tracks: first by distance, from a grid of the tracks near the plots, then by the chi-square
/// gate on the innovation of each remaining pair.
/// Source: Blackman and Popoli (1999), sections 6.3 (gates) and 6.2.3 (score of a pair).
/// </summary>
internal sealed class Gater
{
    // Plots this far from the middle of their times are tested by the exact gate alone, seconds.
    private const double LargestHalfSpanS = 0.2;

    // Below so many plots near a track the quick test costs more than it saves.
    private const int FewestForQuickTest = 3;

    // Outcomes are large: they are kept in blocks, so that growing moves none of them and no block counts as a large object of the collector.
    private const int BlockBits = 5;
    private const int BlockLength = 1 << BlockBits;

    // Logarithms of how much likelier an address is from its own aircraft than by chance, and of how rarely one is wrong: it carries parity.
    private const double SameAddress = 10;
    private const double WrongAddress = -25;

    private readonly TrackerParameters _parameters;
    private readonly ModePredictor _predictor;
    private readonly TrackReach _reach;
    private readonly LateUpdater _late;
    private UpdateHistory? _history;
    private readonly double[] _thresholds = new double[5];
    private readonly double _missCost;
    private readonly double _codeCost;
    private readonly double _hitScore;
    private readonly SpatialGrid _grid = new();
    private int[] _near = [];
    private double[] _reachM = [];
    private int[] _candidates = [];
    private int[] _approached = [];
    private int _approachedCount;
    private bool _isAnyWaiting;
    private PlotArea _area;
    private SensorFrame? _frame;
    private SimDuration _shortestRevisit;
    private Hypothesis[] _hypotheses = new Hypothesis[BlockLength];
    private ModeEstimate[][] _outcomes = [new ModeEstimate[BlockLength]];
    private int _outcomeBlocks = 1;
    private double[] _likelihoods = new double[BlockLength];
    private ModeEstimate _predicted;
    private int _predictedRow = -1;
    private ModeGate _gate;
    private int _count;

    public Gater(TrackerParameters parameters, ModePredictor predictor, TrackReach reach, LateUpdater late)
    {
        _late = late;
        _parameters = parameters;
        _predictor = predictor;
        _reach = reach;
        for (var dimension = 1; dimension <= 4; dimension++) _thresholds[dimension] = ChiSquareGate.Threshold(parameters.GateProbability, dimension);

        // Score of a pair: Pd N(residual; S) against (1 - Pd) times the density of other plots, that density counted per cell
        // (2 pi)^(n/2) |R|^(1/2), so that the units of the measured values and the factors of pi drop out.
        var detection = parameters.DetectionProbability;
        _missCost = -2 * Math.Log((1 - detection) * parameters.FalsePlotProbability / detection);
        _hitScore = Math.Log(detection / parameters.FalsePlotProbability);
        _codeCost = -2 * Math.Log(parameters.CodeChangeProbability);
    }

    /// <summary>The gated pairs of the last call.</summary>
    public ReadOnlySpan<Hypothesis> Hypotheses => _hypotheses.AsSpan(0, _count);

    /// <summary>The estimate of a pair's track once it has taken the pair's plot.</summary>
    public ref readonly ModeEstimate OutcomeOf(in Hypothesis hypothesis) => ref OutcomeAt(hypothesis.Outcome);

    /// <summary>How much likelier the pair's plot is as that of its track than as a false one.</summary>
    public double LogRatioOf(in Hypothesis hypothesis) => _likelihoods[hypothesis.Outcome];

    /// <summary>Finds the tracks of any standing that may be met by the plots of a sensor: the first step of gating.</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="batch">The plots, all of the same sensor.</param>
    /// <param name="sensor">The sensor; less than its shortest revisit since its last plot of a track belongs to the same look.</param>
    public void Approach(TrackTable table, PlotBatch batch, SensorDescription sensor)
    {
        _frame = sensor.Frame;
        _shortestRevisit = SimDuration.FromSeconds(sensor.ShortestRevisitS);
        _area = PlotArea.Of(batch.Selected, sensor.Frame.Local.OriginEcefM, _thresholds[3]);
        if (_approached.Length < table.Count) (_approached, _candidates, _reachM) = (new int[2 * table.Count], new int[2 * table.Count], new double[2 * table.Count]);
        _isAnyWaiting = false;
        _approachedCount = table.Places.Near(table.Count, in _area, _approached);
    }

    /// <summary>Gates the plots approached against the tracks of one standing (confirmed: with their alternatives); none may have been started or dropped since.</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="standing">Which of them.</param>
    /// <param name="batch">The plots; what others have taken is not offered to tracks that wait, nor to any hypothesis while no place is free.</param>
    public void Gate(TrackTable table, TrackStanding standing, PlotBatch batch)
    {
        _count = 0;
        _predictedRow = 0;

        // The confirmed ones come first: in passing it was seen whether any waits.
        if (standing == TrackStanding.Waiting && !_isAnyWaiting) return;
        var takesLeftovers = standing == TrackStanding.Waiting || (standing == TrackStanding.Tentative && table.ConfirmedCount >= _parameters.MaximumTracks);
        _history = table.History;
        var frame = _frame ?? throw new InvalidOperationException("Approach comes first.");
        ReadOnlySpan<PreparedPlot> plots = batch.Selected;
        ref readonly var area = ref _area;
        var rows = Candidates(table, standing);
        if (rows == 0) return;
        FillGrid(plots, rows, in area);

        for (var k = 0; k < rows; k++)
        {
            var row = _candidates[k];
            ref var track = ref table.Rows[row];
            ref var modes = ref table.ModesOf(row);
            var reachM = _reachM[k] + area.LargestPlotReachM;
            var centre = NearlyConstantVelocity.PositionAt(in track.Belief, area.Middle);
            var found = _grid.Query(centre.X, centre.Y, centre.Z, reachM, ref _near);
            if (found == 0) continue;
            var late = area.Middle <= modes.Time;
            var isQuick = !late && found >= FewestForQuickTest && area.HalfSpanS <= LargestHalfSpanS;
            if (isQuick)
            {
                _predictor.Predict(in modes, area.Middle, out _predicted);
                _predictedRow = track.Id;
                _gate.Prepare(in _predicted, frame.Local.OriginEcefM, area.Noise, reachM);
            }

            for (var n = 0; n < found; n++)
            {
                ref readonly var plot = ref plots[_near[n]];
                if (takesLeftovers && batch.Used[_near[n]]) continue;
                var sinceLook = plot.Plot.Time - table.LooksOf(row)[plot.Plot.Sensor];
                if (sinceLook < _shortestRevisit && SimDuration.Zero - sinceLook < _shortestRevisit) continue;
                if (isQuick && plot.IsCentred && !_gate.MayTake(plot.Position, _thresholds[3])) continue;
                Judge(in track, in modes, row, in plot, _near[n], batch.Rivals[_near[n]], batch.Excess[_near[n]], frame);
            }
        }
    }

    private void Judge(ref readonly Track track, ref readonly ModeEstimate modes, int row, in PreparedPlot plot, int place, double rivals, double excess, SensorFrame frame)
    {
        var cost = (2 * excess) - _missCost;
        if (plot.Plot.Code >= 0 && track.Code >= 0 && plot.Plot.Code != track.Code)
        {
            // A young track has nothing but its code to tell it from its neighbours.
            if (track.Standing == TrackStanding.Tentative) return;
            cost += _codeCost;
        }

        if (plot.Plot.Address > 0 && track.Address > 0 && plot.Plot.Address != track.Address && track.Standing == TrackStanding.Tentative) return;

        if (_count == _hypotheses.Length)
        {
            Array.Resize(ref _hypotheses, 2 * _count);
            Array.Resize(ref _likelihoods, 2 * _count);
        }

        // Outcomes take most of a tracker's memory after the beliefs: there are as many as were ever needed, and no more.
        if (_count == _outcomeBlocks * BlockLength)
        {
            if (_outcomeBlocks == _outcomes.Length) Array.Resize(ref _outcomes, 2 * _outcomeBlocks);
            _outcomes[_outcomeBlocks++] = new ModeEstimate[BlockLength];
        }

        ref var outcome = ref OutcomeAt(_count);
        var evidence = 0.0;
        if (plot.Plot.Time < modes.Time && _history is not null && !modes.IsBallistic
            && _late.TryUpdate(_history, track.Slot, in plot, out outcome, out var likelihood, out var distanceSquared))
        {
            var dimension = plot.Vertical == VerticalMeasure.None ? 2 : 3;
            if (distanceSquared > _thresholds[plot.Plot.HasRangeRate ? dimension + 1 : dimension]) return;
            if (plot.Plot.HasRangeRate) evidence = RateEvidence(in plot);
        }
        else if (!TryUpdate(ref outcome, in track, in modes, in plot, frame, out likelihood, ref evidence))
        {
            return;
        }

        if (plot.Plot.Address > 0 && track.Address > 0) evidence += plot.Plot.Address == track.Address ? SameAddress : WrongAddress;
        cost -= 2 * evidence;
        var logRatio = Math.Log(likelihood) + _hitScore + evidence - excess;
        if (rivals > 0)
        {
            var shared = Math.Log(1 + rivals);
            logRatio -= shared;
            cost += 2 * shared;
        }

        cost -= 2 * Math.Log(likelihood);
        if (!(cost < 0)) return;
        _likelihoods[_count] = logRatio;
        _hypotheses[_count] = new Hypothesis(row, place, cost, _count);
        _count++;
    }

    // Predicts the track to the plot and corrects it; false when the plot is out of reach.
    private bool TryUpdate(
        ref ModeEstimate outcome, ref readonly Track track, ref readonly ModeEstimate modes, in PreparedPlot plot, SensorFrame frame, out double likelihood, ref double evidence)
    {
        if (plot.Plot.Time == _predicted.Time && _predictedRow == track.Id)
        {
            outcome = _predicted;
        }
        else
        {
            _predictor.Predict(in modes, plot.Plot.Time, out outcome);
        }

        Linearization measurement;
        if (plot.IsCentred && plot.Plot.Time == outcome.Time) plot.SeenFrom(outcome.Position, out measurement);
        else MeasurementModel.Linearize(in plot, frame, in outcome, _parameters, out measurement);
        if (!ModeUpdater.TryUpdate(ref outcome, in measurement, out likelihood, out var distanceSquared)) return false;
        if (distanceSquared > _thresholds[measurement.Dimension]) return false;
        if (plot.Plot.HasRangeRate && plot.Plot.Time == outcome.Time)
        {
            // A late plot's rate is left out: the velocity then is not that of now.
            var rate = new RangeRate(in plot, frame.Local.OriginEcefM, outcome.Position, outcome.Velocity);
            if (!rate.TryUpdate(ref outcome, ref likelihood, ref distanceSquared) || distanceSquared > _thresholds[measurement.Dimension + 1]) return false;
            evidence = RateEvidence(in plot);
        }

        return true;
    }

    // False plots have any rate that a target may have.
    private double RateEvidence(in PreparedPlot plot) => Math.Log(2 * _parameters.MaximumSpeedMPerS / (Math.Sqrt(2 * Math.PI) * plot.Plot.RangeRateSigmaMPerS));

    // The tracks that can reach the area of the plots, and how far each of them reaches.
    private int Candidates(TrackTable table, TrackStanding standing)
    {
        var rows = table.Rows;
        var count = 0;
        for (var k = 0; k < _approachedCount; k++)
        {
            ref readonly var track = ref rows[_approached[k]];
            if (track.Id == 0) continue;
            _isAnyWaiting |= track.Standing == TrackStanding.Waiting;
            if (track.Standing != standing) continue;
            var seconds = 1e-9 * (_area.Middle.Nanoseconds - track.Belief.Time.Nanoseconds);
            var reachM = _reach.OfM(in track, seconds, _area.HalfSpanS);
            if (!_area.MayMeet(track.Belief.Position + (track.Belief.Velocity * seconds), reachM)) continue;
            _candidates[count] = _approached[k];
            _reachM[count++] = reachM;
        }

        return count;
    }

    private void FillGrid(ReadOnlySpan<PreparedPlot> plots, int rows, in PlotArea area)
    {
        var sumM = 0.0;
        for (var k = 0; k < rows; k++) sumM += _reachM[k];
        _grid.Clear(Math.Clamp((sumM / rows) + area.LargestPlotReachM, 100, 1e12));
        for (var k = 0; k < plots.Length; k++)
        {
            _grid.Add(k, plots[k].Position.X, plots[k].Position.Y, plots[k].Position.Z);
        }
    }

    private ref ModeEstimate OutcomeAt(int place) => ref _outcomes[place >> BlockBits][place & (BlockLength - 1)];
}
