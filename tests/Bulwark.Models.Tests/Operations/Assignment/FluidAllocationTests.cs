using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Models.Tests.Operations.Assignment;

public class FluidAllocationTests
{
    /// <summary>Two equal targets share the rounds evenly; 10 rounds at survival 0.8 leave 0.8^5 of each.</summary>
    [Fact]
    public void EqualTargetsShareEvenly()
    {
        var rounds = new double[2];
        new FluidAllocation([0.8, 0.8], [1, 1], [10], [0, 0]).Solve(1e-9, rounds, out var value);
        Assert.Equal(2 * (1 - Math.Pow(0.8, 5)), value, 1e-8);
        Assert.Equal(5, rounds[0], 1e-3);
    }

    [Fact]
    public void LeastNumbersAreKeptEvenWhereTheyAreWorthNothing()
    {
        var rounds = new double[2];
        new FluidAllocation([0.5, 1], [1, 1], [10], [0, 4]).Solve(1e-9, rounds, out _);
        Assert.Equal(4, rounds[1], 1e-3);
        Assert.Equal(6, rounds[0], 1e-2);
    }

    /// <summary>Whole rounds are one of the choices, so parts of rounds can only do better.</summary>
    [Fact]
    public void NoPlanInWholeRoundsIsBetter()
    {
        for (uint number = 0; number < 10; number++)
        {
            var problem = SampleProblems.Random(number, 4, 8, new AssignmentUnit(8, 6, 6), 99, 1);
            var plan = new AssignmentPlan();
            new AssignmentOptimizer().Solve(problem, plan);
            var survival = Enumerable.Range(0, 32).Select(pair => 1 - problem.KillProbability(pair / 8, pair % 8)).ToArray();
            var fluid = new FluidAllocation(survival, problem.Targets.Select(static target => target.ValueRatio).ToArray(), [6, 6, 6, 6], new double[8]);
            fluid.Solve(1e-6, new double[32], out var most);
            Assert.True(most >= plan.ValueRatio - 1e-6);
        }
    }

    [Fact]
    public void BadProblemsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FluidAllocation([0.5], [1, 1], [1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new FluidAllocation([0], [1], [1], [0]));
        Assert.Throws<ArgumentException>(() => new FluidAllocation([0.5], [1], [1], [2]));
    }
}
