using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Tracking.Plots;

/// <summary>Checks plots and places them on the Earth.</summary>
internal static class PlotPreparation
{
    // Far beyond any radar and any run, yet safe in the arithmetic of whole nanoseconds and of covariances.
    private const double LargestRangeM = 2e7;
    private const double LargestRateMPerS = 2e4;
    private const double LargestBendRatio = 0.1;
    private const double LargestCrossRatio = 0.02;

    // Nearly overhead, range and height are one value, and the place on the ground bends with both.
    private const double LeastGroundShare = 0.7;
    private const long LargestTimeNs = long.MaxValue / 8;

    /// <summary>Checks one plot and locates it.</summary>
    /// <returns>False when a value is missing, not finite or out of its range.</returns>
    public static bool TryPrepare(in Plot plot, ReadOnlySpan<SensorDescription> sensors, TrackerParameters parameters, out PreparedPlot prepared)
    {
        prepared = default;
        if ((uint)plot.Sensor >= (uint)sensors.Length || !IsUsableTime(plot.Time)) return false;
        if (!(plot.RangeM > 0 && plot.RangeM < LargestRangeM && double.IsFinite(plot.AzimuthRad))) return false;
        if (!IsSigma(plot.RangeSigmaM, LargestRangeM) || !IsSigma(plot.AzimuthSigmaRad, 10)) return false;

        var sensor = sensors[plot.Sensor];
        var hasElevation = sensor.MeasuresElevation && !double.IsNaN(plot.ElevationRad);
        var hasHeight = !double.IsNaN(plot.HeightM);
        if (hasElevation && !(Math.Abs(plot.ElevationRad) <= Math.PI / 2 && IsSigma(plot.ElevationSigmaRad, 10))) return false;
        if (plot.HasRangeRate && !(Math.Abs(plot.RangeRateMPerS) < LargestRateMPerS && IsSigma(plot.RangeRateSigmaMPerS, LargestRateMPerS))) return false;
        if (hasHeight && !(Math.Abs(plot.HeightM) < LargestRangeM && IsSigma(plot.HeightSigmaM, LargestRangeM))) return false;
        if (hasElevation && hasHeight)
        {
            hasHeight = plot.HeightSigmaM < plot.RangeM * plot.ElevationSigmaRad;
            hasElevation = !hasHeight;
        }

        var crossM = plot.RangeM * plot.AzimuthSigmaRad;
        var (vertical, verticalSigmaM) = hasElevation ? (VerticalMeasure.Elevation, plot.RangeM * plot.ElevationSigmaRad)
            : hasHeight ? (VerticalMeasure.Height, plot.HeightSigmaM)
            : (VerticalMeasure.None, parameters.AssumedHeightSigmaM);
        var rest = default(HeightResidual);
        var position = hasElevation
            ? sensor.Frame.Locate(new SphericalMeasurement(plot.RangeM, plot.AzimuthRad, plot.ElevationRad))
            : LocateAtHeight(sensor.Frame, plot.RangeM, plot.AzimuthRad, hasHeight ? plot.HeightM : parameters.AssumedHeightM, out rest);
        if (!double.IsFinite(position.LengthSquared)) return false;
        var variance = (plot.RangeSigmaM * plot.RangeSigmaM) + (crossM * crossM) + (verticalSigmaM * verticalSigmaM);
        prepared = new PreparedPlot(plot, vertical, position, variance, IsCentred: false, default);
        if (vertical != VerticalMeasure.None && crossM * plot.AzimuthSigmaRad < LargestBendRatio * plot.RangeSigmaM
            && crossM < LargestCrossRatio * GroundM(sensor.Frame, position)
            && (vertical == VerticalMeasure.Elevation || GroundM(sensor.Frame, position) > LeastGroundShare * plot.RangeM))
        {
            MeasurementModel.LinearizeAtOwn(in prepared, sensor.Frame, in rest, out var own);
            prepared = new PreparedPlot(plot, vertical, position, variance, IsCentred: true, own);
        }

        return true;
    }

    /// <summary>True for times that differences cannot overflow.</summary>
    public static bool IsUsableTime(SimTime time) => Math.Abs(time.Nanoseconds / 2) <= LargestTimeNs / 2;

    /// <summary>The position at a slant range, azimuth and height above the ellipsoid; straight up or down when the height is out of reach.</summary>
    public static EcefVector LocateAtHeight(SensorFrame frame, double rangeM, double azimuthRad, double heightM) => LocateAtHeight(frame, rangeM, azimuthRad, heightM, out _);

    private static EcefVector LocateAtHeight(SensorFrame frame, double rangeM, double azimuthRad, double heightM, out HeightResidual rest)
    {
        // Raising the point by d at fixed range raises its height by d, but for a part in (Earth radius / height): three steps are plenty.
        var (sinAzimuth, cosAzimuth) = Math.SinCos(azimuthRad);
        var upM = heightM - frame.Antenna.HeightM - (rangeM * rangeM / (2 * Wgs84.MeanRadiusM));
        var position = EcefVector.Zero;
        rest = default;
        for (var step = 0; step < 4; step++)
        {
            upM = Math.Clamp(upM, -rangeM, rangeM);
            var groundM = Math.Sqrt((rangeM - upM) * (rangeM + upM));
            position = frame.Local.ToEcef(new EnuVector(groundM * sinAzimuth, groundM * cosAzimuth, upM));
            rest = HeightResidual.At(position, heightM);
            if (!(Math.Abs(rest.ResidualM) > 1e-3)) break;
            upM += rest.ResidualM;
        }

        return position;
    }

    private static double GroundM(SensorFrame frame, EcefVector position)
    {
        var local = frame.Local.ToLocal(position);
        return Math.Sqrt((local.East * local.East) + (local.North * local.North));
    }

    private static bool IsSigma(double sigma, double largest) => sigma > 0 && sigma < largest && sigma * sigma > double.Epsilon;
}
