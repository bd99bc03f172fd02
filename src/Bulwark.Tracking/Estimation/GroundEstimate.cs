using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Estimation;

/// <summary>A place on the ground that is believed in, with the ellipse of its error. Immutable.</summary>
/// <param name="Time">When the target is there.</param>
/// <param name="TimeSigmaS">Standard deviation of that time, seconds.</param>
/// <param name="Point">The place.</param>
/// <param name="SemiMajorSigmaM">Standard deviation along the longer axis of the ellipse, metres.</param>
/// <param name="SemiMinorSigmaM">Standard deviation along the shorter axis, metres.</param>
/// <param name="MajorAzimuthRad">Direction of the longer axis, radians clockwise from north, 0 to pi.</param>
/// <remarks>
/// The ellipse of one sigma holds the place with probability 0.393, of two 0.865, of 2.448 0.95.
/// </remarks>
public readonly record struct GroundEstimate(
    SimTime Time, double TimeSigmaS, GeodeticPoint Point, double SemiMajorSigmaM, double SemiMinorSigmaM, double MajorAzimuthRad)
{
    /// <summary>How far out a place lies, squared, in sigmas of the ellipse: chi-square distributed with two degrees of freedom.</summary>
    /// <param name="place">A place within some hundred kilometres.</param>
    public double DistanceSquaredRatio(GeodeticPoint place)
    {
        var local = new LocalFrame(Point).ToLocal(Wgs84.ToEcef(place));
        var (sine, cosine) = Math.SinCos(MajorAzimuthRad);
        var along = ((local.East * sine) + (local.North * cosine)) / SemiMajorSigmaM;
        var across = ((local.East * cosine) - (local.North * sine)) / SemiMinorSigmaM;
        return (along * along) + (across * across);
    }
}
