using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>Differential relations of the WGS-84 ellipsoid that motion needs besides <see cref="Wgs84"/>.</summary>
internal static class Ellipsoid
{
    /// <summary>Rate of change of the point with a moving normal and height: the derivative of <see cref="Wgs84.FromNormal"/>.</summary>
    public static EcefVector Rate(EcefVector normal, EcefVector normalRate, double heightM, double heightRateMPerS)
    {
        var inverse = 1 / (1 - (Wgs84.EccentricitySquared * normal.Z * normal.Z));
        var primeVerticalM = Wgs84.SemiMajorAxisM * Math.Sqrt(inverse);
        var primeVerticalRate = primeVerticalM * inverse * Wgs84.EccentricitySquared * normal.Z * normalRate.Z;
        const double Polar = 1 - Wgs84.EccentricitySquared;
        var equatorialM = primeVerticalM + heightM;
        var equatorialRate = primeVerticalRate + heightRateMPerS;
        return new EcefVector(
            (equatorialRate * normal.X) + (equatorialM * normalRate.X),
            (equatorialRate * normal.Y) + (equatorialM * normalRate.Y),
            (((Polar * primeVerticalRate) + heightRateMPerS) * normal.Z) + (((Polar * primeVerticalM) + heightM) * normalRate.Z));
    }

    /// <summary>Radii of curvature (meridian, prime vertical) at a latitude, metres.</summary>
    public static (double MeridianM, double PrimeVerticalM) Radii(double latitudeRad)
    {
        var sine = Math.Sin(latitudeRad);
        var inverse = 1 / (1 - (Wgs84.EccentricitySquared * sine * sine));
        var primeVerticalM = Wgs84.SemiMajorAxisM * Math.Sqrt(inverse);
        return (primeVerticalM * (1 - Wgs84.EccentricitySquared) * inverse, primeVerticalM);
    }
}
