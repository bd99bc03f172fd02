using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>Derivatives of positions given by ellipsoid normal and height.</summary>
internal static class Surface
{
    /// <summary>Velocity of <see cref="Wgs84.FromNormal"/> for a normal and height that change at the given rates.</summary>
    public static EcefVector Velocity(EcefVector normal, EcefVector normalRate, double heightM, double climbMPerS)
    {
        var inverse = 1 / (1 - (Wgs84.EccentricitySquared * normal.Z * normal.Z));
        var primeVerticalM = Wgs84.SemiMajorAxisM * Math.Sqrt(inverse);
        var primeVerticalRate = primeVerticalM * Wgs84.EccentricitySquared * normal.Z * normalRate.Z * inverse;
        var equatorialM = primeVerticalM + heightM;
        var polarM = (primeVerticalM * (1 - Wgs84.EccentricitySquared)) + heightM;
        var equatorialRate = primeVerticalRate + climbMPerS;
        return new EcefVector(
            (equatorialRate * normal.X) + (equatorialM * normalRate.X),
            (equatorialRate * normal.Y) + (equatorialM * normalRate.Y),
            (((primeVerticalRate * (1 - Wgs84.EccentricitySquared)) + climbMPerS) * normal.Z) + (polarM * normalRate.Z));
    }
}
