using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Updating;

/// <summary>
/// The measurement equation of a radar, linearised about an estimate: range, azimuth and elevation or height.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), section 10.3 (extended Kalman filter); for a plot older than the estimate,
/// Bar-Shalom, "Update with out-of-sequence measurements in tracking: exact solution", IEEE Trans. AES 38 (2002) 769-778,
/// algorithm C: the measurement as a function of the present state, its process noise over the lag left out.
/// </summary>
/// <remarks>
/// Expected values use the sensor's refraction; gradients are those of straight lines, which differ from the refracted ones by the order
/// of 1e-7 rad/m in elevation, a ten-thousandth of what a usual sigma resolves.
/// </remarks>
internal static class MeasurementModel
{
    /// <summary>Linearises a plot about the reference of an estimate, with the assumed height for a plot that leaves the vertical too open.</summary>
    public static void Linearize(in PreparedPlot plot, SensorFrame frame, ref readonly ModeEstimate estimate, TrackerParameters parameters, out Linearization result)
    {
        var reference = new KinematicEstimate { Time = estimate.Time, Position = estimate.Position, Velocity = estimate.Velocity };
        Linearize(in plot, frame, in reference, out result);
        var variance = parameters.AssumedHeightSigmaM * parameters.AssumedHeightSigmaM;
        if (plot.Vertical == VerticalMeasure.None && ModeMoments.VerticalVarianceM2(in estimate) > variance)
        {
            // Range and azimuth alone let the height drift without end; the assumption is renewed only when knowledge is worse than it.
            AssumeHeight(ref result, in reference, parameters.AssumedHeightM, parameters.AssumedHeightSigmaM);
        }
    }

    /// <summary>Linearises a plot about an estimate whose time is that of the plot or later.</summary>
    public static void Linearize(in PreparedPlot plot, SensorFrame frame, ref readonly KinematicEstimate estimate, out Linearization result)
    {
        var lagS = (plot.Plot.Time - estimate.Time).TotalS;
        var position = estimate.Position + (estimate.Velocity * lagS);
        Linearize(in plot, frame, position, plot.Vertical == VerticalMeasure.Height ? HeightResidual.At(position, plot.Plot.HeightM) : default, out result);
        result.LagS = lagS;
    }

    /// <summary>Linearises a plot at its own position.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="frame">Its sensor's frame.</param>
    /// <param name="rest">What the position leaves of a reported height.</param>
    /// <param name="result">Receives the linearisation.</param>
    public static void LinearizeAtOwn(in PreparedPlot plot, SensorFrame frame, in HeightResidual rest, out Linearization result) => Linearize(in plot, frame, plot.Position, in rest, out result);

    private static void Linearize(in PreparedPlot plot, SensorFrame frame, EcefVector position, in HeightResidual rest, out Linearization result)
    {
        result = default;
        var local = frame.Local.ToLocal(position);

        // Within a metre of the antenna or its vertical there is no direction; the floor keeps the gradients finite there.
        var rangeM = Math.Max(1, local.Length);
        var groundM = Math.Max(1, Math.Sqrt((local.East * local.East) + (local.North * local.North)));
        var azimuthRad = Math.Atan2(local.East, local.North);

        result.Dimension = 2;
        result.Residual[0] = plot.Plot.RangeM - local.Length;
        var turn = plot.Plot.AzimuthRad - azimuthRad;
        result.Residual[1] = Math.Abs(turn) <= Math.PI ? turn : Math.IEEERemainder(turn, 2 * Math.PI);
        result.Noise[0] = plot.Plot.RangeSigmaM * plot.Plot.RangeSigmaM;
        result.Noise[1] = plot.Plot.AzimuthSigmaRad * plot.Plot.AzimuthSigmaRad;
        result.Gradient[0] = frame.Local.Rotate(local / rangeM);
        result.Gradient[1] = frame.Local.Rotate(new EnuVector(local.North, -local.East, 0) / (groundM * groundM));
        if (plot.Vertical == VerticalMeasure.None) return;

        result.Dimension = 3;
        result.Noise[2] = plot.ThirdSigma * plot.ThirdSigma;
        if (plot.Vertical == VerticalMeasure.Elevation)
        {
            var tilt = local.Up / groundM;
            result.Residual[2] = plot.Plot.ElevationRad - frame.Measure(local).ElevationRad;
            result.Gradient[2] = frame.Local.Rotate(new EnuVector(-local.East * tilt, -local.North * tilt, groundM) / (rangeM * rangeM));
        }
        else
        {
            (result.Residual[2], result.Gradient[2]) = (rest.ResidualM, rest.Gradient);
        }
    }

    /// <summary>Adds the assumed height as a third, very uncertain measured value of a two-dimensional plot.</summary>
    public static void AssumeHeight(ref Linearization linearization, ref readonly KinematicEstimate estimate, double heightM, double sigmaM)
    {
        var position = estimate.Position + (estimate.Velocity * linearization.LagS);
        var rest = HeightResidual.At(position, heightM);
        (linearization.Residual[2], linearization.Gradient[2]) = (rest.ResidualM, rest.Gradient);
        linearization.Noise[2] = sigmaM * sigmaM;
        linearization.Dimension = 3;
    }
}
