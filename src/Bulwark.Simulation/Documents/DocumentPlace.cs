namespace Bulwark.Simulation.Documents;

/// <summary>A place in a file. Immutable.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in characters.</param>
public readonly record struct DocumentPlace(string File, int Line, int Column);
