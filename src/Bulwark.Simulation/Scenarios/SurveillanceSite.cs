using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A radar on its own, with its own tracker and no weapons. Immutable.</summary>
/// <param name="Id">Identifier, unique in the scenario.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Position">Where it stands; the height is that of the ground.</param>
/// <param name="FacingRad">Middle of the sector it looks into, radians clockwise from north.</param>
/// <param name="Radar">The rotating radar or phased array.</param>
/// <param name="Tracker">How it tracks.</param>
public sealed record SurveillanceSite(string Id, string Name, GeodeticPoint Position, double FacingRad, RadarParameters Radar, TrackerParameters Tracker)
{
    /// <summary>How it moves; null when that is not known.</summary>
    public Movement? Movement { get; init; }

    /// <summary>How it behaves as a part of the whole; null when nothing is said about that.</summary>
    public DoctrineBehaviours? Behaviours { get; init; }
}
