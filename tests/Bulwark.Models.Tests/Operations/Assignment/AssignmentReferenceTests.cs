using Bulwark.Operations.Decisions.Assignment;

namespace Bulwark.Models.Tests.Operations.Assignment;

public class AssignmentReferenceTests
{
    /// <summary>The instances were enumerated and confirmed by an integer programme; the optimiser must find and prove every optimum.</summary>
    [Fact]
    public void SmallInstancesAreSolvedToTheEnumeratedOptimum()
    {
        var kills = ReferenceCsv.Read("wta_small_exact_pk.csv").ToLookup(static row => row["instance"]);
        var values = ReferenceCsv.Read("wta_small_exact_values.csv").ToLookup(static row => row["instance"]);
        var instances = ReferenceCsv.Read("wta_small_exact.csv");
        Assert.Equal(10, instances.Count);
        foreach (var instance in instances)
        {
            var problem = new AssignmentProblem();
            var targets = values[instance["instance"]].OrderBy(static row => row.Number("target")).Select(static row => new AssignmentTarget(row.Number("value"))).ToArray();
            problem.Reset(Enumerable.Repeat(new AssignmentUnit(1, 1), (int)instance.Number("n_weapons")).ToArray(), targets);
            foreach (var pair in kills[instance["instance"]]) problem.Allow((int)pair.Number("weapon"), (int)pair.Number("target"), pair.Number("kill_probability"));

            var plan = new AssignmentPlan();
            new AssignmentOptimizer().Solve(problem, plan);
            var surviving = targets.Sum(static target => target.ValueRatio) - plan.ValueRatio;
            Assert.Equal(instance.Number("optimal_surviving_value"), surviving, 1e-9);
            Assert.True(plan.IsOptimal, $"{instance["instance"]}: {plan.GapShare}");
            var choice = instance["optimal_assignment_target_per_weapon"].Split(';').Select(int.Parse);
            Assert.Equal(choice, plan.Engagements.OrderBy(static engagement => engagement.Unit).Select(static engagement => engagement.Target));
        }
    }
}
