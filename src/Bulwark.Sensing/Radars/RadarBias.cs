using Bulwark.Core.Randomness;

namespace Bulwark.Sensing.Radars;

/// <summary>Constant errors of one set, from levelling, north alignment and range zero. Immutable.</summary>
/// <param name="RangeM">Added to every range, metres.</param>
/// <param name="AzimuthRad">Added to every azimuth, radians.</param>
/// <param name="ElevationRad">Added to every elevation, radians.</param>
public readonly record struct RadarBias(double RangeM, double AzimuthRad, double ElevationRad)
{
    /// <summary>Draws the errors of one set.</summary>
    /// <param name="parameters">The set.</param>
    /// <param name="random">Stream that decides; always three normal numbers.</param>
    public static RadarBias Draw(RadarParameters parameters, ref RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var (range, azimuth) = NormalDraw.Pair(ref random);
        var (elevation, _) = NormalDraw.Pair(ref random);
        return new RadarBias(parameters.RangeBiasSigmaM * range, parameters.AngleBiasSigmaRad * azimuth, parameters.AngleBiasSigmaRad * elevation);
    }
}
