using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A searching radar of a battery on its place. Immutable.</summary>
/// <param name="Id">Its name in the battery: that of its catalogue entry, numbered when there are several.</param>
/// <param name="Position">Where it stands, with the height of the ground; null for the battery's own place.</param>
/// <param name="FacingRad">Middle of the sector it looks into, radians clockwise from north; null for the battery's direction.</param>
/// <param name="Radar">The rotating radar or phased array.</param>
public sealed record BatteryRadar(string Id, GeodeticPoint? Position, double? FacingRad, RadarParameters Radar)
{
    /// <summary>How it moves; null when that is not known.</summary>
    public Movement? Movement { get; init; }
}
