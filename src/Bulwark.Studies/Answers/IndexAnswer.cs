using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>How much one factor explains of one measure. Immutable.</summary>
/// <param name="Factor">Its name; "luck" for everything that is random in a run.</param>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Index">Its indices.</param>
public sealed record IndexAnswer(string Factor, int Measure, SobolIndex Index);
