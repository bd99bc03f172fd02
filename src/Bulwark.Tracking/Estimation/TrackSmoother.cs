using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Goes over a whole track again once it is known which plots are its own: filters them with a bank of motions and smooths the result from the
/// last plot to the first. For after-action work; plots that came out of sequence are simply put in order.
/// </summary>
public static class TrackSmoother
{
    /// <summary>Smooths the track of some plots.</summary>
    /// <param name="bank">The ways the target may move.</param>
    /// <param name="plots">Its plots, of any sensors, in any order. Plots that no tracker would take are left out.</param>
    /// <param name="sensors">The sensors; <see cref="Plot.Sensor"/> is an index into them.</param>
    /// <param name="parameters">How a track starts: the largest speeds and the assumed height.</param>
    /// <returns>Where the target was at each plot that was used, with the plot's own reference.</returns>
    public static IReadOnlyList<(long PlotId, KinematicEstimate Estimate)> Smooth(
        MotionBank bank, IEnumerable<Plot> plots, ReadOnlySpan<SensorDescription> sensors, TrackerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(plots);
        ArgumentNullException.ThrowIfNull(parameters);
        var filter = new BankFilter(bank);
        var measurement = new RadarMeasurement();
        var current = new BankBelief(bank);
        var beliefs = new List<BankBelief>();
        var used = new List<long>();
        foreach (var plot in plots.OrderBy(static plot => plot.Time))
        {
            if (!PlotPreparation.TryPrepare(in plot, sensors, parameters, out var prepared)) continue;
            var frame = sensors[plot.Sensor].Frame;
            if (beliefs.Count == 0)
            {
                filter.Start(current, OnePointInitiator.Start(in prepared, frame, parameters));
            }
            else
            {
                measurement.Set(in plot, sensors[plot.Sensor]);
                if (!filter.TryPredict(current, plot.Time) || !filter.TryUpdate(current, measurement, out _)) continue;
            }

            var kept = new BankBelief(bank);
            kept.CopyFrom(current);
            beliefs.Add(kept);
            used.Add(plot.Id);
        }

        BankSmoother.Smooth(bank, beliefs);
        return [.. beliefs.Select((belief, place) => (used[place], belief.ToEstimate()))];
    }
}
