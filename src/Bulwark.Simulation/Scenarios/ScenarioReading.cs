using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What came of reading a scenario file. Immutable.</summary>
/// <param name="Scenario">The scenario, or null when there was an error.</param>
/// <param name="Problems">Every error and warning, in the order of the file.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<Problem> Problems);
