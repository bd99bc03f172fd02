using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Gating;

namespace Bulwark.Models.Tests.Tracking;

public class TrackPlacesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(333)]
    public void Sixteen_at_a_time_finds_what_one_at_a_time_finds_and_misses_none_that_may_be_met(int count)
    {
        var random = new RandomStream(5, 0, (uint)count, RandomPurpose.General);
        var places = new TrackPlaces();
        places.Reserve(count);
        var (positions, reaches) = (new EcefVector[count], new double[count]);
        for (var row = 0; row < count; row++)
        {
            positions[row] = new EcefVector(4e6 + random.Uniform(-2e5, 2e5), 1e6 + random.Uniform(-2e5, 2e5), 4.8e6 + random.Uniform(-2e5, 2e5));
            reaches[row] = random.Uniform(0, 2e4);
            places.Set(row, positions[row], reaches[row], SimTime.FromSeconds(row % 7 == 0 ? 5 : 100));
        }

        var (many, one) = (new int[count], new int[count]);
        for (var round = 0; round < 100; round++)
        {
            var centre = new EcefVector(4e6 + random.Uniform(-2e5, 2e5), 1e6 + random.Uniform(-2e5, 2e5), 4.8e6 + random.Uniform(-2e5, 2e5));
            var across = new EcefVector(random.Uniform(-1, 1), random.Uniform(-1, 1), random.Uniform(-1, 1)).Normalized();
            var area = new PlotArea(centre, random.Uniform(0, 1e5), across, random.Uniform(0, 3e4), 0, SimTime.FromSeconds(10), 0.1, default);
            var found = places.Near(count, in area, many);
            Assert.Equal(one[..places.NearOneByOne(0, count, in area, one, 0)], many[..found]);
            for (var row = 0; row < count; row++)
            {
                if (row % 7 == 0 || area.MayMeet(positions[row], reaches[row])) Assert.Contains(row, many[..found]);
            }

            // And it is a filter: what is far beyond rounding is left out.
            foreach (var row in many[..found]) Assert.True(row % 7 == 0 || area.MayMeet(positions[row], reaches[row] + 20));
        }
    }
}
