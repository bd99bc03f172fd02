using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>Kinds of targets told apart in whole runs: what it saves, how often it errs, and that belief is recorded with the truth beside it.</summary>
public class KindBehaviourTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    private readonly BehaviourPairs _pairs = new(output);

    [Fact]
    public void WhoSparesDecoysSpendsFewerRoundsAndStopsAsManyFighters()
    {
        var without = _pairs.Run("kinds", Seeds, ("doctrine: {spare-decoys: yes, drone-reach: 20 km, wait-for-kind: 4 min}", "doctrine: {}"), ("doctrine: {spare-decoys: yes}", "doctrine: {}"));
        var with = _pairs.Run("kinds", Seeds);
        _pairs.AssertLess("rounds spent", without, with, static result => result.Summary.RoundsSpent);
        Assert.True(with.Sum(static result => BehaviourPairs.LeakedOf(result, "raid")) <= without.Sum(static result => BehaviourPairs.LeakedOf(result, "raid")));

        // What is taken for a decoy is not fired at from then on, whatever it is.
        foreach (var result in with)
        {
            var taken = new Dictionary<(int Battery, int Track), TargetKind>();
            var visitor = new SparedVisitor(result, taken);
            result.Recorder.Replay(ref visitor);
            Assert.True(visitor.Spared > 0);
        }
    }

    [Fact]
    public void DronesAreLeftToRoundsOfShortReach()
    {
        var left = 0;

        // Even the short rounds of the vehicles reach too far, so that they may fire at a drone only before they know it.
        foreach (var result in _pairs.Run("kinds", Seeds, ("doctrine: {spare-decoys: yes}", "doctrine: {spare-decoys: yes, drone-reach: 5 km}")))
        {
            var visitor = new SparedVisitor(result, []);
            result.Recorder.Replay(ref visitor);
            left += visitor.Left;
        }

        Assert.True(left >= Seeds, $"{left} drones were left alone");
    }

    // The stated error rates hold for the likelihoods that are stated; simulated tracks are noisier and their looks not independent. So far from them runs are: nobody takes a fighter for a
    // decoy for good, and two thirds at least of the gliding decoys are told before they arrive.
    [Fact]
    public void FewFightersAreTakenForDecoysAndMostDecoysForWhatTheyAre()
    {
        var (fighters, wronged, decoys, told) = (0, 0, 0, 0);
        foreach (var result in _pairs.Run("kinds", Seeds))
        {
            var last = new Dictionary<int, TargetKind>();
            foreach (ref readonly var row in result.Recorder.Events<TrackKindJudged>())
            {
                if (row.Happened is { Battery: 0, Target: >= 0 }) last[row.Happened.Target] = row.Happened.Kind;
                var happened = row.Happened;
                Assert.Equal(1, happened.AircraftProbability + happened.CruiseMissileProbability + happened.DroneProbability + happened.DecoyProbability + happened.AntiRadiationProbability, 1e-9);
            }

            foreach (var target in result.Plan.Targets)
            {
                var kind = last.GetValueOrDefault(target.Index);
                if (target.Group.Class.Category == "decoy") (decoys, told) = (decoys + 1, told + (kind == TargetKind.Decoy ? 1 : 0));
                if (target.Group.Class.Category == "fighter") (fighters, wronged) = (fighters + 1, wronged + (kind == TargetKind.Decoy ? 1 : 0));
            }
        }

        output.WriteLine($"{told} of {decoys} decoys told, {wronged} of {fighters} fighters taken for decoys");
        Assert.InRange(wronged, 0, fighters / 20);
        Assert.InRange(told, decoys * 2 / 3, decoys);
    }

    [Fact]
    public void BeliefStandsInTheLedgerAndTheTruthBesideItInTheRecord()
    {
        var result = _pairs.Run("kinds", Seeds)[0];
        var decoy = result.Plan.Targets.First(static target => target.Group.Id == "decoys");
        Assert.Contains(Ledger.Of(result, decoy.Id, LedgerView.Belief), static entry => entry.Link == "judges" && entry.ToString()!.Contains("is taken for a decoy (aircraft 0.", StringComparison.Ordinal));
        Assert.DoesNotContain(Ledger.Of(result, decoy.Id, LedgerView.Truth), static entry => entry.ToString()!.Contains("taken for", StringComparison.Ordinal));
        Assert.Contains(result.Recorder.Events<TrackKindJudged>().ToArray(), row => row.Happened.Target == decoy.Index && row.Happened.Kind == TargetKind.Decoy);
    }

    [Theory]
    [InlineData("kinds: {}", "kinds: {wrong: 0.7}", "'wrong' of '0.7' is out of range")]
    [InlineData("kinds: {}", "kinds: {decoy: 0.2}", "decoy")]
    [InlineData("drone-reach: 20 km", "drone-reach: 20 s", "not a length")]
    [InlineData("wait-for-kind: 4 min", "wait-for-kind: 4 km", "not a time")]
    [InlineData("by: answers", "by: looks", "looks")]
    public void WrongFiguresAreTold(string right, string wrong, string message)
    {
        var text = File.ReadAllText(Repository.PathOf("scenarios", "behaviours", "kinds.yaml"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var reading = ScenarioReader.CheckText(text.Replace(right, wrong, StringComparison.Ordinal), "kinds.yaml", Repository.Catalogue);
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void WhoWouldSpareDecoysButCannotTellThemIsWarned()
    {
        var text = File.ReadAllText(Repository.PathOf("scenarios", "behaviours", "kinds.yaml")).Replace("  kinds: {}\n", "", StringComparison.Ordinal);
        var reading = ScenarioReader.CheckText(text, "kinds.yaml", Repository.Catalogue);
        Assert.NotNull(reading.Scenario);
        Assert.Contains(reading.Problems, static problem => problem.ToString().Contains("'spare-decoys' changes nothing", StringComparison.Ordinal));
    }

    private sealed class SparedVisitor(RunResult result, Dictionary<(int Battery, int Track), TargetKind> taken) : IRunEventVisitor
    {
        public int Spared { get; private set; }

        public int Left { get; private set; }

        public void Visit<T>(long sequence, Core.Timing.SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case TrackKindJudged judged: taken[(judged.Battery, judged.Track)] = judged.Kind; break;
                case EngagementDeferred { Reason: DeferralReason.TakenForDecoy }: Spared++; break;
                case EngagementDeferred { Reason: DeferralReason.TakenForDrone }: Left++; break;
                case EngagementStarted started:
                    var battery = result.Plan.FireUnits[started.Unit].Battery;
                    var kind = taken.GetValueOrDefault((battery, started.Track));
                    Assert.NotEqual(TargetKind.Decoy, kind);
                    if (result.Plan.Batteries[battery].Doctrine.DroneReachM < result.Plan.FireUnits[started.Unit].Lines[0].Round.MaximumRangeM) Assert.NotEqual(TargetKind.Drone, kind);
                    break;
            }
        }
    }
}
