using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>What the years of a programme came to. Immutable.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Seed">The seed used.</param>
/// <param name="Replications">Replications.</param>
/// <param name="Cases">What each case came to.</param>
/// <param name="Hash">Fingerprint of all records, the same at any number of threads.</param>
public sealed record ProgrammeStudyResult(ProgrammePlan Plan, ulong Seed, int Replications, IReadOnlyList<CaseOutcome> Cases, string Hash);
