using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Starts an estimate from one plot: its position, no velocity, and a velocity covariance that spans the speeds allowed.
/// Source: Mallick and La Scala, "Comparison of single-point and two-point difference track initiation algorithms using position
/// measurements", Acta Automatica Sinica 34 (2008) 258-265, section 2 (standard deviation: largest speed over the root of three).
/// </summary>
internal static class OnePointInitiator
{
    // Keeps the information matrix regular where the values measured do not fix a position (overhead, range and height are one).
    private const double VaguePositionSigmaM = 50_000;

    /// <summary>Makes the estimate.</summary>
    public static KinematicEstimate Start(in PreparedPlot plot, SensorFrame frame, TrackerParameters parameters)
    {
        var estimate = new KinematicEstimate { Time = plot.Plot.Time, Position = plot.Position };
        MeasurementModel.Linearize(in plot, frame, in estimate, out var linearization);
        if (linearization.Dimension == 2)
        {
            MeasurementModel.AssumeHeight(ref linearization, in estimate, parameters.AssumedHeightM, parameters.AssumedHeightSigmaM);
        }

        const double Vague = 1 / (VaguePositionSigmaM * VaguePositionSigmaM);
        Span<double> information = [Vague, 0, 0, 0, Vague, 0, 0, 0, Vague];
        for (var k = 0; k < 3; k++)
        {
            var gradient = linearization.Gradient[k];
            AddOuter(information, gradient, 1 / linearization.Noise[k], 3, 0);
        }

        Span<double> covariance = stackalloc double[9];
        var matrix = estimate.Matrix;
        if (!SmallMatrix.TryInvertSymmetric3(information, covariance, out _)) covariance.Clear();
        for (var row = 0; row < 3; row++) covariance.Slice(3 * row, 3).CopyTo(matrix.Slice(6 * row, 3));

        var speed = SpeedLimitMPerS(in plot, parameters);
        var horizontal = speed * speed / 3;
        var verticalSpeed = speed > parameters.MaximumSpeedMPerS ? speed : Math.Min(parameters.MaximumVerticalSpeedMPerS, speed);
        var vertical = verticalSpeed * verticalSpeed / 3;
        matrix[21] = matrix[28] = matrix[35] = horizontal;
        AddOuter(matrix, plot.Position.Normalized(), vertical - horizontal, 6, 21);
        if (plot.Plot.HasRangeRate) new RangeRate(in plot, frame.Local.OriginEcefM, estimate.Position, estimate.Velocity).Update(ref estimate);
        return estimate;
    }

    /// <summary>The largest speed of a target first seen at a plot: higher up than aircraft fly it may be a missile.</summary>
    public static double SpeedLimitMPerS(in PreparedPlot plot, TrackerParameters parameters)
    {
        if (plot.Vertical == VerticalMeasure.None || parameters.MaximumBallisticSpeedMPerS <= parameters.MaximumSpeedMPerS) return parameters.MaximumSpeedMPerS;
        var sigmaM = plot.Vertical == VerticalMeasure.Elevation ? plot.Plot.RangeM * plot.ThirdSigma : plot.ThirdSigma;

        // Heights of aircraft need no conversion: above the sphere that holds the ellipsoid they are at most what this gives.
        var atMostM = plot.Position.Length - Core.Earth.Wgs84.SemiMinorAxisM;
        if (atMostM < parameters.BallisticHeightM) return parameters.MaximumSpeedMPerS;
        var heightM = Core.Earth.Wgs84.HeightM(plot.Position) - (2 * sigmaM);
        return heightM > parameters.BallisticHeightM ? parameters.MaximumBallisticSpeedMPerS : parameters.MaximumSpeedMPerS;
    }

    private static void AddOuter(Span<double> matrix, EcefVector vector, double weight, int stride, int start)
    {
        ReadOnlySpan<double> v = [vector.X, vector.Y, vector.Z];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++) matrix[start + (stride * row) + column] += weight * v[row] * v[column];
        }
    }
}
