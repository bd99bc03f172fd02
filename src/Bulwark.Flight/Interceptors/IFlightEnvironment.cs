using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>The surroundings a point mass flies in; a struct, so that the flight is compiled for it.</summary>
internal interface IFlightEnvironment
{
    /// <summary>Conditions for a position (m) and velocity (m/s).</summary>
    FlightConditions At(in EcefVector position, in EcefVector velocity);
}
