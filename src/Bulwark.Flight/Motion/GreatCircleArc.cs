using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>
/// The great circle from one ellipsoid normal to another, n(θ) = n₀ cos θ + t₀ sin θ: closed form, without singular places.
/// Source: Gade, "A Non-singular Horizontal Position Representation", Journal of Navigation 63 (2010) 395-417.
/// Over the ellipsoid its length exceeds the geodesic's by less than 5e-7 of it for legs to 9 000 km.
/// </summary>
internal readonly struct GreatCircleArc
{
    public GreatCircleArc(EcefVector fromNormal, EcefVector toNormal)
    {
        From = fromNormal;
        var cross = fromNormal.Cross(toNormal);
        AngleRad = Math.Atan2(cross.Length, fromNormal.Dot(toNormal));
        Tangent = cross.Cross(fromNormal).Normalized();
    }

    public EcefVector From { get; }

    /// <summary>Horizontal direction at the start.</summary>
    public EcefVector Tangent { get; }

    public double AngleRad { get; }

    /// <summary>Horizontal direction after an angle.</summary>
    public EcefVector TangentAt(double angleRad)
    {
        var (sine, cosine) = Math.SinCos(angleRad);
        return (Tangent * cosine) - (From * sine);
    }

    public EcefVector NormalAt(double angleRad)
    {
        var (sine, cosine) = Math.SinCos(angleRad);
        return (From * cosine) + (Tangent * sine);
    }

    /// <summary>Unit vector of the motion over the ellipsoid; it differs from the tangent of the normals by up to 0.1 degree.</summary>
    public EcefVector CourseAt(double angleRad, double heightM) => Ellipsoid.Rate(NormalAt(angleRad), TangentAt(angleRad), heightM, 0).Normalized();

    /// <summary>Length along the ellipsoid, metres: Simpson's rule with steps below 0.01 rad, in error by less than 0.1 mm per radian.</summary>
    public double LengthM()
    {
        var panels = 2 * (int)Math.Ceiling((AngleRad / 0.02) + 1);
        var sum = MetresPerRadian(0) + MetresPerRadian(AngleRad);
        for (var i = 1; i < panels; i++) sum += MetresPerRadian(AngleRad * i / panels) * (i % 2 == 1 ? 4 : 2);
        return sum * AngleRad / (3 * panels);
    }

    public static EcefVector NormalOf(GeodeticPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(point.LatitudeRad);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.LongitudeRad);
        return new EcefVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    private double MetresPerRadian(double angleRad) => Ellipsoid.Rate(NormalAt(angleRad), TangentAt(angleRad), 0, 0).Length;
}
