using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>One alternative against the first at one point, pair by pair. Immutable.</summary>
/// <param name="Cell">The first cell of the point.</param>
/// <param name="Alternative">Index of the alternative compared with the first.</param>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Difference">The alternative less the first.</param>
/// <param name="Sequence">The interval that holds at every look together; what a rule to stop decides by.</param>
public sealed record PairAnswer(StudyCell Cell, int Alternative, int Measure, PairedDifference Difference, Estimate Sequence);
