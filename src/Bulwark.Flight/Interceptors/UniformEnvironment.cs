using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>The same air and gravity everywhere: the setting of the closed forms the model is held against.</summary>
internal readonly record struct UniformEnvironment(double DensityKgPerM3, EcefVector Gravity) : IFlightEnvironment
{
    public FlightConditions At(in EcefVector position, in EcefVector velocity) => new(DensityKgPerM3, 340, Gravity);

    public EcefVector Wind(in EcefVector position) => EcefVector.Zero;
}
