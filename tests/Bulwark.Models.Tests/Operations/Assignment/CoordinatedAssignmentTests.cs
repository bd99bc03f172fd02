using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Models.Tests.Operations.Assignment;

public class CoordinatedAssignmentTests
{
    [Fact]
    public void WithoutCoordinationAllTakeTheSameTarget()
    {
        // Three equal units, three targets worth 3, 2 and 1: alone each takes the first.
        var problem = new AssignmentProblem();
        problem.Reset([new(1, 1), new(1, 1), new(1, 1)], [new(3, 1), new(2, 1), new(1, 1)]);
        for (var unit = 0; unit < 3; unit++)
        {
            for (var target = 0; target < 3; target++) problem.Allow(unit, target, 0.5);
        }

        var (assignment, plan) = (new CoordinatedAssignment(), new AssignmentPlan());
        assignment.Assign(problem, CoordinationMode.None, plan);
        Assert.All(plan.Engagements, static engagement => Assert.Equal(0, engagement.Target));
        Assert.Equal(1, assignment.DoubleEngagements);
        Assert.Equal(3 * 0.875, plan.ValueRatio, 1e-12);

        assignment.Assign(problem, CoordinationMode.StatusShared, plan);
        Assert.Equal([0, 1, 2], plan.Engagements.Select(static engagement => engagement.Target));
        Assert.Equal(0, assignment.DoubleEngagements);
        Assert.Equal(3, plan.ValueRatio, 1e-12);
    }

    [Fact]
    public void OnePostForAllIsNeverWorseThanEachForItself()
    {
        var assignment = new CoordinatedAssignment();
        var (central, shared, none) = (new AssignmentPlan(), new AssignmentPlan(), new AssignmentPlan());
        var gain = 0.0;
        for (uint number = 0; number < 80; number++)
        {
            var problem = SampleProblems.Any(number);
            assignment.Assign(problem, CoordinationMode.Central, central);
            assignment.Assign(problem, CoordinationMode.StatusShared, shared);
            SampleProblems.AssertWithinLimits(problem, shared, shared: true);
            assignment.Assign(problem, CoordinationMode.None, none);
            SampleProblems.AssertWithinLimits(problem, none, shared: false);
            Assert.True(shared.ValueRatio <= central.BoundRatio * (1 + 1e-12));
            gain += central.ValueRatio - shared.ValueRatio;
        }

        Assert.True(gain > 0);
    }
}
