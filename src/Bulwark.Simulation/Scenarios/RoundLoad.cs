using Bulwark.Flight.Interceptors;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Rounds of one kind on a type of launcher. Immutable.</summary>
/// <param name="Id">Catalogue identifier of the round.</param>
/// <param name="Round">The round.</param>
/// <param name="PerLauncher">How many stand ready on each launcher.</param>
/// <param name="Store">How many are in store for reloading.</param>
public sealed record RoundLoad(string Id, InterceptorParameters Round, int PerLauncher, int Store);
