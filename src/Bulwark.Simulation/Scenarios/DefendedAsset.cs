using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Something the defence protects. Immutable.</summary>
/// <param name="Id">Identifier, unique in the scenario.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Position">Where it is.</param>
/// <param name="RadiusM">Radius within which an attacker has reached it, metres.</param>
/// <param name="ValueRatio">Relative worth in threat ranking, 1 by default.</param>
public sealed record DefendedAsset(string Id, string Name, GeodeticPoint Position, double RadiusM, double ValueRatio);
