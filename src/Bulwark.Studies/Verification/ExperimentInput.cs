namespace Bulwark.Studies.Verification;

/// <summary>What an experiment may need from outside. Immutable.</summary>
/// <param name="TerrainFolder">Folder with real terrain and its reference tables, or null.</param>
internal sealed record ExperimentInput(string? TerrainFolder);
