using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Association;

/// <summary>
/// The chance that one plot is of two targets at once, because the radar could not resolve them: how likely that is, and what it says
/// about each of the two.
/// Source: Koch and van Keuk, "Multiple hypothesis track maintenance with possibly unresolved measurements", IEEE Trans. AES 33 (1997)
/// 883-892, sections II and III; Blackman and Popoli (1999), section 6.9 (merged measurements).
/// </summary>
/// <remarks>
/// Two targets apart by Δ in range and azimuth are unresolved with probability Π exp(-ln 2 (Δ/α)²), α the resolution; this is averaged over
/// what the two tracks leave uncertain. The plot lies midway between them, and that they were not resolved is a measurement too: of a
/// difference of zero, with the variance α²/(2 ln 2). Both are applied to each track with the other one's uncertainty as noise; what the two
/// errors then have in common is not carried on.
/// </remarks>
internal sealed class MergedPlots
{
    // Less likely than this to be unresolved, a pair need not be looked at.
    private const double LeastProbability = 0.01;

    // A track of a target that is gone would live on its neighbour's plots for ever: it may share plots until they have made it a hundred times less
    // likely than when it was last seen by itself.
    private static readonly double LeastSharedLogRatio = -Math.Log(100);

    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly TrackTable _table;
    private readonly ModePredictor _predictor;
    private readonly double _hitScore;
    private readonly double _missProbability;
    private readonly double _threshold;
    private Merge[] _merges = new Merge[8];
    private ModeEstimate _one;
    private ModeEstimate _other;
    private KinematicEstimate _mean;

    public MergedPlots(TrackerParameters parameters, SensorDescription[] sensors, TrackTable table, ModePredictor predictor)
    {
        (_parameters, _sensors, _table, _predictor) = (parameters, sensors, table, predictor);
        _hitScore = Math.Log(parameters.DetectionProbability / parameters.FalsePlotProbability);
        _missProbability = 1 - parameters.DetectionProbability;
        _threshold = Gating.ChiSquareGate.Threshold(parameters.GateProbability, 3);
    }

    /// <summary>Merges noted since <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <summary>One of the merges noted.</summary>
    public ref readonly Merge this[int merge] => ref _merges[merge];

    /// <summary>Forgets the merges.</summary>
    public void Clear() => Count = 0;

    /// <summary>Whether plots of a sensor may be of two targets, as far as is known and asked for.</summary>
    public bool Concerns(int sensor) => _parameters.ModelsMergedPlots && _sensors[sensor].RangeResolutionM > 0 && _sensors[sensor].AzimuthResolutionRad > 0;

    /// <summary>Judges whether a plot may be of two tracks at once, and notes it if so.</summary>
    /// <param name="one">Row of a track.</param>
    /// <param name="other">Row of another one.</param>
    /// <param name="plot">The plot.</param>
    /// <param name="place">Its place in the batch.</param>
    /// <param name="logExcess">ln of the density of false plots there over the stated one.</param>
    /// <returns>Number of the merge; -1 when it is out of the question.</returns>
    public int Note(int one, int other, in PreparedPlot plot, int place, double logExcess)
    {
        var time = plot.Plot.Time;
        if (time <= _table.ModesOf(one).Time || time <= _table.ModesOf(other).Time) return -1;
        if (_table.Rows[one].SharedLogRatio < LeastSharedLogRatio || _table.Rows[other].SharedLogRatio < LeastSharedLogRatio) return -1;
        var sensor = _sensors[plot.Plot.Sensor];
        _predictor.Predict(in _table.ModesOf(one), time, out _one);
        _predictor.Predict(in _table.ModesOf(other), time, out _other);
        Expect(in plot, sensor, ref _one, out var here, out var hereVariance);
        Expect(in plot, sensor, ref _other, out var there, out var thereVariance);
        if (here.Dimension != there.Dimension) return -1;

        var (logUnresolved, logMerged, logOne, logOther, distanceSquared) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < here.Dimension; k++)
        {
            var (own, others) = (hereVariance[k], thereVariance[k]);
            var noise = here.Noise[k];
            if (k < 2)
            {
                var width = WidthOf(sensor, k);
                var wide = width + own + others;
                var apart = here.Residual[k] - there.Residual[k];
                logUnresolved += 0.5 * (Math.Log(width / wide) - (apart * apart / wide));
            }

            var middle = 0.5 * (here.Residual[k] + there.Residual[k]);
            var spread = noise + (0.25 * (own + others));
            distanceSquared += middle * middle / spread;
            logMerged += LogDensity(middle, spread, noise);
            logOne += LogDensity(here.Residual[k], noise + own, noise);
            logOther += LogDensity(there.Residual[k], noise + others, noise);
        }

        var unresolved = Math.Min(Math.Exp(logUnresolved), 1 - 1e-6);
        if (unresolved < LeastProbability || distanceSquared > _threshold) return -1;
        if (Count == _merges.Length) Array.Resize(ref _merges, 2 * Count);
        ref var merge = ref _merges[Count];
        (merge.One, merge.Other, merge.Plot) = (one, other, place);
        merge.Score = Math.Log(unresolved / (1 - unresolved)) + _hitScore - logExcess + logMerged;

        // What the plot says about a track being there at all, given the other one: it would have been the other one's alone.
        merge.LogRatioOfOne = Math.Log((unresolved * Math.Exp(Math.Min(100, logMerged - logOther))) + ((1 - unresolved) * _missProbability));
        merge.LogRatioOfOther = Math.Log((unresolved * Math.Exp(Math.Min(100, logMerged - logOne))) + ((1 - unresolved) * _missProbability));
        merge.OutcomeOfOne = _one;
        merge.OutcomeOfOther = _other;
        if (!TryCorrect(ref merge.OutcomeOfOne, here, in there, in hereVariance, in thereVariance, sensor)
            || !TryCorrect(ref merge.OutcomeOfOther, there, in here, in thereVariance, in hereVariance, sensor)) return -1;
        return Count++;
    }

    private static double WidthOf(SensorDescription sensor, int k)
    {
        var resolution = k == 0 ? sensor.RangeResolutionM : sensor.AzimuthResolutionRad;
        return resolution * resolution / (2 * Math.Log(2));
    }

    private static double LogDensity(double residual, double variance, double noise) => 0.5 * (Math.Log(noise / variance) - (residual * residual / variance));

    // The plot as seen from a predicted track, and how uncertain the track leaves each measured value.
    private void Expect(in PreparedPlot plot, SensorDescription sensor, ref ModeEstimate predicted, out Linearization expected, out Linearization.Values variance)
    {
        var copy = predicted;
        ModeMoments.Combine(ref copy, ref _mean);
        predicted = copy;
        MeasurementModel.Linearize(in plot, sensor.Frame, in predicted, _parameters, out expected);
        variance = default;
        for (var k = 0; k < expected.Dimension; k++) variance[k] = expected.Gradient[k].Dot(_mean.BlockTimes(0, 0, expected.Gradient[k]));
    }

    // z = (h + h')/2 + v and 0 = h - h' + w, with what is not known of h' as noise of both: one value for h by weighted least squares.
    private static bool TryCorrect(
        ref ModeEstimate outcome, Linearization own, ref readonly Linearization others, ref readonly Linearization.Values ownVariance, ref readonly Linearization.Values variance, SensorDescription sensor)
    {
        for (var k = 0; k < own.Dimension; k++)
        {
            var first = own.Noise[k] + (0.25 * variance[k]);
            var middle = 0.5 * (own.Residual[k] + others.Residual[k]);
            if (k >= 2)
            {
                (own.Residual[k], own.Noise[k]) = (2 * middle, 4 * first);
                continue;
            }

            // The residual of "no difference" is h' - h: that of this track's residual less the other's.
            var second = WidthOf(sensor, k) + variance[k];
            var common = -0.5 * variance[k];
            var determinant = (first * second) - (common * common);
            var (weightOfFirst, weightOfSecond) = (((0.5 * second) - common) / determinant, (first - (0.5 * common)) / determinant);
            var information = (0.5 * weightOfFirst) + weightOfSecond;
            var residual = ((weightOfFirst * middle) + (weightOfSecond * (own.Residual[k] - others.Residual[k]))) / information;
            (own.Residual[k], own.Noise[k]) = (residual, 1 / information);
        }

        return ModeUpdater.TryUpdate(ref outcome, in own, out _, out _);
    }

    /// <summary>One plot for two tracks.</summary>
    internal struct Merge
    {
        public int One;
        public int Other;
        public int Plot;

        /// <summary>Log likelihood of the merge over that of both tracks resolved and without plot, the plot false, all but the misses counted.</summary>
        public double Score;
        public double LogRatioOfOne;
        public double LogRatioOfOther;
        public ModeEstimate OutcomeOfOne;
        public ModeEstimate OutcomeOfOther;
    }
}
