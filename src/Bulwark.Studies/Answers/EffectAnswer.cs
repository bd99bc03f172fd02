using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>What moving one factor through its range does to one measure. Immutable.</summary>
/// <param name="Factor">Its name.</param>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Effect">Its elementary effects.</param>
public sealed record EffectAnswer(string Factor, int Measure, ElementaryEffect Effect);
