using Bulwark.Simulation.Documents;

namespace Bulwark.Studies.Files;

/// <summary>A value set at a path. Immutable.</summary>
/// <param name="Path">The path, see <see cref="StudyFactor.Path"/>.</param>
/// <param name="Value">The value as a file would write it, with its place.</param>
public sealed record StudySetting(string Path, ScalarNode Value);
