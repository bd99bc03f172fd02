using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation;

public class RecorderTests
{
    [Fact]
    public void EventsAreReplayedInTheOrderOfAppending()
    {
        var recorder = new Recorder();
        recorder.Append(SimTime.FromSeconds(1), new TargetAppeared(4));
        recorder.Append(SimTime.FromSeconds(1), new LauncherReload(0, 2, 4, ReloadStep.Began));
        recorder.Append(SimTime.FromSeconds(2), new TargetAppeared(5));
        var visitor = new NameVisitor();
        recorder.Replay(ref visitor);
        Assert.Equal(["0 TargetAppeared", "1 LauncherReload", "2 TargetAppeared"], visitor.Seen);
        Assert.Equal(2, recorder.Events<TargetAppeared>().Length);
        Assert.Equal(0, recorder.Events<MissileEnded>().Length);
    }

    [Fact]
    public void TheHashDependsOnTypeTimeFieldsAndOrder()
    {
        var hashes = new[]
        {
            Hash(r => r.Append(new SimTime(1), new TargetAppeared(1))),
            Hash(r => r.Append(new SimTime(2), new TargetAppeared(1))),
            Hash(r => r.Append(new SimTime(1), new TargetAppeared(2))),
            Hash(r => r.Append(new SimTime(1), new MissileSegment(1, 2, 3, 4, 5))),
            Hash(r => r.Append(new SimTime(1), new MissileSegment(1, 2, 3, 4, Math.BitIncrement(5.0)))),
            Hash(r => r.Append(new SimTime(1), new LauncherReload(0, 0, 0, ReloadStep.Began))),
            Hash(r => r.Append(new SimTime(1), new LauncherReload(0, 0, 0, ReloadStep.Finished))),
            Hash(r =>
            {
                r.Append(new SimTime(1), new TargetAppeared(1));
                r.Append(new SimTime(1), new TargetAppeared(2));
            }),
            Hash(r =>
            {
                r.Append(new SimTime(1), new TargetAppeared(2));
                r.Append(new SimTime(1), new TargetAppeared(1));
            }),
        };
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{32}$", hash));
    }

    [Fact]
    public void WhatIsReleasedIsGoneAndItsMemoryTellsTheNextNothing()
    {
        var first = Filled(40, 7);
        var copy = first.Copy();
        var hash = RunHash.Compute(first);
        first.Release();
        Assert.Equal(0, first.Count);
        Assert.Equal(0, first.Events<TargetAppeared>().Length);

        // The next ones get the tables that were given back, and fill them less far.
        foreach (var count in new[] { 3, 40, 100 })
        {
            var next = Filled(count, 9);
            Assert.Equal(count, next.Events<TargetAppeared>().Length);
            Assert.Equal(9 + count - 1, next.Events<TargetAppeared>()[^1].Happened.Target);
            next.Release();
        }

        Assert.Equal(hash, RunHash.Compute(copy));
        Assert.Equal(hash, RunHash.Compute(Filled(40, 7)));

        static Recorder Filled(int count, int from)
        {
            var recorder = new Recorder();
            for (var k = 0; k < count; k++) recorder.Append(new SimTime(k), new TargetAppeared(from + k));
            return recorder;
        }
    }

    [Fact]
    public void ACopyIsIndependent()
    {
        var recorder = new Recorder();
        recorder.Append(SimTime.Start, new TargetAppeared(1));
        var copy = recorder.Copy();
        recorder.Append(SimTime.Start, new TargetAppeared(2));
        Assert.Equal((2, 1), (recorder.Count, copy.Count));
        Assert.NotEqual(RunHash.Compute(recorder), RunHash.Compute(copy));
    }

    [Fact]
    public void ADisabledRecorderKeepsNothing()
    {
        var recorder = new Recorder(enabled: false);
        recorder.Append(SimTime.Start, new TargetAppeared(1));
        Assert.Equal(0, recorder.Count);
    }

    private static string Hash(Action<Recorder> fill)
    {
        var recorder = new Recorder();
        fill(recorder);
        return RunHash.Compute(recorder);
    }

    private readonly struct NameVisitor() : IRunEventVisitor
    {
        public List<string> Seen { get; } = [];

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent => Seen.Add($"{sequence} {typeof(T).Name}");
    }
}
