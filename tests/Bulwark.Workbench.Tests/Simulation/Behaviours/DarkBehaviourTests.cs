using Bulwark.Simulation;
using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>Behaviours that keep radars dark: each changes its recorded outcome in the direction that it is for.</summary>
public class DarkBehaviourTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    private readonly BehaviourPairs _pairs = new(output);

    [Fact]
    public void ACueTurnsTheRadarToTheRaid()
    {
        var without = _pairs.Run("cue", Seeds, ("{cue: {within: 120 km, turn-time: 30 s}}", "{}"));
        var with = _pairs.Run("cue", Seeds);
        _pairs.AssertLess("leaked", without, with, BehaviourPairs.Leaked);
        AssertActed(with, DoctrineCause.Cue, DoctrineAction.Turns);
        AssertActed(with, DoctrineCause.Cue, DoctrineAction.RadarOn);
    }

    [Fact]
    public void RadarsThatTakeTurnsAreHitLess()
    {
        var without = _pairs.Run("rotation", Seeds, ("rotation: {group: eyes, emit: 1, duty: 60 s}", ""));
        var with = _pairs.Run("rotation", Seeds);
        _pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        AssertActed(with, DoctrineCause.Rotation, DoctrineAction.RadarOn);
    }

    [Fact]
    public void AnAmbushSavesTheRadarFromMissilesThatWaitForItToRadiate()
    {
        var without = _pairs.Run("ambush", Seeds, ("ambush: {within: 25 km}", ""));
        var with = _pairs.Run("ambush", Seeds);
        _pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        AssertActed(with, DoctrineCause.Ambush, DoctrineAction.RadarOn);
        Assert.All(without, static result => Assert.Empty(result.Recorder.Events<DoctrineActed>().ToArray()));
    }

    [Fact]
    public void SilentFireShowsTheEngagementRadarForSecondsOnly()
    {
        var without = _pairs.Run("silent-fire", Seeds, ("{silent-fire: {illuminate-before: 15 s}}", "{}"));
        var with = _pairs.Run("silent-fire", Seeds);
        _pairs.AssertLess("seconds for which the engagement radar radiated", without, with, static result => BehaviourPairs.RadiatedS(result, unit: 0));
        Assert.All(with, static result => Assert.True(result.Summary.Targets.Killed > 0));
        AssertActed(with, DoctrineCause.SilentFire, DoctrineAction.RadarOn);
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<FireControlChanged>().ToArray(), static row => row.Happened.State == FireControlState.OnPicture));
    }

    [Fact]
    public void ABatteryThatHearsNobodyFightsAlone()
    {
        var without = _pairs.Run("fall-back", Seeds, ("fall-back: {after: 30 s, rules: free}", ""));
        var with = _pairs.Run("fall-back", Seeds);
        _pairs.AssertLess("leaked", without, with, BehaviourPairs.Leaked);
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.FallBack, Action: DoctrineAction.FallsBack, ValueSi: > 30 and < 36 }));
    }

    [Theory]
    [InlineData("{anti-radiation: {reaction: shut-down, time-to-go: 110 s}, hold-down: {time: 3 min}}")]
    [InlineData("{anti-radiation: {reaction: move, time-to-go: 110 s}}")]
    public void ARadarThatReactsIsHitLess(string doctrine)
    {
        const string Shipped = "{anti-radiation: {reaction: shut-down, time-to-go: 110 s}, hold-down: {time: 3 min}}";
        var without = _pairs.Run("anti-radiation", Seeds, (Shipped, "{}"));
        var with = _pairs.Run("anti-radiation", Seeds, (Shipped, doctrine));
        _pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        Assert.Contains(with, static result => Acts(result, DoctrineCause.AntiRadiation));
    }

    [Fact]
    public void AHoldDownKeepsTheRadarDarkUntilTheMissileIsDown()
    {
        var without = _pairs.Run("hold-down", Seeds, ("hold-down: {time: 150 s}", ""));
        var with = _pairs.Run("hold-down", Seeds);
        _pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        AssertActed(with, DoctrineCause.HoldDown, DoctrineAction.StaysDark);
    }

    [Fact]
    public void MissilesAreNotLostWithARadarThatWaitsForThem()
    {
        var without = _pairs.Run("finish-guidance", Seeds, ("finish-guidance: {at-most: 60 s}", ""));
        var with = _pairs.Run("finish-guidance", Seeds);
        _pairs.AssertLess("missiles that lost their guidance", without, with, BehaviourPairs.LostGuidance);
        AssertActed(with, DoctrineCause.FinishGuidance, DoctrineAction.StaysOn);
    }

    private static void AssertActed(RunResult[] runs, DoctrineCause cause, DoctrineAction action) =>
        Assert.All(runs, result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), row => row.Happened.Cause == cause && row.Happened.Action == action));

    private static bool Acts(RunResult result, DoctrineCause cause) => Array.Exists(result.Recorder.Events<DoctrineActed>().ToArray(), row => row.Happened.Cause == cause);
}
