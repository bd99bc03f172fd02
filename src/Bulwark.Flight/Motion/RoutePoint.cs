using Bulwark.Core.Earth;

namespace Bulwark.Flight.Motion;

/// <summary>A point of a route. Immutable.</summary>
/// <param name="Position">Place and height above the ellipsoid.</param>
/// <param name="SpeedMPerS">Ground speed on the leg that ends here, m/s, positive; ignored at the first point.</param>
public readonly record struct RoutePoint(GeodeticPoint Position, double SpeedMPerS)
{
    /// <summary>Time to hold over the point after reaching it, seconds, flown in whole circuits: as many as come nearest, at least one; 0 flies on.</summary>
    public double HoldS { get; init; }

    /// <summary>Length of the straight legs of a holding circuit (a racetrack), metres; 0 circles.</summary>
    public double HoldLegM { get; init; }
}
