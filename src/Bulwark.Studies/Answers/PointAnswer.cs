using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Answers;

/// <summary>What a study found at one point: a combination of levels, for one alternative. Immutable.</summary>
public sealed record PointAnswer
{
    /// <summary>The first cell of the point; its values of the study's own factors are the point's.</summary>
    public required StudyCell Cell { get; init; }

    /// <summary>Mean of every measure with its interval; of a measure that is yes or no, the probability.</summary>
    public required IReadOnlyList<Estimate> Means { get; init; }

    /// <summary>For every measure, between which values its mean lies for nine tenths of the sampled figures of the catalogue, or over all corners; null without samples.</summary>
    public IReadOnlyList<Estimate>? Knowledge { get; init; }

    /// <summary>Mean of the main measure at each sample of the uncertain figures, in their order; null without samples.</summary>
    internal IReadOnlyList<double>? Samples { get; init; }

    /// <summary>Runs it rests on.</summary>
    public required long Runs { get; init; }
}
