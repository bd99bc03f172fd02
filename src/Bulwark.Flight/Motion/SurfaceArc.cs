using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>
/// A circle in the space of ellipsoid normals ("n-vectors"), n(φ) = centre + u cos φ + v sin φ: a great circle when the centre is zero.
/// Source for n-vectors: Gade, "A non-singular horizontal position representation", Journal of Navigation 63 (2010) 395-417.
/// </summary>
internal readonly struct SurfaceArc(EcefVector centre, EcefVector u, EcefVector v)
{
    public EcefVector Centre { get; } = centre;

    public EcefVector U { get; } = u;

    public EcefVector V { get; } = v;

    public EcefVector Normal(double angleRad)
    {
        var (sine, cosine) = Math.SinCos(angleRad);
        return Centre + (U * cosine) + (V * sine);
    }

    public EcefVector NormalRate(double angleRad)
    {
        var (sine, cosine) = Math.SinCos(angleRad);
        return (V * cosine) - (U * sine);
    }

    /// <summary>Length on the ellipsoid between two angles: Simpson's rule, at most 2 degrees a panel, exact to 1e-9 of the length.</summary>
    public double LengthM(double fromRad, double toRad)
    {
        var panels = 2 * Math.Max(2, (int)Math.Ceiling(Math.Abs(toRad - fromRad) / 0.07));
        var step = (toRad - fromRad) / panels;
        var sum = 0.0;
        for (var i = 0; i <= panels; i++)
        {
            var weight = i == 0 || i == panels ? 1 : 2 + (2 * (i & 1));
            sum += weight * SpeedM(fromRad + (i * step));
        }

        return Math.Abs(sum * step / 3);
    }

    /// <summary>Metres on the ellipsoid per radian of angle.</summary>
    private double SpeedM(double angleRad) => Surface.Velocity(Normal(angleRad), NormalRate(angleRad), 0, 0).Length;
}
