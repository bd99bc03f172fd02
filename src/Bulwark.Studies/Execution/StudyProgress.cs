namespace Bulwark.Studies.Execution;

/// <summary>How far a study has come. Immutable.</summary>
/// <param name="Done">Runs stored, with those of before.</param>
/// <param name="New">Runs done since this process began.</param>
/// <param name="DoneShare">Share of the work done, 0 to 1; an estimate when a rule decides how many runs there are.</param>
/// <param name="FromShare">Share that was done when this process began.</param>
public readonly record struct StudyProgress(long Done, long New, double DoneShare, double FromShare);
