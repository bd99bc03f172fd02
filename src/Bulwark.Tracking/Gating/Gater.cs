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
    private readonly TrackerParameters _parameters;
    private readonly NearlyConstantVelocity _bound;
    private readonly ModePredictor _predictor;
    private readonly double _largestTurnRate;
    private readonly double[] _thresholds = new double[4];
    private readonly double _rootThreshold;
    private readonly double _missCost;
    private readonly double _codeCost;
    private readonly double _hitScore;
    private readonly SpatialGrid _grid = new();
    private int[] _near = [];
    private double[] _reachM = [];
    private int[] _candidates = [];
    private Hypothesis[] _hypotheses = new Hypothesis[64];
    private ModeEstimate[] _outcomes = new ModeEstimate[64];
    private double[] _likelihoods = new double[64];
    private ModeEstimate _predicted;
    private int _predictedRow = -1;
    private int _count;

    public Gater(TrackerParameters parameters, ModePredictor predictor)
    {
        _parameters = parameters;
        _predictor = predictor;
        foreach (var model in parameters.EffectiveMotion.Models) _largestTurnRate = Math.Max(_largestTurnRate, Math.Abs(model.TurnRateRadPerS));
        _bound = NearlyConstantVelocity.Bound(parameters);
        for (var dimension = 1; dimension <= 3; dimension++) _thresholds[dimension] = ChiSquareGate.Threshold(parameters.GateProbability, dimension);

        _rootThreshold = Math.Sqrt(_thresholds[3]);

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
    public ref readonly ModeEstimate OutcomeOf(in Hypothesis hypothesis) => ref _outcomes[hypothesis.Outcome];

    /// <summary>How much likelier the pair's plot is as that of its track than as a false one.</summary>
    public double LogRatioOf(in Hypothesis hypothesis) => _likelihoods[hypothesis.Outcome];

    /// <summary>Gates the plots of one sensor against the tracks of one status.</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="status">Which of them.</param>
    /// <param name="plots">The plots, all of the same sensor.</param>
    /// <param name="used">Plots to leave out.</param>
    /// <param name="sensor">The sensor.</param>
    /// <param name="shortestRevisit">Less than this since the sensor's last plot of a track belongs to the same look.</param>
    public void Gate(TrackTable table, TrackStatus status, ReadOnlySpan<PreparedPlot> plots, ReadOnlySpan<bool> used, SensorDescription sensor, SimDuration shortestRevisit)
    {
        _count = 0;
        _predictedRow = -1;
        if ((status == TrackStatus.Confirmed ? table.ConfirmedCount : table.Count - table.ConfirmedCount) == 0) return;
        if (!TryBound(plots, used, out var area)) return;
        var largestReachM = FillGrid(table, status, in area);
        if (_grid.Count == 0) return;

        for (var k = 0; k < plots.Length; k++)
        {
            if (used[k]) continue;
            ref readonly var plot = ref plots[k];
            var plotReachM = _rootThreshold * Math.Sqrt(plot.PositionVarianceM2);
            var found = _grid.Query(plot.Position.X, plot.Position.Y, plot.Position.Z, largestReachM + plotReachM, ref _near);
            for (var n = 0; n < found; n++)
            {
                ref var track = ref table.Rows[_near[n]];
                var sinceLook = plot.Plot.Time - table.LooksOf(_near[n])[plot.Plot.Sensor];
                if (sinceLook < shortestRevisit && SimDuration.Zero - sinceLook < shortestRevisit) continue;
                var apart = plot.Position - NearlyConstantVelocity.PositionAt(in track.Belief, plot.Plot.Time);
                var reachM = _reachM[_near[n]] + plotReachM;
                if (apart.LengthSquared <= reachM * reachM) Judge(in track, in table.ModesOf(_near[n]), _near[n], in plot, k, sensor.Frame);
            }
        }
    }

    private void Judge(ref readonly Track track, ref readonly ModeEstimate modes, int row, in PreparedPlot plot, int place, SensorFrame frame)
    {
        var cost = -_missCost;
        if (plot.Plot.Code >= 0 && track.Code >= 0 && plot.Plot.Code != track.Code)
        {
            // A young track has nothing but its code to tell it from its neighbours.
            if (track.Status == TrackStatus.Tentative) return;
            cost += _codeCost;
        }

        if (_count == _hypotheses.Length)
        {
            Array.Resize(ref _hypotheses, 2 * _count);
            Array.Resize(ref _outcomes, 2 * _count);
            Array.Resize(ref _likelihoods, 2 * _count);
        }

        if (_predictedRow != row || (_predicted.Time != plot.Plot.Time && !(plot.Plot.Time < modes.Time)))
        {
            _predictor.Predict(in modes, plot.Plot.Time, out _predicted);
            _predictedRow = row;
        }

        ref var outcome = ref _outcomes[_count];
        outcome = _predicted;
        Linearization measurement;
        if (plot.IsCentred && !(plot.Plot.Time < _predicted.Time)) plot.SeenFrom(_predicted.Position, out measurement);
        else MeasurementModel.Linearize(in plot, frame, in _predicted, _parameters, out measurement);
        if (!ModeUpdater.TryUpdate(ref outcome, in measurement, out var likelihood, out var distanceSquared)) return;
        if (distanceSquared > _thresholds[measurement.Dimension]) return;
        var logRatio = Math.Log(likelihood) + _hitScore;
        cost -= 2 * Math.Log(likelihood);
        if (!(cost < 0)) return;
        _likelihoods[_count] = logRatio;
        _hypotheses[_count] = new Hypothesis(row, place, cost, _count);
        _count++;
    }

    // Puts into the grid the tracks that can reach the area of the plots, where they are at its middle time.
    private double FillGrid(TrackTable table, TrackStatus status, in Area area)
    {
        var rows = table.Rows;
        if (_reachM.Length < rows.Length)
        {
            _reachM = new double[2 * rows.Length];
            _candidates = new int[2 * rows.Length];
        }

        var (count, largestM) = (0, 0.0);
        for (var row = 0; row < rows.Length; row++)
        {
            ref var track = ref rows[row];
            if (track.Status != status) continue;
            var seconds = 1e-9 * (area.Middle.Nanoseconds - track.Belief.Time.Nanoseconds);
            var reachM = ReachM(in track, seconds, area.HalfSpanS);
            var limitM = reachM + area.RadiusM;
            if (!((track.Belief.Position + (track.Belief.Velocity * seconds) - area.Centre).LengthSquared <= limitM * limitM)) continue;
            _candidates[count++] = row;
            _reachM[row] = reachM;
            largestM = Math.Max(largestM, reachM);
        }

        _grid.Clear(Math.Max(100, largestM + area.LargestPlotReachM));
        foreach (var row in _candidates.AsSpan(0, count))
        {
            var position = NearlyConstantVelocity.PositionAt(in rows[row].Belief, area.Middle);
            _grid.Add(row, position.X, position.Y, position.Z);
        }

        return largestM;
    }

    private double ReachM(ref readonly Track track, double seconds, double halfSpanS)
    {
        var longest = Math.Max(0, seconds + halfSpanS);
        var reachM = _rootThreshold * _bound.PositionSigmaBoundM(track.PositionSigmaM, track.VelocitySigmaMPerS, longest);
        reachM += 0.5 * _largestTurnRate * track.SpeedMPerS * longest * longest;
        if (track.Hits == 1) reachM = Math.Min(reachM, (_parameters.MaximumSpeedMPerS * longest) + (_rootThreshold * track.PositionSigmaM));
        return reachM + (track.SpeedMPerS * halfSpanS);
    }

    private bool TryBound(ReadOnlySpan<PreparedPlot> plots, ReadOnlySpan<bool> used, out Area area)
    {
        var count = 0;
        var sum = EcefVector.Zero;
        var (earliest, latest, largestVariance) = (SimTime.Never, new SimTime(long.MinValue), 0.0);
        for (var k = 0; k < plots.Length; k++)
        {
            if (used[k]) continue;
            count++;
            sum += plots[k].Position;
            earliest = SimTime.Min(earliest, plots[k].Plot.Time);
            latest = SimTime.Max(latest, plots[k].Plot.Time);
            largestVariance = Math.Max(largestVariance, plots[k].PositionVarianceM2);
        }

        area = default;
        if (count == 0) return false;
        var centre = sum / count;
        var squared = 0.0;
        for (var k = 0; k < plots.Length; k++)
        {
            if (!used[k]) squared = Math.Max(squared, (plots[k].Position - centre).LengthSquared);
        }

        var plotReachM = Math.Sqrt(_thresholds[3] * largestVariance);
        var middle = new SimTime((earliest.Nanoseconds / 2) + (latest.Nanoseconds / 2));
        area = new Area(centre, Math.Sqrt(squared) + plotReachM, plotReachM, middle, (latest - middle).TotalS);
        return true;
    }

    private readonly record struct Area(EcefVector Centre, double RadiusM, double LargestPlotReachM, SimTime Middle, double HalfSpanS);
}
