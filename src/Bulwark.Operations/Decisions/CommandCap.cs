namespace Bulwark.Operations.Decisions;

/// <summary>A cap of a command above its fire units: how many more targets all of them together may take on. Immutable.</summary>
/// <param name="Parent">Index of the cap above it, or -1; one above has a smaller index.</param>
/// <param name="FreeTargets">Targets that may still be taken on.</param>
public readonly record struct CommandCap(int Parent, int FreeTargets);
