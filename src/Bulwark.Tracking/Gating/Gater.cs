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
    private ModeGate _gate;
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
    /// <param name="batch">The plots, all of the same sensor.</param>
    /// <param name="sensor">The sensor.</param>
    /// <param name="shortestRevisit">Less than this since the sensor's last plot of a track belongs to the same look.</param>
    public void Gate(TrackTable table, TrackStatus status, PlotBatch batch, SensorDescription sensor, SimDuration shortestRevisit)
    {
        _count = 0;
        _predictedRow = 0;
        if ((status == TrackStatus.Confirmed ? table.ConfirmedCount : table.Count - table.ConfirmedCount) == 0) return;
        ReadOnlySpan<PreparedPlot> plots = batch.Selected;
        if (!TryBound(plots, _thresholds[3], out var area)) return;
        var rows = Candidates(table, status, in area);
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
            if (!late)
            {
                _predictor.Predict(in modes, area.Middle, out _predicted);
                _predictedRow = track.Id;
                _gate.Prepare(in _predicted, sensor.Frame.Local.OriginEcefM, area.Noise, reachM);
            }

            for (var n = 0; n < found; n++)
            {
                ref readonly var plot = ref plots[_near[n]];
                var sinceLook = plot.Plot.Time - table.LooksOf(row)[plot.Plot.Sensor];
                if (sinceLook < shortestRevisit && SimDuration.Zero - sinceLook < shortestRevisit) continue;
                if (plot.IsCentred && !late && area.HalfSpanS <= LargestHalfSpanS && !_gate.MayTake(plot.Position, _thresholds[3])) continue;
                Judge(in track, in modes, row, in plot, _near[n], batch.Rivals[_near[n]], sensor.Frame);
            }
        }
    }

    private void Judge(ref readonly Track track, ref readonly ModeEstimate modes, int row, in PreparedPlot plot, int place, double rivals, SensorFrame frame)
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

        ref var outcome = ref _outcomes[_count];
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
        if (!ModeUpdater.TryUpdate(ref outcome, in measurement, out var likelihood, out var distanceSquared)) return;
        if (distanceSquared > _thresholds[measurement.Dimension]) return;
        var logRatio = Math.Log(likelihood) + _hitScore;
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

    // The tracks that can reach the area of the plots, and how far each of them reaches.
    private int Candidates(TrackTable table, TrackStatus status, in Area area)
    {
        var rows = table.Rows;
        if (_reachM.Length < rows.Length)
        {
            _reachM = new double[2 * rows.Length];
            _candidates = new int[2 * rows.Length];
        }

        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            ref var track = ref rows[row];
            if (track.Status != status) continue;
            var seconds = 1e-9 * (area.Middle.Nanoseconds - track.Belief.Time.Nanoseconds);
            var reachM = ReachM(in track, seconds, area.HalfSpanS);
            var limitM = reachM + area.RadiusM;
            if (!((track.Belief.Position + (track.Belief.Velocity * seconds) - area.Centre).LengthSquared <= limitM * limitM)) continue;
            _candidates[count] = row;
            _reachM[count++] = reachM;
        }

        return count;
    }

    private void FillGrid(ReadOnlySpan<PreparedPlot> plots, int rows, in Area area)
    {
        var sumM = 0.0;
        for (var k = 0; k < rows; k++) sumM += _reachM[k];
        _grid.Clear(Math.Clamp((sumM / rows) + area.LargestPlotReachM, 100, 1e12));
        for (var k = 0; k < plots.Length; k++)
        {
            _grid.Add(k, plots[k].Position.X, plots[k].Position.Y, plots[k].Position.Z);
        }
    }

    private double ReachM(ref readonly Track track, double seconds, double halfSpanS)
    {
        var longest = Math.Max(0, seconds + halfSpanS);
        var reachM = _rootThreshold * _bound.PositionSigmaBoundM(track.PositionSigmaM, track.VelocitySigmaMPerS, longest);
        reachM += 0.5 * _largestTurnRate * track.SpeedMPerS * longest * longest;
        if (track.PathAccelerationMPerS2 > 0) reachM += track.PathAccelerationMPerS2 * longest * longest;
        if (track.Hits == 1) reachM = Math.Min(reachM, (track.StartSpeedMPerS * longest) + (_rootThreshold * track.PositionSigmaM));
        return reachM + (track.SpeedMPerS * halfSpanS);
    }

    private static bool TryBound(ReadOnlySpan<PreparedPlot> plots, double threshold, out Area area)
    {
        var count = 0;
        var sum = EcefVector.Zero;
        var (earliest, latest, largestVariance) = (SimTime.Never, new SimTime(long.MinValue), 0.0);
        var (range, azimuth, elevation) = (0.0, 0.0, 0.0);
        for (var k = 0; k < plots.Length; k++)
        {
            count++;
            sum += plots[k].Position;
            earliest = SimTime.Min(earliest, plots[k].Plot.Time);
            latest = SimTime.Max(latest, plots[k].Plot.Time);
            largestVariance = Math.Max(largestVariance, plots[k].PositionVarianceM2);
            if (!plots[k].IsCentred) continue;
            range = Math.Max(range, plots[k].Own.Noise[0]);
            azimuth = Math.Max(azimuth, plots[k].Own.Noise[1]);
            elevation = Math.Max(elevation, plots[k].Own.Noise[2]);
        }

        area = default;
        if (count == 0) return false;
        var centre = sum / count;
        var squared = 0.0;
        for (var k = 0; k < plots.Length; k++)
        {
            squared = Math.Max(squared, (plots[k].Position - centre).LengthSquared);
        }

        var plotReachM = Math.Sqrt(threshold * largestVariance);
        var middle = new SimTime((earliest.Nanoseconds / 2) + (latest.Nanoseconds / 2));
        area = new Area(centre, Math.Sqrt(squared) + plotReachM, plotReachM, middle, (latest - middle).TotalS, (range, azimuth, elevation));
        return true;
    }

    private readonly record struct Area(EcefVector Centre, double RadiusM, double LargestPlotReachM, SimTime Middle, double HalfSpanS, (double Range, double Azimuth, double Elevation) Noise);
}
