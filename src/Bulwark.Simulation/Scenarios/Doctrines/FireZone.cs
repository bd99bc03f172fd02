using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Rules of engagement for a zone, a time, or both; of several that hold, the last one of the file counts. Immutable.</summary>
/// <param name="Rules">When tracks in it may be fired at.</param>
/// <param name="Centre">Its middle; null for everywhere.</param>
/// <param name="RadiusM">Its radius, metres.</param>
/// <param name="FloorM">Its lower edge, metres above the sea.</param>
/// <param name="CeilingM">Its upper edge, metres above the sea.</param>
/// <param name="From">When it begins to hold.</param>
/// <param name="Until">When it ends.</param>
public sealed record FireZone(RulesOfEngagement Rules, GeodeticPoint? Centre, double RadiusM, double FloorM, double CeilingM, SimTime From, SimTime Until);
