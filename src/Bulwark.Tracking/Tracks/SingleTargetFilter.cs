using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// Follows one target whose plots are known to be its own, as an engagement radar does after lock-on: the tracker's predictor and
/// updater without association. The estimate is the caller's; the filter itself never changes. Immutable and thread-safe.
/// </summary>
public sealed class SingleTargetFilter
{
    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly NearlyConstantVelocity _predictor;

    /// <summary>Makes a filter for one sensor.</summary>
    /// <param name="parameters">The settings; only those of motion and of assumed height are used.</param>
    /// <param name="sensor">The sensor; plots have index 0.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public SingleTargetFilter(TrackerParameters parameters, SensorDescription sensor)
    {
        _sensors = [sensor];
        ParameterCheck.Require(parameters, _sensors);
        _parameters = parameters;
        _predictor = NearlyConstantVelocity.For(parameters);
    }

    /// <summary>Predicts an estimate to a plot's time and corrects it by the plot, in place.</summary>
    /// <param name="estimate">The estimate; not newer than the plot.</param>
    /// <param name="plot">The plot.</param>
    /// <returns>False when the plot is unusable; the estimate may then have been predicted, but not corrected.</returns>
    public bool TryUpdate(ref KinematicEstimate estimate, in Plot plot)
    {
        if (!PlotPreparation.TryPrepare(in plot, _sensors, _parameters, out var prepared)) return false;
        _predictor.Predict(ref estimate, plot.Time);
        return KalmanUpdater.TryUpdate(ref estimate, in prepared, _sensors[0].Frame, _parameters.AssumedHeightM, _parameters.AssumedHeightSigmaM);
    }
}
