namespace Bulwark.Operations.Identification;

/// <summary>
/// How a command tells attackers from protected traffic: what each sign is worth, and the error rates it accepts. The likelihoods are planning figures of the
/// scenario's author; the defaults are ours. Immutable.
/// </summary>
public sealed record IdentificationRules
{
    /// <summary>Whether attackers are told from protected traffic by all evidence; otherwise by answers and silence alone.</summary>
    public bool Weighs { get; init; } = true;

    /// <summary>How kinds of targets are told apart; null when they are not.</summary>
    public KindRules? Kinds { get; init; }

    /// <summary>The error rates: first hypothesis protected traffic, second attacker.</summary>
    public SequentialTest Test { get; init; } = new(0.001, 0.01);

    /// <summary>Probability that protected traffic answers a look, above 0 and below 1.</summary>
    public double ProtectedAnswerProbability { get; init; } = 0.9;

    /// <summary>Probability that an attacker answers a look, above 0 and below 1.</summary>
    public double AttackerAnswerProbability { get; init; } = 0.02;

    /// <summary>The corridors; none means that where a track flies says nothing.</summary>
    public IReadOnlyList<ProceduralCorridor> Corridors { get; init; } = [];

    /// <summary>Probability that protected traffic is in a corridor, above 0 and below 1.</summary>
    public double ProtectedInCorridorProbability { get; init; } = 0.9;

    /// <summary>Probability that an attacker is, above 0 and below 1.</summary>
    public double AttackerInCorridorProbability { get; init; } = 0.15;

    /// <summary>Where attackers come from; none means that where a track was first seen says nothing.</summary>
    public IReadOnlyList<OriginArea> HostileOrigins { get; init; } = [];

    /// <summary>Probability that protected traffic is first seen there, above 0 and below 1.</summary>
    public double ProtectedFromOriginProbability { get; init; } = 0.1;

    /// <summary>Probability that an attacker is, above 0 and below 1.</summary>
    public double AttackerFromOriginProbability { get; init; } = 0.8;

    /// <summary>A track whose straight way leads past something defended at less than this flies at it, metres.</summary>
    public double AimM { get; init; } = 10_000;

    /// <summary>Probability that protected traffic flies so, above 0 and below 1.</summary>
    public double ProtectedAimsProbability { get; init; } = 0.2;

    /// <summary>Probability that an attacker does, above 0 and below 1.</summary>
    public double AttackerAimsProbability { get; init; } = 0.8;

    /// <summary>Looks before anything is decided, so that a slow answer is heard, at least 1.</summary>
    public int FirstLooks { get; init; } = 3;
}
