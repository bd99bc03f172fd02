using Bulwark.Operations.Saturation;

namespace Bulwark.Models.Tests.Operations.Saturation;

/// <summary>Limits and bad arguments; values are compared with tables by the verification pack.</summary>
public class SaturationTests
{
    [Fact]
    public void BlockingOfOneServerIsLoadOverLoadPlusOne() => Assert.Equal(0.7 / 1.7, QueueFormulas.BlockingProbability(1, 0.7), 1e-15);

    [Fact]
    public void NoServerBlocksAlwaysAndNoLoadNever()
    {
        Assert.Equal(1, QueueFormulas.BlockingProbability(0, 3));
        Assert.Equal(0, QueueFormulas.BlockingProbability(3, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void TheInverseGivesTheLoadBack(int servers)
    {
        foreach (var load in (double[])[0.3, 2, 7, 30])
        {
            var blocking = QueueFormulas.BlockingProbability(servers, load);
            if (blocking > 1e-12) Assert.Equal(load, QueueFormulas.BlockingLoadRatio(servers, blocking), 1e-9 * load);
        }
    }

    [Fact]
    public void ASaturatedQueueWaitsForEver()
    {
        Assert.Equal(double.PositiveInfinity, QueueFormulas.WaitRatio(2, 2));
        Assert.Equal(1, QueueFormulas.WaitingProbability(2, 2.5));
        Assert.Equal(double.PositiveInfinity, QueueFormulas.EqualServiceWaitRatio(1));
        Assert.Equal(double.PositiveInfinity, QueueFormulas.TimeDivisionWaitRatio(1.2));
    }

    [Fact]
    public void EqualServiceWaitsHalfAsLongAsExponential() => Assert.Equal(QueueFormulas.WaitRatio(1, 0.6) / 2, QueueFormulas.EqualServiceWaitRatio(0.6), 1e-12);

    [Fact]
    public void AnEvenSalvoThatIsStoppedCostsNothing() =>
        Assert.Equal((0.0, 0.0), SalvoExchange.Losses(new SalvoSide(4, 2, 2, 1), new SalvoSide(4, 2, 2, 1)));

    [Fact]
    public void EqualForcesLeaveNobody() => Assert.Equal((0, 0.0), LanchesterSquare.AtTheEnd(100, 100, 0.01, 0.01));

    [Fact]
    public void TheSquareLawKeepsItsBalance()
    {
        // α·A² − β·B² does not change (Lanchester's invariant).
        var (a, b) = LanchesterSquare.After(1000, 800, 0.01, 0.012, 25);
        Assert.Equal((0.01 * 1000 * 1000) - (0.012 * 800 * 800), (0.01 * a * a) - (0.012 * b * b), 1e-6);
    }

    [Fact]
    public void MoreShotsLeaveFewerLeakers()
    {
        Assert.Equal((10.0, 0.0), RaidLeakage.ShotsPerTarget(10, 0, 0.5));
        Assert.Equal((0.0, 1.0), RaidLeakage.ShotsPerTarget(10, 3, 1));
        Assert.Equal(7.5, RaidLeakage.OneShotPerChannel(10, 5, 0.5).LeakersCount, 1e-12);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueFormulas.BlockingProbability(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueFormulas.BlockingProbability(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueFormulas.BlockingLoadRatio(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueFormulas.WaitingProbability(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SalvoExchange.Losses(default, new SalvoSide(1, 1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LanchesterSquare.After(1, 1, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RaidLeakage.ShotsPerTarget(1, 1, 1.1));
    }
}
