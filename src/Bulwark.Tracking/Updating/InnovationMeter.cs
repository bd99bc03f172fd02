using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// How far a plot lay from where its track was expected, over what the track and the plot leave uncertain: the normalised innovation squared of
/// the position measured, of all motion models together. For an honest filter its mean is the number of values measured.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 5.4.2.
/// </summary>
internal sealed class InnovationMeter(TrackerParameters parameters, SensorDescription[] sensors, ModePredictor predictor)
{
    private KinematicEstimate _mean;

    /// <summary>Works it out.</summary>
    /// <param name="modes">The belief before the plot.</param>
    /// <param name="byOwn">Whether the plot was taken in by the tracker's own motion, whatever the class.</param>
    /// <param name="plot">The plot, not older than the belief.</param>
    /// <param name="squared">Receives it.</param>
    /// <returns>Number of values measured; 0 when the numbers allow none.</returns>
    public int Measure(ref readonly ModeEstimate modes, bool byOwn, in PreparedPlot plot, out double squared)
    {
        ModeEstimate predicted;
        if (byOwn) predictor.PredictByOwn(in modes, plot.Plot.Time, out predicted);
        else predictor.Predict(in modes, plot.Plot.Time, out predicted);
        ModeMoments.Combine(ref predicted, ref _mean);
        MeasurementModel.Linearize(in plot, sensors[plot.Plot.Sensor].Frame, in predicted, parameters, out var measurement);
        var innovation = default(Innovation);
        Span<double> inverse = stackalloc double[9];
        var isUsable = innovation.TryCompute(in measurement, in _mean, inverse);
        squared = isUsable ? innovation.DistanceSquared : 0;
        return isUsable ? measurement.Dimension : 0;
    }
}
