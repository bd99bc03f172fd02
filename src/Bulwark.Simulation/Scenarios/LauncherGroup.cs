using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Launchers of one type at one place, all loaded alike. Immutable.</summary>
/// <param name="Id">Name in the fire unit.</param>
/// <param name="Position">Where they stand, with the height of the ground; null for the fire unit's own place.</param>
/// <param name="Count">How many.</param>
/// <param name="Load">What each carries.</param>
/// <param name="ReloadTime">Time to reload an empty one.</param>
public sealed record LauncherGroup(string Id, GeodeticPoint? Position, int Count, IReadOnlyList<RoundLoad> Load, CrewTime ReloadTime);
