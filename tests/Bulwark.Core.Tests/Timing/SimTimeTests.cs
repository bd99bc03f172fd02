using Bulwark.Core.Timing;

namespace Bulwark.Core.Tests.Timing;

public class SimTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1_000_000_000)]
    [InlineData(4.008, 4_008_000_000)]
    [InlineData(-2.5, -2_500_000_000)]
    [InlineData(1e-9, 1)]
    [InlineData(0.6e-9, 1)]
    [InlineData(86_400.000000001, 86_400_000_000_001)]
    public void SecondsBecomeTheNearestNanosecond(double seconds, long nanoseconds)
    {
        Assert.Equal(new SimDuration(nanoseconds), SimDuration.FromSeconds(seconds));
        Assert.Equal(new SimTime(nanoseconds), SimTime.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e10)]
    [InlineData(-1e10)]
    public void SecondsOutOfRangeAreRefused(double seconds)
    {
        Assert.Throws<OverflowException>(() => SimDuration.FromSeconds(seconds));
        Assert.Throws<OverflowException>(() => SimTime.FromSeconds(seconds));
    }

    [Fact]
    public void ArithmeticIsExactAndOverflowsLoudly()
    {
        var start = SimTime.FromSeconds(10);
        var step = new SimDuration(1);
        Assert.Equal(1, (start + step - start).Nanoseconds);
        Assert.Equal(start, start + step - step);
        Assert.Equal(new SimDuration(3), (step * 3) + SimDuration.Zero);
        Assert.Equal(new SimDuration(-2), step - (step * 3));
        Assert.Throws<OverflowException>(() => SimTime.Never + step);
        Assert.Throws<OverflowException>(() => new SimTime(long.MinValue) - step);
        Assert.Throws<OverflowException>(() => SimTime.Never - new SimTime(-1));
        Assert.Throws<OverflowException>(() => new SimDuration(long.MaxValue) * 2);
    }

    [Fact]
    public void OrderFollowsTheClock()
    {
        var early = SimTime.FromSeconds(1);
        var late = SimTime.FromSeconds(2);
        Assert.True(early < late && late > early && early <= late && late >= early);
        Assert.Equal(late, SimTime.Max(early, late));
        Assert.Equal(early, SimTime.Min(early, late));
        Assert.True(SimTime.Never > late);
        Assert.True(early.CompareTo(late) < 0);
        Assert.True(new SimDuration(1) < new SimDuration(2) && new SimDuration(2) >= new SimDuration(2));
    }

    [Theory]
    [InlineData(22_360.25, "06:12:40.250")]
    [InlineData(-1.5, "-00:00:01.500")]
    [InlineData(360_000, "100:00:00.000")]
    public void PrintsAsAClock(double seconds, string text) => Assert.Equal(text, SimTime.FromSeconds(seconds).ToString());

    [Fact]
    public void NeverPrintsAsNever() => Assert.Equal("never", SimTime.Never.ToString());

    [Fact]
    public void SecondsRoundTripForADay()
    {
        for (var nanoseconds = 1L; nanoseconds < 86_400_000_000_000; nanoseconds = (nanoseconds * 3) + 7)
        {
            Assert.Equal(nanoseconds, SimDuration.FromSeconds(new SimDuration(nanoseconds).TotalS).Nanoseconds);
        }
    }
}
