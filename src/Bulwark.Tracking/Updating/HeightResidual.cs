using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Updating;

/// <summary>What a position leaves of a reported height, and how the height changes with position.</summary>
/// <param name="ResidualM">Reported less the position's height above the ellipsoid, metres.</param>
/// <param name="Gradient">The ellipsoid's normal.</param>
internal readonly record struct HeightResidual(double ResidualM, EcefVector Gradient)
{
    /// <summary>At a position.</summary>
    /// <param name="position">The position, Earth-fixed, metres.</param>
    /// <param name="heightM">The reported height, metres.</param>
    public static HeightResidual At(EcefVector position, double heightM)
    {
        var residual = heightM - Wgs84.HeightM(position, out var sinLatitude, out var cosLatitude);
        var scale = cosLatitude / Math.Max(1, Math.Sqrt((position.X * position.X) + (position.Y * position.Y)));
        return new HeightResidual(residual, new EcefVector(position.X * scale, position.Y * scale, sinLatitude));
    }
}
