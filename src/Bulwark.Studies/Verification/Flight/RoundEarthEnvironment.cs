using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>A round Earth, turning or not, with inverse-square gravity and the US Standard Atmosphere 1976: the check cases' plainest setting.</summary>
internal readonly record struct RoundEarthEnvironment(double GravitationalParameterM3PerS2, double RadiusM, double RateRadPerS, bool HasAir) : IFlightEnvironment
{
    public FlightConditions At(in EcefVector position, in EcefVector velocity)
    {
        var distanceM = position.Length;
        var gravity = position * (-GravitationalParameterM3PerS2 / (distanceM * distanceM * distanceM));
        var centrifugal = new EcefVector(RateRadPerS * RateRadPerS * position.X, RateRadPerS * RateRadPerS * position.Y, 0);
        var coriolis = new EcefVector(2 * RateRadPerS * velocity.Y, -2 * RateRadPerS * velocity.X, 0);
        var density = HasAir ? StandardAtmosphere.At(Math.Max(0, distanceM - RadiusM)).DensityKgPerM3 : 0;
        return new FlightConditions(density, 340, gravity + centrifugal + coriolis);
    }

    public EcefVector Wind(in EcefVector position) => EcefVector.Zero;
}
