namespace Bulwark.Studies.Verification;

/// <summary>What to verify, and against what. Immutable.</summary>
public sealed record VerificationOptions
{
    /// <summary>Folder with tables of the same names and columns, used instead of those that ship with the workbench; null for the latter.</summary>
    public string? ReferenceFolder { get; init; }

    /// <summary>Folder with real terrain and the tables made from it; null when there is none.</summary>
    public string? TerrainFolder { get; init; }

    /// <summary>Names to keep: a part of a table's or experiment's name, with * for anything; null for all.</summary>
    public string? Only { get; init; }
}
