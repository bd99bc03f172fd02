using Bulwark.Operations.Decisions.Assignment;
using FsCheck;
using FsCheck.Fluent;

namespace Bulwark.Models.Tests.Operations.Assignment;

public class AssignmentOptimizerTests
{
    private static readonly AssignmentEffort Thorough = AssignmentEffort.Default with { BranchNodes = 200_000 };

    [Fact]
    public void SmallProblemsOfEveryKindAreSolvedToTheOptimumFoundByTryingEverything()
    {
        var optimizer = new AssignmentOptimizer();
        var plan = new AssignmentPlan();
        for (uint number = 0; number < 120; number++)
        {
            var problem = SampleProblems.Small(number);
            optimizer.Solve(problem, plan, Thorough);
            var best = SampleProblems.BestByTrying(problem);
            Assert.Equal(best, plan.ValueRatio, 1e-9 * Math.Max(1, best));
            Assert.True(plan.BoundRatio >= best - 1e-9, $"problem {number}: bound {plan.BoundRatio} below {best}");
        }
    }

    [Fact]
    public void PlansKeepEveryLimitAndTheBoundIsAboveThem() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            static seed =>
            {
                var problem = SampleProblems.Any((uint)seed);
                var plan = new AssignmentPlan();
                new AssignmentOptimizer().Solve(problem, plan, AssignmentEffort.Default with { PriceSteps = 10, BranchNodes = 50 });
                SampleProblems.AssertWithinLimits(problem, plan, shared: true);
                return plan.BoundRatio >= plan.ValueRatio && plan.GapShare is >= 0 and <= 1;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheBoundHoldsForAnyOtherPlan()
    {
        // A plan without exchange is another feasible plan; it may not beat the bound of the first.
        for (uint number = 0; number < 60; number++)
        {
            var problem = SampleProblems.Any(number);
            var (plan, other) = (new AssignmentPlan(), new AssignmentPlan());
            new AssignmentOptimizer().Solve(problem, plan, AssignmentEffort.Default with { PriceSteps = 3 });
            new AssignmentOptimizer().Solve(problem, other, AssignmentEffort.Default with { ExchangeRounds = 0, BranchNodes = 0, PriceSteps = 1 });
            Assert.True(other.ValueRatio <= plan.BoundRatio * (1 + 1e-12));
        }
    }

    [Fact]
    public void OneRoundOnTwoEqualTargetsBeatsTwoRoundsOnOne()
    {
        var plan = Solve([new(2, 2, 2)], [new(1), new(1)], 0.5);
        Assert.Equal([0, 1], plan.Engagements.Select(static engagement => engagement.Target));
        Assert.Equal(1, plan.ValueRatio, 1e-12);
        Assert.True(plan.IsOptimal);
    }

    [Fact]
    public void ARoundThatIsWorthMoreThanItStopsIsKept()
    {
        // 0.5 of 1 for the first round, 0.25 for the second: at a worth of 0.3 a round only the first is fired.
        var plan = Solve([new(1, 4, 4, 0.3)], [new(1)], 0.5);
        Assert.Equal(1, plan.Rounds);
        Assert.Equal(0.2, plan.ValueRatio, 1e-12);
    }

    [Fact]
    public void BelowTheFloorNothingIsFired()
    {
        var problem = new AssignmentProblem();
        problem.Reset([new AssignmentUnit(1, 1)], [new AssignmentTarget(1)], 0.4);
        problem.Allow(0, 0, 0.39);
        var plan = new AssignmentPlan();
        new AssignmentOptimizer().Solve(problem, plan);
        Assert.Empty(plan.Engagements);
        problem.Allow(0, 0, 0.4);
        new AssignmentOptimizer().Solve(problem, plan);
        Assert.Single(plan.Engagements);
    }

    [Fact]
    public void DefenceInDepthIsLimitedByTheTarget()
    {
        Assert.Equal(3, Solve([new(1, 1), new(1, 1), new(1, 1)], [new(1)], 0.5).Engagements.Count);
        Assert.Equal(2, Solve([new(1, 1), new(1, 1), new(1, 1)], [new(1, 2)], 0.5).Engagements.Count);
        Assert.Single(Solve([new(1, 1), new(1, 1), new(1, 1)], [new(1, 1)], 0.5).Engagements);
    }

    [Fact]
    public void WhatIsAlreadyOnItsWayCounts()
    {
        var plan = Solve([new(1, 1)], [new(1, SurvivalProbability: 0.1), new(0.5)], 0.8);
        Assert.Equal(1, plan.Engagements.Single().Target);
    }

    [Fact]
    public void LargeProblemsAreSolvedWithASmallGap()
    {
        // Forty channels against a hundred, each pair possible; and four hundred against a thousand, a third of the pairs.
        Assert.True(Gap(SampleProblems.Random(1, 40, 100, new AssignmentUnit(1, 1), 99, 1)) < 1e-3);
        Assert.True(Gap(SampleProblems.Random(2, 7, 100, new AssignmentUnit(6, 32, 2), 3, 0.6)) < 5e-3);
        Assert.True(Gap(SampleProblems.Random(3, 400, 1000, new AssignmentUnit(1, 2, 2), 2, 0.33)) < 5e-3);
    }

    [Fact]
    public void SolvingAgainAllocatesNothingAndChangesNothing()
    {
        var problem = SampleProblems.Random(5, 20, 40, new AssignmentUnit(2, 6, 2), 2, 0.7);
        var (optimizer, plan) = (new AssignmentOptimizer(), new AssignmentPlan());
        optimizer.Solve(problem, plan);
        var first = plan.Engagements.ToArray();
        optimizer.Solve(problem, plan);
        var before = GC.GetAllocatedBytesForCurrentThread();
        optimizer.Solve(problem, plan);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, plan.Engagements);
    }

    [Fact]
    public void NothingToDoIsDone()
    {
        Assert.Empty(Solve([], [new(1)], 0.5).Engagements);
        Assert.Empty(Solve([new(1, 1)], [], 0.5).Engagements);
        Assert.Empty(Solve([new(0, 5, 2), new(5, 0, 2)], [new(1)], 0.5).Engagements);
        Assert.Empty(Solve([new(1, 1)], [new(0), new(1, 0)], 0.5).Engagements);
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        var problem = new AssignmentProblem();
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Reset([new AssignmentUnit(-1, 1)], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Reset([new AssignmentUnit(1, 1, 17)], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Reset([], [new AssignmentTarget(double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Reset([], [], 1.5));
        problem.Reset([new AssignmentUnit(1, 1)], [new AssignmentTarget(1)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Allow(0, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => problem.Allow(0, 0, 1.01));
    }

    private static AssignmentPlan Solve(AssignmentUnit[] units, AssignmentTarget[] targets, double kill)
    {
        var problem = new AssignmentProblem();
        problem.Reset(units, targets);
        for (var unit = 0; unit < units.Length; unit++)
        {
            for (var target = 0; target < targets.Length; target++) problem.Allow(unit, target, kill);
        }

        var plan = new AssignmentPlan();
        new AssignmentOptimizer().Solve(problem, plan);
        return plan;
    }

    private static double Gap(AssignmentProblem problem)
    {
        var plan = new AssignmentPlan();
        new AssignmentOptimizer().Solve(problem, plan);
        SampleProblems.AssertWithinLimits(problem, plan, shared: true);
        return plan.GapShare;
    }
}
