namespace Bulwark.Studies.Programmes;

/// <summary>How a programme is run. Immutable.</summary>
public sealed record ProgrammeStudyOptions
{
    /// <summary>Seed; the programme's own when null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Replications; the programme's own number when null.</summary>
    public int? Replications { get; init; }

    /// <summary>Threads; the results are the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Keeps finished blocks of replications, and gives back those of before; null to keep none.</summary>
    public YearsStore? Store { get; init; }

    /// <summary>Is told the share done, 0 to 1.</summary>
    public Action<double>? Progress { get; init; }
}
