using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>Air that thins exponentially along z and no gravity: the setting of Allen and Eggers.</summary>
internal readonly record struct ExponentialEnvironment(double SurfaceKgPerM3, double ScaleHeightM) : IFlightEnvironment
{
    public FlightConditions At(in EcefVector position, in EcefVector velocity) => new(SurfaceKgPerM3 * Math.Exp(-position.Z / ScaleHeightM), 340, EcefVector.Zero);

    public EcefVector Wind(in EcefVector position) => EcefVector.Zero;
}
