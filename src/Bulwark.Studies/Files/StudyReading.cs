using Bulwark.Simulation.Documents;

namespace Bulwark.Studies.Files;

/// <summary>What came of reading a study file. Immutable.</summary>
/// <param name="Study">The study, or null when there was an error.</param>
/// <param name="Problems">Every error and warning, in the order of the file.</param>
public sealed record StudyReading(Study? Study, IReadOnlyList<Problem> Problems);
