using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Outcomes;

/// <summary>What one fire unit did. Immutable.</summary>
/// <param name="Id">Identifier: the battery's, followed by its name there when the battery has several.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Limits">Its channels.</param>
/// <param name="Engaged">Most targets engaged at once.</param>
/// <param name="MissilesInFlight">Most missiles guided at once.</param>
/// <param name="RoundsSpent">Rounds fired.</param>
/// <param name="Hits">Rounds that killed.</param>
public sealed record FireUnitOutcome(string Id, string Name, UnitLimits Limits, int Engaged, int MissilesInFlight, int RoundsSpent, int Hits);
