using Bulwark.Core.Timing;
using Bulwark.Operations.Magazines;

namespace Bulwark.Models.Tests.Operations;

public class MagazineTests
{
    private static readonly SimTime Later = SimTime.FromSeconds(2700);

    [Fact]
    public void RoundsComeFromTheFullestLauncherAndAreCountedOnce()
    {
        var magazine = new Magazine(launchers: 3, roundsPerLauncher: 4, store: 5);
        var order = new List<int>();
        while (magazine.TryFire(out var launcher)) order.Add(launcher);
        Assert.Equal([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2], order);
        Assert.Equal((0, 5, 5), (magazine.Ready, magazine.Store, magazine.Left));
        Assert.False(magazine.TryFire(out var none));
        Assert.Equal(-1, none);
    }

    [Fact]
    public void RoundsFromElsewhereFillUpWhatIsThereAndNoMore()
    {
        var magazine = new Magazine([new MagazineGroup(2, [new LineLoad(2, 0), new LineLoad(3, 2)])]);
        for (var shot = 0; shot < 3; shot++) Assert.True(magazine.TryFire(0, out _));
        for (var shot = 0; shot < 4; shot++) Assert.True(magazine.TryFire(1, out _));
        var byLine = new int[2];
        Assert.Equal(5, magazine.Refill(5, byLine));
        Assert.Equal((5, 8, 10), (byLine.Sum(), magazine.Ready, magazine.Left));
        Assert.Equal(2, magazine.Refill(100, byLine));
        Assert.Equal((10, 12), (magazine.Ready, magazine.Left));
        Assert.Equal(0, magazine.Refill(100, byLine));
        Assert.Equal([0, 0], byLine);
    }

    [Fact]
    public void OnlyAnEmptyLauncherIsReloadedAndItsRoundsAreReadyAtTheEnd()
    {
        var magazine = new Magazine(launchers: 1, roundsPerLauncher: 2, store: 3);
        Assert.True(magazine.TryFire(out _));
        Assert.False(magazine.TryStartReload(0, Later));
        Assert.True(magazine.TryFire(out _));
        Assert.True(magazine.TryStartReload(0, Later));
        Assert.False(magazine.TryStartReload(0, Later));
        Assert.Equal((0, 1, 3), (magazine.Ready, magazine.Store, magazine.Left));
        Assert.False(magazine.TryFire(out _));
        magazine.FinishReload(0);
        Assert.Equal(2, magazine.Ready);
    }

    [Fact]
    public void AnEmptyStoreReloadsNothingAndASmallOneWhatItHas()
    {
        var magazine = new Magazine(launchers: 2, roundsPerLauncher: 2, store: 1);
        while (magazine.TryFire(out _))
        {
        }

        Assert.True(magazine.TryStartReload(0, Later));
        Assert.False(magazine.TryStartReload(1, Later));
        magazine.FinishReload(0);
        Assert.Equal((1, 0), (magazine.Ready, magazine.Store));
    }

    [Fact]
    public void ACopyIsIndependent()
    {
        var magazine = new Magazine(1, 2, 0);
        var copy = magazine.Copy();
        Assert.True(magazine.TryFire(out _));
        Assert.Equal((1, 2), (magazine.Ready, copy.Ready));
    }

    [Theory]
    [InlineData(-1, 4, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 4, -1)]
    public void ImpossibleMagazinesAreRefused(int launchers, int rounds, int store) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Magazine(launchers, rounds, store));

    [Fact]
    public void HeldLaunchersFireNothingUntilTheyAreFreed()
    {
        var magazine = new Magazine(2, 4, 4);
        Assert.Equal(4, magazine.Hold(0, held: true));
        Assert.Equal(0, magazine.Hold(0, held: true));
        Assert.Equal((4, 12), (magazine.Ready, magazine.Left));
        for (var round = 0; round < 4; round++)
        {
            Assert.True(magazine.TryFire(out var launcher));
            Assert.Equal(1, launcher);
        }

        Assert.False(magazine.TryFire(out _));

        // Held while it is reloaded: its rounds count only when it is freed.
        Assert.True(magazine.TryStartReload(1, SimTime.FromSeconds(60)));
        Assert.Equal(0, magazine.Hold(1, held: true));
        magazine.FinishReload(1);
        Assert.Equal(0, magazine.Ready);
        Assert.Equal(4, magazine.Hold(1, held: false));
        Assert.Equal(4, magazine.Hold(0, held: false));
        Assert.Equal((8, 8), (magazine.Ready, magazine.Left));
    }

    [Fact]
    public void ALauncherIsReloadedBeforeItIsEmptyOnlyWhenToldTo()
    {
        var magazine = new Magazine([new MagazineGroup(2, [new LineLoad(4, 3)])], reloadVehicles: 1);
        Assert.True(magazine.TryFire(0, out var first));
        Assert.False(magazine.TryStartReload(first, SimTime.FromSeconds(60)));
        Assert.Equal(-1, magazine.NextToReload());

        // A full launcher has no room.
        magazine.WantReload(1 - first);
        Assert.False(magazine.TryStartReload(1 - first, SimTime.FromSeconds(60)));
        magazine.WantReload(first);
        Assert.Equal(first, magazine.NextToReload());
        Assert.True(magazine.TryStartReload(first, SimTime.FromSeconds(60)));
        Assert.Equal((4, 2, 10), (magazine.Ready, magazine.Store, magazine.Left));
        magazine.FinishReload(first);
        Assert.Equal((8, 2, 10), (magazine.Ready, magazine.Store, magazine.Left));
    }
}
