using Bulwark.Studies.Programmes;

namespace Bulwark.Cli.Programmes;

/// <summary>What was asked of a programme. Immutable.</summary>
internal sealed record ProgrammeRequest
{
    /// <summary>Seed; the programme's own when null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Replications; the programme's own number when null.</summary>
    public int? Replications { get; init; }

    /// <summary>Threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether the question of localisation is to be answered.</summary>
    public bool Localise { get; init; }

    /// <summary>Another floor than the file's.</summary>
    public double? FloorShare { get; init; }

    /// <summary>Money for spares; null when that is not asked.</summary>
    public double? SpareBudgetUsd { get; init; }

    /// <summary>The study of the raid; null when that is not asked.</summary>
    public EffectQuestion? Effect { get; init; }
}
