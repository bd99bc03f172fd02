using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Studies.Experiments;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Groups that fly by a motion of the user's own.</summary>
public sealed class OwnMotionTests
{
    private static readonly Scenario Small = ScenarioReader.ReadText(SmallStudy.Scenario, "small.yaml", SmallStudy.Catalogue);

    [Fact]
    public void A_motion_that_flies_the_route_changes_nothing()
    {
        var own = Simulator.Run(With(static member => member.AlongRoute()));
        Assert.Equal(Simulator.Run(Small).Summary.Hash, own.Summary.Hash);
        Assert.True(own.Summary.RoundsSpent > 0);
    }

    [Fact]
    public void Its_flight_is_the_truth_that_is_seen_and_recorded()
    {
        // Aside by 3 km and back, the route's end included, so that nothing of the route is left where it was.
        var aside = With(static member => Moved(member, 3000));
        var run = Simulator.Run(aside);
        Assert.NotEqual(Simulator.Run(Small).Summary.Hash, run.Summary.Hash);
        Assert.Equal(run.Summary.Hash, Simulator.Run(aside).Summary.Hash);
        var target = run.Plan.Targets[0];
        var unmoved = RunPlanner.Plan(Small, new RunOptions()).Targets[0];
        var plots = run.Recorder.Events<PlotMade>().ToArray().Where(static plot => plot.Happened.Target == 0).ToList();
        Assert.NotEmpty(plots);
        Assert.All(plots, plot => Assert.Equal(3000, target.StateAt(plot.Time).Position.DistanceTo(unmoved.StateAt(plot.Time).Position), 1));
    }

    [Fact]
    public void Its_luck_is_each_members_and_each_replications_own()
    {
        var scenario = With(static member =>
        {
            var luck = member.Luck;
            return Moved(member, 1000 * luck.NextUnit());
        });
        var plan = RunPlanner.Plan(scenario, new RunOptions { Seed = 3 });
        double[] asideM = [.. AsideM(plan), .. AsideM(RunPlanner.Again(plan, 3, 1))];
        Assert.Equal(asideM.Length, asideM.Distinct().Count());
        Assert.All(asideM, static distance => Assert.InRange(distance, 0, 1000));
        Assert.Equal(asideM[4..], AsideM(RunPlanner.Plan(scenario, new RunOptions { Seed = 3, Replication = 1 })));

        static double[] AsideM(RunPlan plan)
        {
            var straight = RunPlanner.Plan(Small, new RunOptions { Seed = 3, Replication = plan.Random.Replication });
            return [.. Enumerable.Range(0, plan.Targets.Length).Select(index => Math.Round(plan.Targets[index].StateAt(plan.Targets[index].AppearsAt).Position.DistanceTo(straight.Targets[index].StateAt(plan.Targets[index].AppearsAt).Position), 6))];
        }
    }

    [Fact]
    public void A_flight_that_cannot_be_is_refused()
    {
        AssertRefused("no segments", static _ => []);
        AssertRefused("begins at", static member => [.. member.AlongRoute().Select(static segment => segment.Later(SimDuration.FromSeconds(1)))]);
        AssertRefused("gap in time before segment 2", static member => [member.AlongRoute()[0], member.AlongRoute()[0]]);
        AssertRefused("jumps", static member => [member.AlongRoute()[0], member.AlongRoute()[0].Later(member.AlongRoute()[0].End - member.Start)]);
        AssertRefused("not a number", static member =>
        {
            var leg = member.AlongRoute()[0];
            return [TrajectorySegment.Sampled(leg.Position(leg.Start) * double.NaN, leg.Velocity(leg.Start), leg.Start, leg.Position(leg.End), leg.Velocity(leg.End), leg.End)];
        });
        var both = Small with { Groups = [Small.Groups[0] with { Motion = new Motion(static member => member.AlongRoute()), ClearanceM = 50 }] };
        Assert.Contains("leave out the clearance", Assert.Throws<ArgumentException>(() => Simulator.Run(both)).Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string why, Func<MemberFlight, IReadOnlyList<TrajectorySegment>> fly)
    {
        var message = Assert.Throws<ArgumentException>(() => Simulator.Run(With(fly))).Message;
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.Contains("group 'raid', member 1", message, StringComparison.Ordinal);
    }

    private static Scenario With(Func<MemberFlight, IReadOnlyList<TrajectorySegment>> fly) => Small with { Groups = [Small.Groups[0] with { Motion = new Motion(fly) }] };

    // The route's flight moved along the Earth's axis: the same velocity everywhere, another place.
    private static TrajectorySegment[] Moved(MemberFlight member, double byM)
    {
        var by = new Core.Earth.EcefVector(0, 0, byM);
        return [.. member.AlongRoute().Select(leg => TrajectorySegment.Sampled(leg.Position(leg.Start) + by, leg.Velocity(leg.Start), leg.Start, leg.Position(leg.End) + by, leg.Velocity(leg.End), leg.End))];
    }

    private sealed class Motion(Func<MemberFlight, IReadOnlyList<TrajectorySegment>> fly) : IMemberMotion
    {
        public IReadOnlyList<TrajectorySegment> Fly(MemberFlight member) => fly(member);
    }
}
