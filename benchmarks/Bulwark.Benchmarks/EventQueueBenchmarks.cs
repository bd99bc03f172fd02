using BenchmarkDotNet.Attributes;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;

namespace Bulwark.Benchmarks;

/// <summary>
/// The "hold model" of queue benchmarks: with 10,000 events pending, take the first and put one back later. The baseline is the base
/// library's priority queue with the same (time, sequence) key.
/// </summary>
[MemoryDiagnoser]
public class EventQueueBenchmarks
{
    private const int Pending = 10_000;
    private const int Operations = 100_000;

    private readonly long[] _delays = new long[Operations];
    private readonly EventQueue _queue = new(Pending);
    private readonly PriorityQueue<(EventKind Kind, int Subject, int Detail), (long Time, ulong Sequence)> _baseline = new(Pending);
    private ulong _sequence;

    [GlobalSetup]
    public void Fill()
    {
        var random = new RandomStream(1, 0, 0, RandomPurpose.General);
        for (var index = 0; index < Operations; index++) _delays[index] = (long)(1e9 * random.NextUnit());
        for (var index = 0; index < Pending; index++)
        {
            _queue.Push(new SimTime(_delays[index]), EventKind.SectorSwept, index);
            _baseline.Enqueue((EventKind.SectorSwept, index, 0), (_delays[index], _sequence++));
        }
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int FourAryHeap()
    {
        var last = 0;
        foreach (var delay in _delays)
        {
            _queue.TryPop(SimTime.Never, out var next);
            _queue.Push(new SimTime(next.Time.Nanoseconds + delay), next.Kind, next.Subject, next.Detail);
            last = next.Subject;
        }

        return last;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public int BaseLibraryPriorityQueue()
    {
        var last = 0;
        foreach (var delay in _delays)
        {
            _baseline.TryDequeue(out var next, out var key);
            _baseline.Enqueue(next, (key.Time + delay, _sequence++));
            last = next.Subject;
        }

        return last;
    }
}
