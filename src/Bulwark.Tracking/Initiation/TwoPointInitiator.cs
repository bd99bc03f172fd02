using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Starts an estimate from two plots: the place of the second, and the difference over the time between them as velocity, with the covariance
/// that follows from the errors of both and from what may have changed in between.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 5.5.3; Mallick and La
/// Scala, Acta Automatica Sinica 34 (2008) 258-265, section 3 (process noise).
/// </summary>
internal static class TwoPointInitiator
{
    /// <summary>Makes the estimate.</summary>
    /// <param name="first">What one-point start made of the first plot.</param>
    /// <param name="second">The second plot.</param>
    /// <param name="frame">The frame of its sensor.</param>
    /// <param name="parameters">The settings.</param>
    /// <param name="estimate">Receives the estimate, as of the second plot.</param>
    /// <returns>False when a difference says nothing: plots of one time, or heights that are assumed and not measured.</returns>
    public static bool TryStart(in KinematicEstimate first, in PreparedPlot second, SensorFrame frame, TrackerParameters parameters, out KinematicEstimate estimate)
    {
        estimate = default;
        var seconds = (second.Plot.Time - first.Time).TotalS;
        if (!(seconds > 0) || second.Vertical == VerticalMeasure.None) return false;
        var placed = second.Plot with { RangeRateMPerS = double.NaN };
        estimate = OnePointInitiator.Start(new PreparedPlot(placed, second.Vertical, second.Position, second.PositionVarianceM2, second.IsCentred, second.Own), frame, parameters);
        estimate.Velocity = (estimate.Position - first.Position) / seconds;

        // White acceleration of density q leaves the mean velocity of the interval q T / 3 apart from that at its end.
        var up = estimate.Position.Normalized();
        ReadOnlySpan<double> direction = [up.X, up.Y, up.Z];
        var horizontal = parameters.AccelerationSigmaMPerS2 * parameters.AccelerationSigmaMPerS2 * parameters.ManoeuvreTimeS * seconds / 3;
        var vertical = parameters.VerticalAccelerationSigmaMPerS2 * parameters.VerticalAccelerationSigmaMPerS2 * parameters.ManoeuvreTimeS * seconds / 3;
        var matrix = estimate.Matrix;
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var (here, before) = (matrix[(6 * row) + column], first.Elements[(6 * row) + column]);
                var noise = ((vertical - horizontal) * direction[row] * direction[column]) + (row == column ? horizontal : 0);
                matrix[(6 * row) + column + 3] = matrix[(6 * (column + 3)) + row] = here / seconds;
                matrix[(6 * (row + 3)) + column + 3] = ((here + before) / (seconds * seconds)) + noise;
            }
        }

        if (second.Plot.HasRangeRate) new Updating.RangeRate(in second, frame.Local.OriginEcefM, estimate.Position, estimate.Velocity).Update(ref estimate);
        return true;
    }
}
