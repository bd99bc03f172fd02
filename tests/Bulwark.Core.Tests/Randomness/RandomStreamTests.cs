using Bulwark.Core.Randomness;

namespace Bulwark.Core.Tests.Randomness;

public class RandomStreamTests
{
    private static readonly RandomPurpose[] Purposes = Enum.GetValues<RandomPurpose>();

    [Fact]
    public void HandsOutTheWordsOfItsBlocksInOrder()
    {
        const ulong Seed = 0x1122334455667788;
        var stream = new RandomStream(Seed, replication: 7, instance: 9, RandomPurpose.Detection, firstBlock: 3);
        for (uint block = 3; block < 6; block++)
        {
            var expected = Philox4x32.Block(new PhiloxBlock(block, 9, (uint)RandomPurpose.Detection, 7), 0x55667788, 0x11223344);
            Assert.Equal(expected, new PhiloxBlock(stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32()));
        }
    }

    [Fact]
    public void AnotherConsumerShiftsNobody()
    {
        var alone = Draw(Open(1, 2), 50);

        var mine = Open(1, 2);
        var interleaved = new List<ulong>();
        for (var i = 0; i < 50; i++)
        {
            interleaved.Add(mine.NextUInt64());
            var newcomer = Open(1, (uint)(100 + i));
            for (var extra = 0; extra < i; extra++) newcomer.NextUInt32();
        }

        Assert.Equal(alone, interleaved);

        static RandomStream Open(uint replication, uint instance) => new(42, replication, instance, RandomPurpose.MeasurementNoise);
    }

    [Fact]
    public void EveryPartOfTheNameSeparatesStreams()
    {
        var firsts = new HashSet<ulong>();
        var opened = 0;
        foreach (var seed in new ulong[] { 0, 1, 1UL << 32, ulong.MaxValue })
        {
            for (uint replication = 0; replication < 4; replication++)
            {
                for (uint instance = 0; instance < 40; instance++)
                {
                    foreach (var purpose in Purposes)
                    {
                        var stream = new RandomStream(seed, replication, instance, purpose);
                        firsts.Add(stream.NextUInt64());
                        opened++;
                    }
                }
            }
        }

        // A chance collision among these few thousand 64-bit numbers has a probability below 1e-12.
        Assert.Equal(opened, firsts.Count);
    }

    [Fact]
    public void NeighbouringStreamsAreUncorrelated()
    {
        // Correlation of 20,000 pairs has a standard deviation of 1/sqrt(20,000) = 0.0071; four of them is the limit.
        const int Pairs = 20_000;
        double sum = 0;
        for (uint pair = 0; pair < Pairs; pair++)
        {
            var left = new RandomStream(5, 0, pair, RandomPurpose.Detection);
            var right = new RandomStream(5, 0, pair + 1, RandomPurpose.Detection);
            sum += (left.NextUnit() - 0.5) * (right.NextUnit() - 0.5) * 12;
        }

        Assert.InRange(sum / Pairs, -0.0283, 0.0283);
    }

    [Fact]
    public void ACopyContinuesFromTheSamePlace()
    {
        var original = new RandomStream(3, 1, 4, RandomPurpose.Lethality);
        for (var i = 0; i < 5; i++) original.NextUInt32();
        var copy = original;
        Assert.Equal(Draw(original, 20), Draw(copy, 20));
    }

    [Fact]
    public void UnitNumbersStayStrictlyInside()
    {
        var stream = new RandomStream(11, 0, 0, RandomPurpose.General);
        double low = 1, high = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var value = stream.NextUnit();
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        // The extremes of 200,000 numbers lie within 1e-4 of the ends with probability 1 - 4e-9.
        Assert.InRange(low, double.Epsilon, 1e-4);
        Assert.InRange(high, 1 - 1e-4, Math.BitDecrement(1.0));
    }

    [Fact]
    public void PurposesKeepTheirNumbers()
    {
        string[] frozen =
        [
            "General=0", "ScenarioSpread=1", "Detection=2", "MeasurementNoise=3", "FalseAlarms=4", "TransponderReply=5", "FireControlLook=6",
            "RoundReliability=7", "TerminalNoise=8", "Lethality=9", "CrewTime=10",
        ];
        Assert.Equal(frozen, Purposes.Take(frozen.Length).Select(static purpose => $"{purpose}={(int)purpose}"));
        Assert.Equal(Purposes.Length, Purposes.Distinct().Count());
    }

    private static List<ulong> Draw(RandomStream stream, int count)
    {
        var drawn = new List<ulong>(count);
        for (var i = 0; i < count; i++) drawn.Add(stream.NextUInt64());
        return drawn;
    }
}
