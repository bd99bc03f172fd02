using Bulwark.Operations.Decisions;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Judged killed is what a round has passed and the radar no longer sees; and a leaker is only said to be let through by a judgement that came before it leaked.</summary>
public class KillAssessmentTests
{
    private static readonly string Saturated = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "saturation.yaml")).Replace("count: 24", "count: 60", StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_judgement_follows_a_passage_and_is_blamed_only_when_it_came_in_time(int seed)
    {
        var result = Simulator.Run(ScenarioReader.ReadText(Saturated, "saturation.yaml", Repository.Catalogue), new RunOptions { Seed = (ulong)seed, Threads = 1 }, TestContext.Current.CancellationToken);
        var passed = new HashSet<int>();
        foreach (ref readonly var row in result.Recorder.Events<MissileEnded>())
        {
            if (row.Happened.Outcome is MissileOutcome.Hit or MissileOutcome.Missed) passed.Add(row.Happened.Engagement);
        }

        var judged = 0;
        foreach (ref readonly var row in result.Recorder.Events<EngagementEnded>())
        {
            if (row.Happened.Result != EngagementResult.JudgedKilled) continue;
            judged++;
            Assert.True(passed.Contains(row.Happened.Engagement), $"engagement {row.Happened.Engagement} judged its target killed, and no round had come to it");
        }

        Assert.True(judged > 0);

        var leaked = new Dictionary<int, double>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>())
        {
            if (row.Happened.Reason == DepartureReason.ReachedObjective) leaked[row.Happened.Target] = row.Time.TotalS;
        }

        var inTime = new HashSet<int>();
        foreach (ref readonly var row in result.Recorder.Events<EngagementDeferred>())
        {
            if (row.Happened.Reason == DeferralReason.JudgedKilled && leaked.TryGetValue(row.Happened.Target, out var atS) && row.Time.TotalS < atS) inTime.Add(row.Happened.Target);
        }

        // Some leak with rounds on their way: those are the ones on which judgement is passed too late.
        Assert.NotEmpty(leaked);
        Assert.All(result.Losses.Where(static loss => loss.Value == LossCause.MisjudgedKilled), loss => Assert.Contains(loss.Key, inTime));
    }
}
