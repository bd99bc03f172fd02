using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>
/// What taking one uncertain figure from its lowest to its highest value does to one measure, over the corners of all the others: the mean
/// where it is high less the mean where it is low. Source: G. E. P. Box, J. S. Hunter and W. G. Hunter, Statistics for Experimenters,
/// 2nd ed. (2005), section 5.3. Immutable.
/// </summary>
/// <param name="Factor">Name of the figure.</param>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Effect">
/// The effect, in the unit of the measure. Its interval tells of luck within the corners, by the pooled variance of the runs (section 5.5
/// there); the corners themselves are all of them or a fixed selection. Without a second run of a corner it has no ends. It rests on as
/// many values as there were runs.
/// </param>
public sealed record MainEffectAnswer(string Factor, int Measure, Estimate Effect);
