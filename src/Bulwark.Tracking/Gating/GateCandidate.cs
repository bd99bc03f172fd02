namespace Bulwark.Tracking.Gating;

/// <summary>A track that plots of a sensor may belong to.</summary>
/// <param name="Row">Its row.</param>
/// <param name="ReachM">How far from its straight path it may be met, metres; of no meaning once the pairs are known.</param>
/// <param name="Job">The job that found its pairs; -1 when they have yet to be found.</param>
/// <param name="First">The first of them in the job's list.</param>
/// <param name="End">Behind the last.</param>
internal readonly record struct GateCandidate(int Row, double ReachM, int Job = -1, int First = 0, int End = 0);
