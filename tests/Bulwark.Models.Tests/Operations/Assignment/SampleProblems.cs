using Bulwark.Core.Randomness;
using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Models.Tests.Operations.Assignment;

/// <summary>Problems drawn from fixed streams, and what must hold for any plan.</summary>
internal static class SampleProblems
{
    /// <summary>Up to three units and four targets with every kind of limit, small enough to try everything.</summary>
    public static AssignmentProblem Small(uint number)
    {
        var random = new RandomStream(11, 0, number, RandomPurpose.General);
        return Draw(ref random, 1 + Below(ref random, 3), 1 + Below(ref random, 4), channels: 3, rounds: 4, salvo: 3);
    }

    /// <summary>Up to twelve units and twenty targets.</summary>
    public static AssignmentProblem Any(uint number)
    {
        var random = new RandomStream(12, 0, number, RandomPurpose.General);
        return Draw(ref random, Below(ref random, 13), Below(ref random, 21), channels: 6, rounds: 12, salvo: 4);
    }

    /// <summary>Equal units, values of 1 to 100, kill probabilities of 0.3 to 0.9 for a share of the pairs.</summary>
    public static AssignmentProblem Random(uint number, int units, int targets, AssignmentUnit unit, int engagements, double share)
    {
        var random = new RandomStream(13, 0, number, RandomPurpose.General);
        var rows = new AssignmentTarget[targets];
        for (var target = 0; target < targets; target++) rows[target] = new AssignmentTarget(1 + Below(ref random, 100), engagements);
        var problem = new AssignmentProblem();
        problem.Reset(Enumerable.Repeat(unit, units).ToArray(), rows);
        for (var index = 0; index < units; index++)
        {
            for (var target = 0; target < targets; target++)
            {
                if (random.NextUnit() < share) problem.Allow(index, target, 0.3 + (0.6 * random.NextUnit()));
            }
        }

        return problem;
    }

    /// <summary>The greatest value over every plan within the limits.</summary>
    public static double BestByTrying(AssignmentProblem problem)
    {
        var pairs = problem.Units.Count * problem.Targets.Count;
        var rounds = new int[pairs];
        return Try(problem, rounds, 0);
    }

    public static void AssertWithinLimits(AssignmentProblem problem, AssignmentPlan plan, bool shared)
    {
        for (var unit = 0; unit < problem.Units.Count; unit++)
        {
            var mine = plan.Engagements.Where(engagement => engagement.Unit == unit).ToList();
            Assert.True(mine.Count <= problem.Units[unit].Channels);
            Assert.True(mine.Sum(static engagement => engagement.Rounds) <= problem.Units[unit].Rounds);
            Assert.Equal(mine.Count, mine.Select(static engagement => engagement.Target).Distinct().Count());
            Assert.All(mine, engagement => Assert.InRange(engagement.Rounds, 1, problem.Units[unit].MaximumSalvo));
            Assert.All(mine, engagement => Assert.True(problem.KillProbability(unit, engagement.Target) > 0));
        }

        for (var target = 0; shared && target < problem.Targets.Count; target++)
            Assert.True(plan.Engagements.Count(engagement => engagement.Target == target) <= problem.Targets[target].MaximumEngagements);
        var rounds = new int[problem.Units.Count * problem.Targets.Count];
        foreach (var engagement in plan.Engagements) rounds[(engagement.Unit * problem.Targets.Count) + engagement.Target] = engagement.Rounds;
        var value = Value(problem, rounds);
        Assert.Equal(value, plan.ValueRatio, 1e-9 * Math.Max(1, Math.Abs(value)));
    }

    private static AssignmentProblem Draw(ref RandomStream random, int units, int targets, int channels, int rounds, int salvo)
    {
        var costly = random.NextUnit() < 0.3;
        var alone = random.NextUnit() < 0.3;
        var figures = new AssignmentUnit[units];
        for (var unit = 0; unit < units; unit++)
            figures[unit] = new AssignmentUnit(Below(ref random, channels + 1), Below(ref random, rounds + 1), 1 + Below(ref random, salvo), costly ? 0.4 * random.NextUnit() : 0);
        var rows = new AssignmentTarget[targets];
        for (var target = 0; target < targets; target++)
            rows[target] = new AssignmentTarget(3 * random.NextUnit(), alone ? 1 : 1 + Below(ref random, 3), random.NextUnit() < 0.2 ? random.NextUnit() : 1);
        var problem = new AssignmentProblem();
        problem.Reset(figures, rows, 0.1);
        for (var unit = 0; unit < units; unit++)
        {
            for (var target = 0; target < targets; target++)
            {
                if (random.NextUnit() < 0.8) problem.Allow(unit, target, random.NextUnit() < 0.05 ? 1 : random.NextUnit());
            }
        }

        return problem;
    }

    private static int Below(ref RandomStream random, int count) => (int)(random.NextUnit() * count);

    private static double Try(AssignmentProblem problem, int[] rounds, int pair)
    {
        if (pair == rounds.Length) return Feasible(problem, rounds) ? Value(problem, rounds) : double.NegativeInfinity;
        var (unit, target) = Math.DivRem(pair, problem.Targets.Count);
        var best = Try(problem, rounds, pair + 1);
        var most = problem.KillProbability(unit, target) > 0 ? Math.Min(problem.Units[unit].MaximumSalvo, problem.Units[unit].Rounds) : 0;
        for (var salvo = 1; salvo <= most; salvo++)
        {
            rounds[pair] = salvo;
            if (WithinUnit(problem, rounds, unit)) best = Math.Max(best, Try(problem, rounds, pair + 1));
        }

        rounds[pair] = 0;
        return best;
    }

    private static bool WithinUnit(AssignmentProblem problem, int[] rounds, int unit)
    {
        var row = rounds.AsSpan(unit * problem.Targets.Count, problem.Targets.Count);
        var (used, channels) = (0, 0);
        foreach (var salvo in row) (used, channels) = (used + salvo, channels + (salvo > 0 ? 1 : 0));
        return used <= problem.Units[unit].Rounds && channels <= problem.Units[unit].Channels;
    }

    private static bool Feasible(AssignmentProblem problem, int[] rounds)
    {
        for (var target = 0; target < problem.Targets.Count; target++)
        {
            var engagements = 0;
            for (var unit = 0; unit < problem.Units.Count; unit++) engagements += rounds[(unit * problem.Targets.Count) + target] > 0 ? 1 : 0;
            if (engagements > problem.Targets[target].MaximumEngagements) return false;
        }

        return true;
    }

    private static double Value(AssignmentProblem problem, int[] rounds)
    {
        var value = 0.0;
        for (var target = 0; target < problem.Targets.Count; target++)
        {
            var row = problem.Targets[target];
            var survival = row.SurvivalProbability;
            for (var unit = 0; unit < problem.Units.Count; unit++)
            {
                var salvo = rounds[(unit * problem.Targets.Count) + target];
                survival *= Math.Pow(1 - problem.KillProbability(unit, target), salvo);
                value -= problem.Units[unit].RoundWorthRatio * salvo;
            }

            value += row.ValueRatio * (row.SurvivalProbability - survival);
        }

        return value;
    }
}
