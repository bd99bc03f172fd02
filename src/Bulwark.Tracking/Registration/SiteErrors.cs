using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>Constant errors of one radar, as believed, and how well they are known. Immutable.</summary>
/// <param name="RangeM">What its ranges are too long by, metres.</param>
/// <param name="AzimuthRad">What its azimuths are too far to the right by, radians.</param>
/// <param name="ElevationRad">What its elevations are too high by, radians.</param>
/// <param name="RangeSigmaM">Standard error of the range's, metres.</param>
/// <param name="AzimuthSigmaRad">Standard error of the azimuth's, radians.</param>
/// <param name="ElevationSigmaRad">Standard error of the elevation's, radians.</param>
public readonly record struct SiteErrors(
    double RangeM, double AzimuthRad, double ElevationRad, double RangeSigmaM, double AzimuthSigmaRad, double ElevationSigmaRad)
{
    /// <summary>A plot of the radar with the errors taken off.</summary>
    /// <param name="plot">The plot as measured.</param>
    public Plot TakenOff(in Plot plot) => plot with
    {
        RangeM = plot.RangeM - RangeM,
        AzimuthRad = plot.AzimuthRad - AzimuthRad,
        ElevationRad = plot.ElevationRad - ElevationRad,
    };

    /// <summary>How far a place lies from where it would be without the errors.</summary>
    /// <param name="frame">Where the radar stands.</param>
    /// <param name="place">The place, Earth-fixed, metres.</param>
    /// <returns>The difference, Earth-fixed, metres.</returns>
    public EcefVector ShiftAt(SensorFrame frame, EcefVector place) => ErrorSlopes.At(frame, place, isSolid: true).Times(RangeM, AzimuthRad, ElevationRad);
}
