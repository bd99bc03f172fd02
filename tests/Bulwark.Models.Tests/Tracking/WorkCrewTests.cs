using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Jobs of a tracker that uses several threads.</summary>
public class WorkCrewTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void EveryJobIsDoneOnceInEveryRound(int threads)
    {
        var count = new Counting();
        var crew = new WorkCrew(threads, count, new Failing());
        for (var round = 1; round <= 500; round++)
        {
            crew.Run(0, Counting.Jobs);
            Assert.All(count.Done, done => Assert.Equal(round, done));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void WhatAJobThrowsIsThrownWhereItWasAskedForAndTheNextRoundWorks(int threads)
    {
        var count = new Counting();
        var crew = new WorkCrew(threads, count, new Failing());
        for (var round = 1; round <= 20; round++)
        {
            Assert.Equal("job 7", Assert.Throws<InvalidOperationException>(() => crew.Run(1, Counting.Jobs)).Message);
            crew.Run(0, Counting.Jobs);
            Assert.All(count.Done, done => Assert.Equal(round, done));
        }
    }

    private sealed class Counting : ICrewWork
    {
        public const int Jobs = 40;

        public int[] Done { get; } = new int[Jobs];

        public void Do(int worker, int job) => Done[job]++;
    }

    private sealed class Failing : ICrewWork
    {
        public void Do(int worker, int job)
        {
            if (job == 7) throw new InvalidOperationException($"job {job}");
        }
    }
}
