using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;

namespace Bulwark.Models.Tests.Sensing;

public class RotatingAntennaTests
{
    private static readonly RotatingAntenna Antenna = new(SimDuration.FromSeconds(12), SimTime.FromSeconds(1.25), 0.7);

    [Fact]
    public void PointingRepeatsExactlyEveryTurn()
    {
        Assert.Equal(0.7, Antenna.AzimuthRad(SimTime.FromSeconds(1.25)), 1e-15);
        Assert.Equal(0.7 + (Math.PI / 2), Antenna.AzimuthRad(SimTime.FromSeconds(4.25)), 1e-15);
        Assert.Equal(Antenna.AzimuthRad(SimTime.FromSeconds(3)), Antenna.AzimuthRad(SimTime.FromSeconds(3 + (12 * 1_000_000L))));
        Assert.Equal(SimTime.FromSeconds(4.25), Antenna.NextPass(0.7 + (Math.PI / 2), SimTime.FromSeconds(2)));
    }

    [Fact]
    public void TheBeamPointsAtTheTargetWhenItCrosses()
    {
        var random = new RandomStream(5, 0, 0, RandomPurpose.General);
        for (var i = 0; i < 2_000; i++)
        {
            var (position, velocity) = Target(ref random);
            var after = SimTime.FromSeconds(100 * random.NextUnit());
            var motionTime = SimTime.FromSeconds(100 * random.NextUnit());
            var crossing = Antenna.NextCrossing(position, velocity, motionTime, after);
            Assert.True(crossing > after);
            var at = position + (velocity * (crossing - motionTime).TotalS);
            // One nanosecond of rotation is 5e-10 rad.
            Assert.Equal(0, Math.IEEERemainder(Math.Atan2(at.East, at.North) - Antenna.AzimuthRad(crossing), 2 * Math.PI), 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SectorsCountEveryTargetOncePerTurn(ulong seed)
    {
        var random = new RandomStream(seed, 0, 0, RandomPurpose.General);
        for (var i = 0; i < 200; i++)
        {
            var (position, velocity) = Target(ref random);
            var count = 0;
            var first = SimTime.Never;
            var last = SimTime.Start;
            const int Sectors = 32 * 20;
            for (var sector = 0; sector < Sectors; sector++)
            {
                var from = new SimTime(sector * Antenna.Period.Nanoseconds / 32);
                var to = new SimTime((sector + 1) * Antenna.Period.Nanoseconds / 32);
                if (!Antenna.TryCrossing(position, velocity, SimTime.Start, from, to, out var crossing)) continue;
                Assert.True(crossing >= from && crossing < to);
                // Two crossings of one target are never closer than half a turn.
                Assert.True(count == 0 || (crossing - last).TotalS > 6);
                first = SimTime.Min(first, crossing);
                last = crossing;
                count++;
            }

            // The beam gains exactly one turn on the target between crossings, so the count follows from how far the target circled.
            var turned = 0.0;
            for (var t = first; t < last; t += SimDuration.FromSeconds(1))
            {
                var a = position + (velocity * t.TotalS);
                var b = position + (velocity * SimTime.Min(last, t + SimDuration.FromSeconds(1)).TotalS);
                turned += Math.Atan2((b.East * a.North) - (b.North * a.East), (a.East * b.East) + (a.North * b.North));
            }

            var gained = ((last - first).TotalS / 12) - (turned / (2 * Math.PI));
            Assert.Equal(count - 1, gained, 1e-6);
        }
    }

    [Fact]
    public void CrossingsFollowEachOtherWithoutRepeatOrGap()
    {
        var position = new EnuVector(-8_000, 60, 500);
        var velocity = new EnuVector(250, 3, 0);
        var time = SimTime.Start;
        for (var i = 0; i < 40; i++)
        {
            var next = Antenna.NextCrossing(position, velocity, SimTime.Start, time);
            Assert.True(i == 0 || (next - time).TotalS > 6);
            Assert.True((next - time).TotalS < 24);
            time = next;
        }
    }

    private static (EnuVector Position, EnuVector Velocity) Target(ref RandomStream random)
    {
        EnuVector Draw(ref RandomStream stream, double span) =>
            new(span * ((2 * stream.NextUnit()) - 1), span * ((2 * stream.NextUnit()) - 1), 0);
        var position = Draw(ref random, 100_000);
        var velocity = Draw(ref random, 400);
        // Keep off the cone of silence, where a target may circle faster than the antenna.
        var closest = Math.Abs((position.East * velocity.North) - (position.North * velocity.East)) / velocity.Length;
        return closest > 3_000 ? (position, velocity) : Target(ref random);
    }
}
