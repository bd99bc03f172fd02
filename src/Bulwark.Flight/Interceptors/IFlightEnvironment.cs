using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>The surroundings a point mass flies in; a struct, so that the flight is compiled for it.</summary>
internal interface IFlightEnvironment
{
    /// <summary>Conditions for a position (m) and velocity (m/s).</summary>
    FlightConditions At(in EcefVector position, in EcefVector velocity);

    /// <summary>Velocity of the air (m/s) at a position; bodies without motor or lift feel it.</summary>
    EcefVector Wind(in EcefVector position);
}
