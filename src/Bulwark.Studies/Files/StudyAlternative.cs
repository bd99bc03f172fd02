namespace Bulwark.Studies.Files;

/// <summary>One of the things that a study compares: a name and what is set for it. Immutable.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its name for reports.</param>
/// <param name="Settings">What is set: for each path a value.</param>
public sealed record StudyAlternative(string Id, string Title, IReadOnlyList<StudySetting> Settings);
