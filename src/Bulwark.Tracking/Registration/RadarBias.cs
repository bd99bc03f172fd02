using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>Constant errors of one radar and how well they are known. Immutable.</summary>
/// <param name="RangeM">What its ranges are too long by, metres.</param>
/// <param name="AzimuthRad">What its azimuths are too far to the right by, radians.</param>
/// <param name="TimeS">What its times are too early by, seconds: a target seen at a stated time stands where it will be this much later.</param>
/// <param name="RangeSigmaM">Standard error of the range's, metres.</param>
/// <param name="AzimuthSigmaRad">Standard error of the azimuth's, radians.</param>
/// <param name="TimeSigmaS">Standard error of the time's, seconds.</param>
public readonly record struct RadarBias(double RangeM, double AzimuthRad, double TimeS, double RangeSigmaM, double AzimuthSigmaRad, double TimeSigmaS)
{
    /// <summary>A plot of the radar with the errors taken off.</summary>
    /// <param name="plot">The plot as measured.</param>
    public Plot TakenOff(in Plot plot) => plot with
    {
        RangeM = plot.RangeM - RangeM,
        AzimuthRad = plot.AzimuthRad - AzimuthRad,
        Time = plot.Time + SimDuration.FromSeconds(TimeS),
    };
}
