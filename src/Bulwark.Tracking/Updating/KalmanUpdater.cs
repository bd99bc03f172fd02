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

        if (!TryUpdate(ref estimate, in linearization)) return false;
        if (plot.Plot.HasRangeRate && linearization.LagS == 0)
        {
            new RangeRate(in plot, frame.Local.OriginEcefM, estimate.Position, estimate.Velocity).Update(ref estimate);
        }

        return true;
    }

    /// <summary>Corrects an estimate by a linearised measurement, in place.</summary>
    /// <returns>False when the numbers do not allow an update; the estimate is then unchanged.</returns>
    public static bool TryUpdate(ref KinematicEstimate estimate, ref readonly Linearization linearization)
    {
        Span<double> inverse = stackalloc double[9];
        var innovation = default(Innovation);
        if (!innovation.TryCompute(in linearization, in estimate, inverse)) return false;

        var dimension = linearization.Dimension;
        var positionStep = EcefVector.Zero;
        var velocityStep = EcefVector.Zero;
        Linearization.Gradients positionGain = default, velocityGain = default;
        for (var k = 0; k < dimension; k++)
        {
            for (var j = 0; j < dimension; j++)
            {
                positionGain[k] += innovation.PositionGain[j] * inverse[(3 * j) + k];
                velocityGain[k] += innovation.VelocityGain[j] * inverse[(3 * j) + k];
            }

            positionStep += positionGain[k] * linearization.Residual[k];
            velocityStep += velocityGain[k] * linearization.Residual[k];
        }

        if (!double.IsFinite(positionStep.LengthSquared + velocityStep.LengthSquared)) return false;
        if (!TryJoseph(ref estimate, in linearization, in innovation, positionGain, velocityGain)) return false;
        estimate.Position += positionStep;
        estimate.Velocity += velocityStep;
        return true;
    }

    private static double VerticalVarianceM2(ref readonly KinematicEstimate estimate)
    {
        var up = estimate.Position.Normalized();
        return up.Dot(estimate.BlockTimes(0, 0, up));
    }

    // P' = (I - KH) P (I - KH)ᵀ + K R Kᵀ, multiplied out with the products at hand: A = P - K (PHᵀ)ᵀ, then P' = A - (A Hᵀ - K R) Kᵀ.
    // It needs a fifth of the multiplications of the full matrices. Refused when numbers of absurd size have spoilt it.
    private static bool TryJoseph(
        ref KinematicEstimate estimate,
        ref readonly Linearization linearization,
        ref readonly Innovation innovation,
        Linearization.Gradients positionGain,
        Linearization.Gradients velocityGain)
    {
        var next = estimate;
        for (var k = 0; k < linearization.Dimension; k++)
        {
            next.SubtractOuter(positionGain[k], velocityGain[k], innovation.PositionGain[k], innovation.VelocityGain[k]);
        }

        Linearization.Gradients positionRest = default, velocityRest = default;
        for (var k = 0; k < linearization.Dimension; k++)
        {
            var gradient = linearization.Gradient[k];
            var (position, velocity) = (next.BlockTimes(0, 0, gradient), next.BlockTimes(3, 0, gradient));
            if (linearization.LagS != 0)
            {
                position += next.BlockTimes(0, 3, gradient) * linearization.LagS;
                velocity += next.BlockTimes(3, 3, gradient) * linearization.LagS;
            }

            positionRest[k] = position - (positionGain[k] * linearization.Noise[k]);
            velocityRest[k] = velocity - (velocityGain[k] * linearization.Noise[k]);
        }

        for (var k = 0; k < linearization.Dimension; k++)
        {
            next.SubtractOuter(positionRest[k], velocityRest[k], positionGain[k], velocityGain[k]);
        }

        SmallMatrix.Symmetrize(next.Matrix, 6);
        if (!next.HasUsableVariances) return false;
        estimate.Elements = next.Elements;
        return true;
    }
}
