using Bulwark.Core.Randomness;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Models.Tests.Operations.Identification;

/// <summary>The test between kinds of targets against Wald's closed forms and bounds, played out with random signs.</summary>
public class KindRulesTests
{
    private const int Plays = 40_000;

    /// <summary>
    /// With three of the kinds out of the question and one sign of two values, the test is Wald's between the two others; with equal steps that meet the bounds nothing is neglected in his
    /// closed forms (sections 3.4 and 3.6; the gambler's ruin), also when the signs come with another probability than either kind's. Four standard errors.
    /// </summary>
    [Theory]
    [InlineData(0.7)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.5)]
    public void BetweenTwoKindsItIsWaldsTest(double signProbability)
    {
        const double Sign = 0.7;
        const int Steps = 4;

        // A hair inside the bound, so that rounding of the sum cannot ask for a fifth step.
        var wrong = 1 / (1 + Math.Pow(Sign / (1 - Sign), Steps - 1e-9));
        var test = new SequentialTest(wrong, wrong);
        var even = new[] { 0.5, 0.5 };
        var rules = new KindRules
        {
            Test = test,
            Speed = new KindSign([100], [[1 - 1e-12, 1e-12], [1e-12, 1 - 1e-12], [1e-12, 1 - 1e-12], [1 - 1e-12, 1e-12], [1e-12, 1 - 1e-12]]),
            Climb = new KindSign([0], [[1 - Sign, Sign], even, even, [Sign, 1 - Sign], even]),
        };
        var closed = new AnswerTest(1 - Sign, Sign, test);
        var (aircraft, looks) = (0, 0L);
        for (var play = 0; play < Plays; play++)
        {
            var random = new RandomStream(31, 0, (uint)play, RandomPurpose.General);
            var scores = default(KindScores);
            rules.Speed.Weigh(50, ref scores);
            var decided = TargetKind.Unknown;
            while (decided == TargetKind.Unknown)
            {
                rules.Climb.Weigh(random.NextUnit() < signProbability ? 1 : -1, ref scores);
                decided = rules.Judge(in scores);
                looks++;
            }

            Assert.True(decided is TargetKind.Aircraft or TargetKind.Decoy);
            aircraft += decided == TargetKind.Aircraft ? 1 : 0;
        }

        // A sign speaks for the aircraft, which is the second hypothesis of the closed form.
        var expected = 1 - closed.FirstProbability(signProbability);
        var error = 4 * Math.Sqrt(Math.Max(1e-4, expected * (1 - expected)) / Plays);
        Assert.Equal(expected, aircraft / (double)Plays, error);

        // The number of looks has a standard deviation below its mean's size in all these cases.
        var mean = closed.LooksCount(signProbability);
        Assert.Equal(mean, looks / (double)Plays, 4 * mean / Math.Sqrt(Plays));
    }

    /// <summary>Of all five kinds, with the signs as they ship: each wrong kind is taken less often than α/(1 − β), Wald's bound (section 3.2), whatever the overshoot.</summary>
    [Theory]
    [InlineData(0.01, 0.05)]
    [InlineData(0.05, 0.1)]
    public void TheErrorRatesKeepWaldsBounds(double wrong, double missed)
    {
        const int Draws = 6_000;
        var rules = new KindRules { Test = new SequentialTest(wrong, missed) };
        var bound = wrong / (1 - missed);
        var right = 0;
        for (var kind = 0; kind < KindRules.Kinds; kind++)
        {
            var taken = new int[KindRules.Kinds + 1];
            for (var play = 0; play < Draws; play++)
            {
                var random = new RandomStream(32, 0, (uint)((kind * Draws) + play), RandomPurpose.General);
                taken[(int)Play(rules, kind, ref random)]++;
            }

            Assert.Equal(0, taken[0]);
            right += taken[kind + 1];
            for (var other = 0; other < KindRules.Kinds; other++)
            {
                if (other != kind) Assert.True(taken[other + 1] / (double)Draws <= bound + (3 * Math.Sqrt(bound / Draws)), $"{kind} taken for {other} in {taken[other + 1]} of {Draws}");
            }
        }

        Assert.True(right >= (1 - (4 * bound)) * Draws * KindRules.Kinds);
    }

    [Fact]
    public void ProbabilitiesFollowBayesAndAddUpToOne()
    {
        var rules = new KindRules();
        var scores = default(KindScores);
        var nothing = rules.Believe(in scores, TargetKind.Unknown);
        Assert.Equal(rules.ExpectedShare[3], nothing.DecoyProbability, 1e-12);
        rules.Climb.Weigh(-0.1, ref scores);
        var seen = rules.Believe(in scores, TargetKind.Unknown);
        var total = Enumerable.Range(0, KindRules.Kinds).Sum(kind => rules.ExpectedShare[kind] * rules.Climb.RangeProbability(kind, 1));
        Assert.Equal(rules.ExpectedShare[3] * rules.Climb.RangeProbability(3, 1) / total, seen.DecoyProbability, 1e-12);
        Assert.Equal(1, seen.AircraftProbability + seen.CruiseMissileProbability + seen.DroneProbability + seen.DecoyProbability + seen.AntiRadiationProbability, 1e-12);

        // What is not measured says nothing.
        var before = rules.Believe(in scores, TargetKind.Unknown);
        rules.Strength.Weigh(double.NaN, ref scores);
        Assert.Equal(before, rules.Believe(in scores, TargetKind.Unknown));
    }

    [Fact]
    public void ADecisionCanBeLeftAsSoonAsItWasReached()
    {
        var rules = new KindRules();
        var scores = default(KindScores);
        for (var look = 0; look < 100; look++)
        {
            rules.Climb.Weigh(-0.1, ref scores);
            rules.Bound(ref scores);
        }

        Assert.Equal(TargetKind.Decoy, rules.Judge(in scores));
        var looks = 0;
        while (rules.Judge(in scores) != TargetKind.Aircraft && looks < 100)
        {
            rules.Climb.Weigh(0.1, ref scores);
            rules.Turn.Weigh(1, ref scores);
            rules.Bound(ref scores);
            looks++;
        }

        Assert.InRange(looks, 2, 10);
    }

    [Fact]
    public void BadSignsAreRefused()
    {
        double[][] rows = [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]];
        Assert.Throws<ArgumentException>(() => new KindSign([1, 1], rows));
        Assert.Throws<ArgumentException>(() => new KindSign([1], [.. rows.Take(4)]));
        Assert.Throws<ArgumentException>(() => new KindSign([1], [.. rows.Take(4), [1.0, 0.0]]));
        Assert.Throws<ArgumentException>(() => new KindSign([1], [.. rows.Take(4), [0.5, 0.4]]));
        Assert.Throws<ArgumentException>(() => new KindSign([1, 2], rows));
        Assert.Equal(2, new KindSign([1], rows).Ranges);
    }

    private static TargetKind Play(KindRules rules, int kind, ref RandomStream random)
    {
        var scores = default(KindScores);
        foreach (var once in (KindSign[])[rules.Speed, rules.Height, rules.Strength, rules.Origin]) Draw(once, kind, ref random, ref scores);
        for (var look = 0; look < 10_000; look++)
        {
            if (rules.Judge(in scores) is var decided and not TargetKind.Unknown) return decided;
            Draw(rules.Climb, kind, ref random, ref scores);
            Draw(rules.Turn, kind, ref random, ref scores);
        }

        return TargetKind.Unknown;
    }

    private static void Draw(KindSign sign, int kind, ref RandomStream random, ref KindScores scores)
    {
        var (luck, range) = (random.NextUnit(), 0);
        while (range < sign.Ranges - 1 && luck >= sign.RangeProbability(kind, range)) luck -= sign.RangeProbability(kind, range++);
        sign.WeighRange(range, ref scores);
    }
}
