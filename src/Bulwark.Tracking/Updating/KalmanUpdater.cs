using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// Corrects an estimate by a plot: extended Kalman filter in measurement coordinates, covariance in Joseph's form, which stays
/// symmetric and positive whatever the gain.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), equations 5.2.3-12 to 5.2.3-18 and section 10.3.3.
/// </summary>
internal static class KalmanUpdater
{
    /// <summary>Corrects an estimate already predicted to the plot's time, in place.</summary>
    /// <param name="estimate">The estimate; its time is the plot's or later.</param>
    /// <param name="plot">The plot.</param>
    /// <param name="frame">The frame of its sensor.</param>
    /// <param name="assumedHeightM">Height that bounds the vertical of a target seen by two-dimensional plots only, metres.</param>
    /// <param name="assumedHeightSigmaM">Its standard deviation, metres.</param>
    /// <returns>False when the numbers do not allow an update; the estimate is then unchanged.</returns>
    public static bool TryUpdate(ref KinematicEstimate estimate, in PreparedPlot plot, SensorFrame frame, double assumedHeightM, double assumedHeightSigmaM)
    {
        MeasurementModel.Linearize(in plot, frame, in estimate, out var linearization);
        if (plot.Vertical == VerticalMeasure.None && VerticalVarianceM2(in estimate) > assumedHeightSigmaM * assumedHeightSigmaM)
        {
            // Range and azimuth alone let the height drift without end; the assumption is renewed only when knowledge is worse than it.
            MeasurementModel.AssumeHeight(ref linearization, in estimate, assumedHeightM, assumedHeightSigmaM);
        }

        return TryUpdate(ref estimate, in linearization);
    }

    /// <summary>Corrects an estimate by a linearised measurement, in place.</summary>
    /// <returns>False when the numbers do not allow an update; the estimate is then unchanged.</returns>
    public static bool TryUpdate(ref KinematicEstimate estimate, ref readonly Linearization linearization)
    {
        Span<double> inverse = stackalloc double[9];
        var innovation = default(Innovation);
        if (!innovation.TryCompute(in linearization, in estimate, inverse)) return false;

        var dimension = linearization.Dimension;
        Span<double> gain = stackalloc double[18];
        gain.Clear();
        var positionStep = EcefVector.Zero;
        var velocityStep = EcefVector.Zero;
        for (var k = 0; k < dimension; k++)
        {
            var position = EcefVector.Zero;
            var velocity = EcefVector.Zero;
            for (var j = 0; j < dimension; j++)
            {
                position += innovation.PositionGain[j] * inverse[(3 * j) + k];
                velocity += innovation.VelocityGain[j] * inverse[(3 * j) + k];
            }

            positionStep += position * linearization.Residual[k];
            velocityStep += velocity * linearization.Residual[k];
            (gain[k], gain[3 + k], gain[6 + k]) = (position.X, position.Y, position.Z);
            (gain[9 + k], gain[12 + k], gain[15 + k]) = (velocity.X, velocity.Y, velocity.Z);
        }

        if (!double.IsFinite(positionStep.LengthSquared + velocityStep.LengthSquared)) return false;
        if (!TryJoseph(ref estimate, in linearization, gain)) return false;
        estimate.Position += positionStep;
        estimate.Velocity += velocityStep;
        return true;
    }

    private static double VerticalVarianceM2(ref readonly KinematicEstimate estimate)
    {
        var up = estimate.Position.Normalized();
        return up.Dot(estimate.BlockTimes(0, 0, up));
    }

    // P = (I - KH) P (I - KH)ᵀ + K R Kᵀ, refused when numbers of absurd size have spoilt it.
    private static bool TryJoseph(ref KinematicEstimate estimate, ref readonly Linearization linearization, ReadOnlySpan<double> gain)
    {
        Span<double> keep = stackalloc double[36];
        Span<double> work = stackalloc double[36];
        Span<double> result = stackalloc double[36];
        var dimension = linearization.Dimension;
        var lagS = linearization.LagS;
        for (var row = 0; row < 6; row++)
        {
            var sum = EcefVector.Zero;
            for (var k = 0; k < dimension; k++) sum += linearization.Gradient[k] * gain[(3 * row) + k];
            var at = keep.Slice(6 * row, 6);
            (at[0], at[1], at[2]) = (-sum.X, -sum.Y, -sum.Z);
            (at[3], at[4], at[5]) = (-sum.X * lagS, -sum.Y * lagS, -sum.Z * lagS);
            at[row] += 1;
        }

        SmallMatrix.Congruence(keep, estimate.Matrix, work, result, 6);
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var noise = 0.0;
                for (var k = 0; k < dimension; k++) noise += gain[(3 * row) + k] * linearization.Noise[k] * gain[(3 * column) + k];
                var value = result[(6 * row) + column] + noise;
                result[(6 * row) + column] = value;
                result[(6 * column) + row] = value;
            }
        }

        var trace = 0.0;
        for (var k = 0; k < 36; k += 7)
        {
            if (!(result[k] >= 0)) return false;
            trace += result[k];
        }

        if (!double.IsFinite(trace)) return false;
        result.CopyTo(estimate.Matrix);
        return true;
    }
}
