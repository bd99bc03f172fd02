namespace Bulwark.Simulation.Outcomes;

/// <summary>The answer of one run in a few numbers, all counted from recorded events. Immutable.</summary>
public sealed record RunSummary
{
    /// <summary>Identifier of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of the replication.</summary>
    public required uint Replication { get; init; }

    /// <summary>Fingerprint of everything recorded.</summary>
    public required string Hash { get; init; }

    /// <summary>Simulated time at the end, seconds.</summary>
    public required double EndS { get; init; }

    /// <summary>Events recorded.</summary>
    public required long Events { get; init; }

    /// <summary>The largest peaks of any one battery (of any one radar's picture for <see cref="RunPeaks.Tracked"/>).</summary>
    public required RunPeaks Peaks { get; init; }

    /// <summary>What became of the attackers.</summary>
    public required TargetCounts Targets { get; init; }

    /// <summary>What became of neutral and friendly aircraft.</summary>
    public required ProtectedCounts Protected { get; init; }

    /// <summary>Attackers that leaked, by cause; causes that did not occur are listed with zero.</summary>
    public required IReadOnlyDictionary<LossCause, int> LossesByCause { get; init; }

    /// <summary>Engagements that one battery began while another was engaging the same target.</summary>
    public int DoubleEngagements { get; init; }

    /// <summary>Where what broke up came down.</summary>
    public required DebrisCounts Debris { get; init; }

    /// <summary>How near to the best possible the choices of targets were; null when no command weighs value.</summary>
    public AssignmentOutcome? Assignment { get; init; }

    /// <summary>Rounds fired by all batteries.</summary>
    public required int RoundsSpent { get; init; }

    /// <summary>What each battery did.</summary>
    public required IReadOnlyList<BatteryOutcome> Batteries { get; init; }
}
