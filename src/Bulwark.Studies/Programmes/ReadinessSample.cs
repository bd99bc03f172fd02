namespace Bulwark.Studies.Programmes;

/// <summary>What of every unit was up at some months of one replication. Immutable.</summary>
/// <param name="Equipment">How many of each line of equipment worked, at month times lines plus line.</param>
/// <param name="Rounds">Rounds, at month times units plus unit.</param>
public sealed record ReadinessSample(byte[] Equipment, int[] Rounds);
