using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>Behaviours that keep radars dark: each changes its recorded outcome in the direction that it is for.</summary>
public class DarkBehaviourTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    [Fact]
    public void AnAmbushSavesTheRadarFromMissilesThatWaitForItToRadiate()
    {
        var pairs = new BehaviourPairs(output);
        var without = pairs.Run("ambush", Seeds, ("ambush: {within: 25 km}", ""));
        var with = pairs.Run("ambush", Seeds);
        pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.Ambush, Action: DoctrineAction.RadarOn, Track: >= 0 }));
        Assert.All(without, static result => Assert.Empty(result.Recorder.Events<DoctrineActed>().ToArray()));
    }

    [Fact]
    public void AHoldDownKeepsTheRadarDarkUntilTheMissileIsDown()
    {
        var pairs = new BehaviourPairs(output);
        var without = pairs.Run("hold-down", Seeds, ("hold-down: {time: 150 s}", ""));
        var with = pairs.Run("hold-down", Seeds);
        pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.HoldDown, Action: DoctrineAction.StaysDark }));
    }
}
