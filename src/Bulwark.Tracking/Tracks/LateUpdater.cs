using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// Corrects a belief by a plot that is older than it, exactly: goes back to what was believed before the plot, takes it in, and does the later
/// updates again.
/// Source: Bar-Shalom, "Update with out-of-sequence measurements in tracking: exact solution", IEEE Trans. AES 38 (2002) 769-778, section I
/// (reprocessing, which its algorithm A1 equals for one lag); Bar-Shalom, Willett and Tian, Tracking and Data Fusion (2011), section 10.7.
/// </summary>
/// <remarks>It equals taking the plots in order to the bit, with any number of motion models, as far back as updates are remembered.</remarks>
internal sealed class LateUpdater(TrackerParameters parameters, SensorDescription[] sensors, ModePredictor predictor)
{
    private KinematicEstimate _mean;

    /// <summary>Works out what a late plot makes of a track.</summary>
    /// <param name="history">What is remembered.</param>
    /// <param name="slot">The track.</param>
    /// <param name="plot">The plot, older than the track's newest.</param>
    /// <param name="outcome">Receives the belief as of the newest plot.</param>
    /// <param name="likelihood">Receives the likelihood of the late plot when it was due.</param>
    /// <param name="distanceSquared">Receives its least normalised innovation squared.</param>
    /// <returns>False when the past does not reach back so far, or the numbers allow no update.</returns>
    public bool TryUpdate(UpdateHistory history, int slot, in PreparedPlot plot, out ModeEstimate outcome, out double likelihood, out double distanceSquared)
    {
        (outcome, likelihood, distanceSquared) = (default, 0, 0);
        var entries = history.Of(slot);
        var place = PlaceOf(entries, in plot);
        if (place < 0) return false;
        outcome = entries[place].Before;
        if (!TryStep(ref outcome, in plot, out likelihood, out distanceSquared)) return false;
        for (var k = place; k < entries.Length; k++)
        {
            if (!TryStep(ref outcome, in entries[k].Plot, out _, out _)) return false;
        }

        return true;
    }

    /// <summary>Puts a late plot that was taken into the past.</summary>
    /// <returns>False when the past does not reach back so far; it is then left alone.</returns>
    public bool TryRemember(UpdateHistory history, int slot, in PreparedPlot plot)
    {
        var entries = history.Of(slot);
        var place = PlaceOf(entries, in plot);
        if (place < 0) return false;
        var belief = entries[place].Before;
        var before = belief;
        var isPlotIn = TryStep(ref belief, in plot, out _, out _);
        for (var k = place; isPlotIn && k < entries.Length; k++)
        {
            entries[k].Before = belief;
            isPlotIn = TryStep(ref belief, in entries[k].Plot, out _, out _);
        }

        if (isPlotIn) history.Insert(slot, place, in before, in plot);
        return isPlotIn;
    }

    // The first update by a plot later than this one, if what was believed before it is not later too.
    private static int PlaceOf(ReadOnlySpan<UpdateHistory.Entry> entries, in PreparedPlot plot)
    {
        for (var place = 0; place < entries.Length; place++)
        {
            if (entries[place].Plot.Plot.Time > plot.Plot.Time) return entries[place].Since <= plot.Plot.Time ? place : -1;
        }

        return -1;
    }

    private bool TryStep(ref ModeEstimate belief, in PreparedPlot plot, out double likelihood, out double distanceSquared)
    {
        var frame = sensors[plot.Plot.Sensor].Frame;
        predictor.Predict(in belief, plot.Plot.Time, out var next);
        Linearization measurement;
        if (plot.IsCentred) plot.SeenFrom(next.Position, out measurement);
        else MeasurementModel.Linearize(in plot, frame, in next, parameters, out measurement);
        if (!ModeUpdater.TryUpdate(ref next, in measurement, out likelihood, out distanceSquared)) return false;
        if (plot.Plot.HasRangeRate && !new RangeRate(in plot, frame.Local.OriginEcefM, next.Position, next.Velocity).TryUpdate(ref next, ref likelihood, ref distanceSquared)) return false;
        ModeMoments.Combine(ref next, ref _mean);
        belief = next;
        return true;
    }
}
