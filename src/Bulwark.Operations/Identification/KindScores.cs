using System.Runtime.CompilerServices;

namespace Bulwark.Operations.Identification;

/// <summary>By kind of target (from aircraft on, in their order), the sum of the logarithms of the likelihoods of what was seen. All zero before anything was. A value.</summary>
[InlineArray(KindRules.Kinds)]
public struct KindScores
{
    private double _first;
}
