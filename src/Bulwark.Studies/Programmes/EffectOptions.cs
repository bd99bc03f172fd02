using Bulwark.Studies.Execution;

namespace Bulwark.Studies.Programmes;

/// <summary>How readiness is met by a raid. Immutable.</summary>
public sealed record EffectOptions
{
    /// <summary>The results file of the engagements: a study's, made when it is not there, gone on with when it is.</summary>
    public required string File { get; init; }

    /// <summary>Months between the dates, at least 1.</summary>
    public int EveryMonths { get; init; } = 6;

    /// <summary>Threads; the result is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told, on the calling thread, how far the engagements have come.</summary>
    public Action<StudyProgress>? Progress { get; init; }
}
