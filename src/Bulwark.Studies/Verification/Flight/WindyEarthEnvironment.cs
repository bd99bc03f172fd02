using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>The runs' own Earth with a wind from the west that changes linearly with height.</summary>
internal readonly record struct WindyEarthEnvironment(double GroundMPerS, double PerMetreHz) : IFlightEnvironment
{
    public FlightConditions At(in EcefVector position, in EcefVector velocity) => default(EarthEnvironment).At(position, velocity);

    public EcefVector Wind(in EcefVector position)
    {
        var horizontalM = Math.Sqrt((position.X * position.X) + (position.Y * position.Y));
        return new EcefVector(-position.Y, position.X, 0) * ((GroundMPerS + (PerMetreHz * EarthEnvironment.HeightM(position))) / horizontalM);
    }
}
