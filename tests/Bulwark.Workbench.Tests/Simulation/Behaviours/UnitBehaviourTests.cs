using Bulwark.Simulation;
using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>Behaviours of firing and moving: each changes its recorded outcome in the direction that it is for.</summary>
public class UnitBehaviourTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    private readonly BehaviourPairs _pairs = new(output);

    [Fact]
    public void PointDefenceKeepsMoreAwayFromTheParent()
    {
        var without = _pairs.Run("point-defence", Seeds, ("{point-defence: {parent: watch, engages: only, within: 4 km}}", "{}"));
        var with = _pairs.Run("point-defence", Seeds);
        _pairs.AssertLess("leaked at the parent", without, with, static result => BehaviourPairs.LeakedOf(result, "at-station"));
    }

    [Fact]
    public void ABatteryThatStaysUpUnderPointDefenceLetsFewerThrough()
    {
        var without = _pairs.Run("stay-up", Seeds, ("anti-radiation: {reaction: stay-up, time-to-go: 90 s}", "anti-radiation: {reaction: shut-down, time-to-go: 90 s}\n      hold-down: {time: 3 min}"));
        var with = _pairs.Run("stay-up", Seeds);
        _pairs.AssertLess("leaked at the town", without, with, static result => BehaviourPairs.LeakedOf(result, "raid"));
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.AntiRadiation, Action: DoctrineAction.StaysOn }));
    }

    // The guard says every report period that it is there. While it is heard the radars stay on under attack; half a minute after the last word of it they go off.
    [Fact]
    public void ABatteryThatNoLongerHearsItsGuardShutsDownAfterAll()
    {
        const string Alone = "anti-radiation: {reaction: stay-up, time-to-go: 90 s}";
        const string Guarded = "anti-radiation: {reaction: stay-up, time-to-go: 90 s, guard: guard}\n      hold-down: {time: 3 min}";
        const string Network = "network: {report-period: 2 s, links: [{from: north, to: guard}]}\n";
        const double LostAtS = 5;
        var heard = _pairs.Run("stay-up", Seeds, (Alone, Guarded), ("groups:\n", Network + "groups:\n"));
        var lost = _pairs.Run("stay-up", Seeds, (Alone, Guarded), ("groups:\n", Network + "faults: [{at: 5 s, node: guard, do: destroy}]\ngroups:\n"));
        var cut = _pairs.Run("stay-up", Seeds, (Alone, Guarded), ("groups:\n", Network + "faults: [{at: 5 s, link: [north, guard], do: destroy}]\ngroups:\n"));
        Assert.All(heard, static result => Assert.Empty(ShutDowns(result)));
        Assert.All(heard, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.AntiRadiation, Action: DoctrineAction.StaysOn }));

        // Lost, or only out of reach: to the battery it is the same.
        Assert.All(lost.Concat(cut), static result =>
        {
            var first = ShutDowns(result);
            Assert.NotEmpty(first);
            Assert.All(first, static timeS => Assert.True(timeS > LostAtS + 30, $"shut down at {timeS} s"));
        });
        _pairs.AssertLess("seconds for which the engagement radar radiated", heard, lost, static result => BehaviourPairs.RadiatedS(result, 0));
        _pairs.AssertLess("the same with the link cut", heard, cut, static result => BehaviourPairs.RadiatedS(result, 0));
    }

    private static List<double> ShutDowns(RunResult result) =>
    [
        .. result.Recorder.Events<DoctrineActed>().ToArray()
            .Where(static row => row.Happened is { Picture: 0, Cause: DoctrineCause.AntiRadiation, Action: DoctrineAction.RadarOff })
            .Select(static row => row.Time.TotalS),
    ];

    [Fact]
    public void ABatteryThatLeavesWhenItHasFiredIsHitLess()
    {
        var without = _pairs.Run("move-after-firing", Seeds, ("{move-after-firing: {rounds: 4, distance: 4 km, bearing: 180 deg}}", "{}"));
        var with = _pairs.Run("move-after-firing", Seeds);
        _pairs.AssertLess("radars destroyed", without, with, BehaviourPairs.Destroyed);
        Assert.All(with, static result => Assert.Contains(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened is { Cause: DoctrineCause.MoveAfterFiring, ValueSi: >= 4 }));
    }

    [Fact]
    public void ABatteryThatIsLoadedMeetsTheSecondWave()
    {
        var without = _pairs.Run("reload", Seeds, ("{reload: {at: 0, distance: 500 m, takes: 2 min, supply: 4}}", "{}"));
        var with = _pairs.Run("reload", Seeds);
        _pairs.AssertLess("leaked of the second wave", without, with, static result => BehaviourPairs.LeakedOf(result, "second"));
        Assert.All(with, static result => Assert.Equal(8 - result.Summary.RoundsSpent, result.Summary.Batteries[0].RoundsLeft));
        Assert.All(with, static result => Assert.Equal(4, result.Recorder.Events<RoundsLoaded>().ToArray().Sum(static row => row.Happened.Rounds)));
    }

    [Fact]
    public void NothingIsFiredAtInAZoneThatForbidsIt()
    {
        var without = _pairs.Run("zones", Seeds, ("zones: [{rules: hold, at: \"35.80 N, 24.10 E\", radius: 60 km, floor: 9 km, ceiling: 13 km}]", "zones: []"));
        var with = _pairs.Run("zones", Seeds);
        _pairs.AssertLess("airliners fired at", without, with, static result => result.Summary.Protected.Engaged);
        Assert.All(with, static result => Assert.True(result.Summary.RoundsSpent > 0));
    }

    [Fact]
    public void AReserveIsThereForTheGreaterThreat()
    {
        var without = _pairs.Run("reserve", 14, ("{reserve: {rounds: 6, for-value: 5}}", "{}"));
        var with = _pairs.Run("reserve", 14);
        _pairs.AssertLess("leaked at the town", without, with, static result => BehaviourPairs.LeakedOf(result, "fighters"));
    }

    [Fact]
    public void TheAssetThatCountsMoreIsReachedLess()
    {
        var without = _pairs.Run("priorities", Seeds, ("{priorities: {harbour: 20}}", "{}"));
        var with = _pairs.Run("priorities", Seeds);
        _pairs.AssertLess("leaked at the harbour", without, with, static result => BehaviourPairs.LeakedOf(result, "at-harbour"));
    }

    [Fact]
    public void ShootLookShootSpendsFewerRoundsThanSalvos()
    {
        var salvos = _pairs.Run("zones", Seeds);
        var looks = _pairs.Run("zones", Seeds, ("    doctrine:\n", "    doctrine:\n      salvo-size: 1\n"));
        _pairs.AssertLess("rounds spent", salvos, looks, static result => result.Summary.RoundsSpent);
    }
}
