using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A point of a route, with the speed flown on the leg that leads to it. Immutable.</summary>
/// <param name="Position">Place and height.</param>
/// <param name="SpeedMPerS">Ground speed on the leg that ends here, m/s; ignored at the first point.</param>
public readonly record struct Waypoint(GeodeticPoint Position, double SpeedMPerS)
{
    /// <summary>Time to hold over the point, seconds; 0 flies on.</summary>
    public double HoldS { get; init; }

    /// <summary>Length of the straight legs of a holding circuit, metres; 0 circles.</summary>
    public double HoldLegM { get; init; }
}
