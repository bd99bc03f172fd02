using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;

namespace Bulwark.Workbench.Tests.Simulation;

public class EventQueueTests
{
    private static readonly EventKind[] Kinds = Enum.GetValues<EventKind>();

    [Fact]
    public void EventsComeByTimeThenPhaseThenArrival()
    {
        var queue = new EventQueue();
        var expected = new List<(long Time, EventKind Kind, int Arrival)>();
        var random = new RandomStream(7, 0, 0, RandomPurpose.General);
        for (var arrival = 0; arrival < 5000; arrival++)
        {
            // Few distinct times, so that ties of every kind are frequent.
            var (time, kind) = (random.NextUInt32() % 50, Kinds[random.NextUInt32() % Kinds.Length]);
            queue.Push(new SimTime(time), kind, arrival);
            expected.Add((time, kind, arrival));
        }

        expected.Sort();
        foreach (var (time, kind, arrival) in expected)
        {
            Assert.True(queue.TryPop(SimTime.Never, out var next));
            Assert.Equal((time, kind, arrival), (next.Time.Nanoseconds, next.Kind, next.Subject));
        }

        Assert.False(queue.TryPop(SimTime.Never, out _));
    }

    [Fact]
    public void NothingIsTakenBeforeItIsDue()
    {
        var queue = new EventQueue(1);
        queue.Push(SimTime.FromSeconds(2), EventKind.SectorSwept, 1);
        queue.Push(SimTime.FromSeconds(1), EventKind.SectorSwept, 2);
        Assert.False(queue.TryPop(SimTime.FromSeconds(0.5), out _));
        Assert.True(queue.TryPop(SimTime.FromSeconds(1), out var first));
        Assert.Equal(2, first.Subject);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void ACopyGoesItsOwnWay()
    {
        var queue = new EventQueue();
        for (var index = 0; index < 100; index++) queue.Push(new SimTime(index % 7), EventKind.PlotsReady, index);
        var copy = queue.Copy();
        queue.Push(SimTime.Start, EventKind.TargetAppears, 1000);
        copy.Push(SimTime.Start, EventKind.TargetAppears, 2000);
        Assert.True(queue.TryPop(SimTime.Never, out var original));
        Assert.True(copy.TryPop(SimTime.Never, out var copied));
        Assert.Equal((1000, 2000), (original.Subject, copied.Subject));
        while (queue.TryPop(SimTime.Never, out original))
        {
            Assert.True(copy.TryPop(SimTime.Never, out copied));
            Assert.Equal(original, copied);
        }
    }

    [Fact]
    public void TakingAndPuttingBackAllocatesNothing()
    {
        var queue = new EventQueue(256);
        for (var index = 0; index < 200; index++) queue.Push(new SimTime(index), EventKind.SectorSwept, index);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 10_000; round++)
        {
            queue.TryPop(SimTime.Never, out var next);
            queue.Push(new SimTime(next.Time.Nanoseconds + 1000), next.Kind, next.Subject);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
