using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>What gives units and nodes of the network their power. While it is out, what it feeds neither radiates nor passes anything on. Immutable.</summary>
/// <param name="Id">Identifier, unique in the scenario.</param>
/// <param name="Feeds">Identifiers of batteries, surveillance radars, command posts and relays.</param>
/// <param name="Backup">How long until they run on power of their own; null when they have none.</param>
public sealed record PowerSource(string Id, IReadOnlyList<string> Feeds, SimDuration? Backup);
