namespace Bulwark.Operations.Decisions;

/// <summary>How a fire unit fights: what it may engage, with how many rounds, how fast and how it looks again. Immutable.</summary>
public sealed record EngagementDoctrine
{
    /// <summary>When it may fire.</summary>
    public RulesOfEngagement Rules { get; init; } = RulesOfEngagement.Free;

    /// <summary>Rounds fired at a target before looking again, at least 1.</summary>
    public int SalvoSize { get; init; } = 2;

    /// <summary>Time between two launches of the unit, seconds.</summary>
    public double LaunchIntervalS { get; init; } = 3;

    /// <summary>Time from assignment of a target to readiness to fire, seconds.</summary>
    public double ReactionTimeS { get; init; } = 8;

    /// <summary>Time after the last intercept of a salvo until its result is known, seconds ("look").</summary>
    public double KillAssessmentDelayS { get; init; } = 6;

    /// <summary>Salvos fired at one target before it is given up, at least 1.</summary>
    public int MaximumSalvos { get; init; } = 3;

    /// <summary>Smallest expected kill probability worth a salvo, 0 to 1.</summary>
    public double PkFloorProbability { get; init; } = 0.3;

    /// <summary>
    /// Time for which a track is not taken on again after fire control found no intercept possible, seconds; a track judged killed that still
    /// takes plots after this time is taken for alive.
    /// </summary>
    public double HoldOffS { get; init; } = 20;

    /// <summary>A track whose kind is not told yet is left alone while it needs longer than this to what is defended, seconds; infinite when nobody waits.</summary>
    public double KindFirstS { get; init; } = double.PositiveInfinity;

    /// <summary>Whether what is taken for a decoy is not fired at.</summary>
    public bool SparesDecoys { get; init; }

    /// <summary>Rounds that reach farther than this are not spent on what is taken for a drone, metres; infinite when all may be.</summary>
    public double DroneReachM { get; init; } = double.PositiveInfinity;

    /// <summary>Interval between two evaluations of the whole picture, seconds.</summary>
    public double EvaluationPeriodS { get; init; } = 2;

    /// <summary>How targets are chosen when not all can be taken on.</summary>
    public AssignmentMethod Assignment { get; init; }
}
