using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Identification;

/// <summary>
/// How a command tells aircraft, cruise missiles, drones, decoys and anti-radiation missiles apart by what their tracks show: what each sign is worth, and the error rates it accepts.
/// A kind is taken for true when the evidence for it exceeds that for every other by Wald's upper bound: a sequential probability ratio test for each pair, all at once.
/// </summary>
/// <remarks>
/// Sources: Wald, "Sequential Analysis" (1947), sections 3.2 to 3.4 (bounds); Armitage, "Sequential analysis with more than two simple hypotheses, and its relation to discriminant
/// function analysis", Journal of the Royal Statistical Society B 12 (1950) 137-144 (all pairs at once). With two kinds it is Wald's test itself. The probability of taking a kind for a given other stays
/// below α/(1 − β), and of taking any wrong kind below four times that, as long as the likelihoods are right and the signs independent. The likelihoods are ours: they
/// follow what is publicly said about how such things fly, and no open source gives them as figures.
/// </remarks>
public sealed record KindRules
{
    /// <summary>Number of kinds that are told apart.</summary>
    public const int Kinds = 5;

    /// <summary>Echoes of a track after which their mean strength counts: its error has fallen below 2.5 dB.</summary>
    public const int EchoesForStrength = 5;

    /// <summary>The error rates of each pair.</summary>
    public SequentialTest Test { get; init; } = new(0.01, 0.05);

    /// <summary>Time between two looks at what changes (climb, turns), seconds: sooner, they would say the same again.</summary>
    public double LookPeriodS { get; init; } = 10;

    /// <summary>By kind (from aircraft on), how many of a hundred tracks it is expected to be; for the probabilities, not for the test.</summary>
    public IReadOnlyList<double> ExpectedShare { get; init; } = [0.5, 0.15, 0.15, 0.15, 0.05];

    /// <summary>Speed, m/s; counts once.</summary>
    public KindSign Speed { get; init; } = new([90, 340, 450], [[0.05, 0.85, 0.08, 0.02], [0.002, 0.958, 0.03, 0.01], [0.80, 0.18, 0.01, 0.01], [0.02, 0.94, 0.03, 0.01], [0.01, 0.10, 0.19, 0.70]]);

    /// <summary>Height above the ellipsoid, metres; counts once.</summary>
    public KindSign Height { get; init; } = new([800], [[0.15, 0.85], [0.90, 0.10], [0.50, 0.50], [0.10, 0.90], [0.10, 0.90]]);

    /// <summary>Mean strength of the echoes as a cross-section, decibels over a square metre; counts once.</summary>
    public KindSign Strength { get; init; } = new([-10, -3, 7], [[0.05, 0.15, 0.55, 0.25], [0.50, 0.40, 0.08, 0.02], [0.55, 0.35, 0.08, 0.02], [0.10, 0.30, 0.55, 0.05], [0.40, 0.45, 0.13, 0.02]]);

    /// <summary>Distance from the nearest track that was there before when it was first seen, metres: what has just left its carrier is near it. Counts once.</summary>
    public KindSign Origin { get; init; } = new([4_000], [[0.30, 0.70], [0.30, 0.70], [0.30, 0.70], [0.80, 0.20], [0.85, 0.15]]);

    /// <summary>Climb as a share of the speed; counts at every look.</summary>
    public KindSign Climb { get; init; } = new(
        [-0.2, -0.03, 0.03], [[0.02, 0.08, 0.80, 0.10], [0.01, 0.02, 0.94, 0.03], [0.01, 0.04, 0.90, 0.05], [0.05, 0.60, 0.33, 0.02], [0.45, 0.30, 0.20, 0.05]]);

    /// <summary>Change of course since the look before, radians; counts at every look.</summary>
    public KindSign Turn { get; init; } = new([8 * Math.PI / 180], [[0.80, 0.20], [0.85, 0.15], [0.85, 0.15], [0.97, 0.03], [0.90, 0.10]]);

    /// <summary>What the evidence supports: the kind that is ahead of every other by the upper bound, or unknown.</summary>
    /// <param name="scores">The evidence.</param>
    public TargetKind Judge(in KindScores scores)
    {
        var (best, lead) = (0, double.PositiveInfinity);
        for (var kind = 1; kind < Kinds; kind++)
        {
            if (scores[kind] > scores[best]) best = kind;
        }

        for (var kind = 0; kind < Kinds; kind++)
        {
            if (kind != best) lead = Math.Min(lead, scores[best] - scores[kind]);
        }

        return Test.Judge(lead) == SequentialDecision.Second ? (TargetKind)(best + 1) : TargetKind.Unknown;
    }

    /// <summary>The probabilities of the kinds by Bayes' rule, beside what the test has decided.</summary>
    /// <param name="scores">The evidence.</param>
    /// <param name="decided">What the test has decided.</param>
    public KindBelief Believe(in KindScores scores, TargetKind decided)
    {
        var (most, total) = (double.NegativeInfinity, 0.0);
        for (var kind = 0; kind < Kinds; kind++) most = Math.Max(most, scores[kind]);
        Span<double> shares = stackalloc double[Kinds];
        for (var kind = 0; kind < Kinds; kind++) total += shares[kind] = ExpectedShare[kind] * Math.Exp(scores[kind] - most);
        return new KindBelief(decided, shares[0] / total, shares[1] / total, shares[2] / total, shares[3] / total, shares[4] / total);
    }

    /// <summary>Keeps the evidence within what a decision needs, so that a track that changes its ways is believed soon.</summary>
    /// <param name="scores">The evidence, changed in place.</param>
    public void Bound(ref KindScores scores)
    {
        var most = double.NegativeInfinity;
        for (var kind = 0; kind < Kinds; kind++) most = Math.Max(most, scores[kind]);
        for (var kind = 0; kind < Kinds; kind++) scores[kind] = Math.Max(scores[kind] - most, -Test.UpperScore);
    }
}
