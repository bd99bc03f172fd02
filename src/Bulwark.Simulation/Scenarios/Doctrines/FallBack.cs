using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The unit fights on its own when it has heard nothing for a while, and is led again when it hears again. Immutable.</summary>
/// <param name="AfterS">For how long it has to have heard nothing, seconds.</param>
/// <param name="Of">Unit that it listens for; null for anybody on the network.</param>
/// <param name="Rules">When it may fire on its own; null for as before.</param>
public sealed record FallBack(double AfterS, string? Of, RulesOfEngagement? Rules);
