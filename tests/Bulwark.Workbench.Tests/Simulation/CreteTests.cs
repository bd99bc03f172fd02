using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>The case the project starts from: 100 tracked, 6 engaged, 12 missiles, all reached and none exceeded.</summary>
public class CreteTests
{
    [Fact]
    public void TheThreePublishedLimitsAreReachedAndNeverExceeded()
    {
        var summary = Runs.Crete.Summary;
        Assert.True(summary.Targets.Total > 120, $"{summary.Targets.Total} attackers");
        Assert.Equal(new RunPeaks(100, 6, 12), summary.Peaks);
        Assert.True(summary.LossesByCause[LossCause.TrackLimit] > 0);
        Assert.True(summary.LossesByCause[LossCause.TargetChannelLimit] > 0);
        Assert.Equal(summary.Targets.Leaked, summary.LossesByCause.Values.Sum());
        Assert.Equal(summary.Targets.Total, summary.Targets.Killed + summary.Targets.Leaked + summary.Targets.Other);
        Assert.Equal(new ProtectedCounts(4, 0, 0), summary.Protected);
    }

    [Fact]
    public void RaisingTheTrackLimitChangesThatAnswerOnly()
    {
        var raised = Run(limits => limits with { Tracks = 400 });
        Assert.True(raised.Peaks.Tracked > 100);
        Assert.Equal((6, 12), (raised.Peaks.Engaged, raised.Peaks.MissilesInFlight));
        Assert.Equal(0, raised.LossesByCause[LossCause.TrackLimit]);
    }

    [Fact]
    public void RaisingTheTargetChannelsChangesThatAnswerOnly()
    {
        var raised = Run(limits => limits with { Targets = 200 });
        Assert.True(raised.Peaks.Engaged > 6);
        Assert.Equal((100, 12), (raised.Peaks.Tracked, raised.Peaks.MissilesInFlight));
        Assert.Equal(0, raised.LossesByCause[LossCause.TargetChannelLimit]);
    }

    [Fact]
    public void RaisingTheMissileChannelsChangesThatAnswerOnly()
    {
        var raised = Run(limits => limits with { Missiles = 100 });
        Assert.True(raised.Peaks.MissilesInFlight > 12);
        Assert.Equal((100, 6), (raised.Peaks.Tracked, raised.Peaks.Engaged));
        Assert.Equal(0, raised.LossesByCause[LossCause.MissileChannelLimit]);
    }

    [Fact]
    public void EveryLeakerHasACauseAndEveryKillAMissile()
    {
        var result = Runs.Crete;
        foreach (var row in result.Recorder.Events<TargetDeparted>())
        {
            if (row.Happened.Reason == DepartureReason.Killed) Assert.True(row.Happened.Missile >= 0);
            else if (row.Happened.Reason == DepartureReason.ReachedObjective) Assert.Contains(row.Happened.Target, result.Losses.Keys);
        }
    }

    [Fact]
    public void TheLedgerTellsTheWholeChainOfAKilledTarget()
    {
        var result = Runs.Crete;
        var killed = Array.Find(result.Recorder.Events<TargetDeparted>().ToArray(), row => row.Happened.Reason == DepartureReason.Killed);
        var ledger = Ledger.Of(result, result.Plan.Targets[killed.Happened.Target].Id);
        var links = ledger.Select(entry => entry.Link).ToHashSet();
        Assert.Superset(new HashSet<string> { "scene", "sees", "tracks", "decides", "follows", "fires", "outcome" }, links);
        Assert.Contains(ledger, entry => entry.Text.Contains("kills it"));
        Assert.Throws<ArgumentException>(() => Ledger.Of(result, "nobody-01"));
    }

    private static RunSummary Run(Func<Bulwark.Simulation.Scenarios.BatteryLimits, Bulwark.Simulation.Scenarios.BatteryLimits> change) =>
        Simulator.Run(Runs.WithLimits(Runs.Load("crete-s300"), change), new RunOptions { Threads = 1 }).Summary;
}
