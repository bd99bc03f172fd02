using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>The runs' own Earth with air up to 86 km only, as some reference trajectories have it: what lies above costs a flight of 1000 km some metres.</summary>
internal readonly struct CappedAirEnvironment : IFlightEnvironment
{
    private const double TopM = 86_000;

    public FlightConditions At(in EcefVector position, in EcefVector velocity)
    {
        var air = default(EarthEnvironment).At(position, velocity);
        return EarthEnvironment.HeightM(position) > TopM ? air with { DensityKgPerM3 = 0 } : air;
    }

    public EcefVector Wind(in EcefVector position) => EcefVector.Zero;
}
