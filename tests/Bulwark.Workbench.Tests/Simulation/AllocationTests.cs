using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>The engine in steady state: its tables have grown, so that events cost no memory.</summary>
public class AllocationTests
{
    [Fact]
    public void EventsAllocateNothingOnceTablesHaveGrown()
    {
        // The first run lets the compiler finish with every path; stages belong to a simulator, so the second grows its own tables at first.
        var plan = RunPlanner.Plan(Runs.Load("s300-24"), new RunOptions { Threads = 1 });
        new Simulator(plan, recording: false).RunUntil(plan.End);
        var simulator = new Simulator(plan, recording: false);
        simulator.RunUntil(SimTime.FromSeconds(230));
        var (events, bytes) = (simulator.EventsHandled, GC.GetAllocatedBytesForCurrentThread());
        simulator.RunUntil(SimTime.FromSeconds(400));
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        events = simulator.EventsHandled - events;
        Assert.True(events > 2500, $"only {events} events");

        // A table may double once more in that time. The smallest object takes 24 bytes: one in every third event would be told.
        Assert.True(bytes < 8 * events, $"{bytes} bytes in {events} events");
    }
}
