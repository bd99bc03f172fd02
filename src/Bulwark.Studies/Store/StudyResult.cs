namespace Bulwark.Studies.Store;

/// <summary>What one run of a study gave. Immutable.</summary>
/// <param name="Cell">The setting.</param>
/// <param name="Replication">The replication, from 0.</param>
/// <param name="Hash">Fingerprint of the run's record.</param>
/// <param name="Measures">One number a measure, in the study's order; not-a-number where the run gives none.</param>
public sealed record StudyResult(int Cell, int Replication, string Hash, IReadOnlyList<double> Measures);
