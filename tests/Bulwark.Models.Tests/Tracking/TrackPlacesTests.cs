using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;

namespace Bulwark.Models.Tests.Tracking;

public class TrackPlacesTests
{
    private const double HalfSpanS = 0.1;
    private const double PlotReachM = 1500;

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(333)]
    public void Eight_at_a_time_finds_what_one_at_a_time_finds_and_misses_none_that_may_be_met(int count)
    {
        var random = new RandomStream(5, 0, (uint)count, RandomPurpose.General);
        var places = new TrackPlaces();
        places.Reserve(count);
        var (positions, velocities, reaches, ages) = (new EcefVector[count], new EcefVector[count], new ReachBound[count], new double[count]);
        for (var row = 0; row < count; row++)
        {
            // Half of them are noted before the aim is taken, half of them after.
            if (row == count / 2) places.Aim(row, SimTime.FromSeconds(5000), HalfSpanS);
            positions[row] = new EcefVector(4e6 + random.Uniform(-2e5, 2e5), 1e6 + random.Uniform(-2e5, 2e5), 4.8e6 + random.Uniform(-2e5, 2e5));
            velocities[row] = new EcefVector(random.Uniform(-400, 400), random.Uniform(-400, 400), random.Uniform(-400, 400));
            reaches[row] = new ReachBound(random.Uniform(0, 2e3), random.Uniform(0, 400), random.Uniform(0, 50), velocities[row].Length);

            // Some of the tracks are older than a straight line says anything about, some newer than the plots.
            ages[row] = row % 7 == 0 ? 2000 : random.Uniform(-1, 20);
            places.Set(row, positions[row], velocities[row], SimTime.FromSeconds(5000 - ages[row]), in reaches[row]);
        }

        var (many, one) = (new int[count], new int[count]);
        for (var round = 0; round < 100; round++)
        {
            var centre = new EcefVector(4e6 + random.Uniform(-2e5, 2e5), 1e6 + random.Uniform(-2e5, 2e5), 4.8e6 + random.Uniform(-2e5, 2e5));
            var across = new EcefVector(random.Uniform(-1, 1), random.Uniform(-1, 1), random.Uniform(-1, 1)).Normalized();
            var area = new PlotArea(centre, random.Uniform(0, 1e5), across, random.Uniform(0, 3e4), 0, SimTime.FromSeconds(5000), HalfSpanS, default);
            var found = places.Near(count, in area, many);
            Assert.Equal(one[..places.NearOneByOne(0, count, in area, one, 0)], many[..found]);
            for (var row = 0; row < count; row++)
            {
                if (row % 7 == 0 || area.MayMeet(Place(row), Reach(row))) Assert.Contains(row, many[..found]);
            }

            // And it is a filter: what is far beyond rounding is left out.
            foreach (var row in many[..found]) Assert.True(row % 7 == 0 || area.MayMeet(Place(row), Reach(row) + 60));
        }

        // Of those near an area only those near one of its plots are kept, and none of these is lost.
        var plots = new PreparedPlot[50];
        for (var round = 0; round < 100; round++)
        {
            for (var k = 0; k < plots.Length; k++)
            {
                var at = new EcefVector(4e6 + random.Uniform(-2e5, 2e5), 1e6 + random.Uniform(-2e5, 2e5), 4.8e6 + random.Uniform(-2e5, 2e5));
                plots[k] = new PreparedPlot(default, VerticalMeasure.None, at, 0, IsCentred: false, default);
            }

            var some = plots.AsSpan(0, 1 + (round % plots.Length));
            var spots = new PlotSpots();
            spots.Fill(some);
            for (var row = 0; row < count; row++) many[row] = row;
            var kept = many[..places.KeepNear(many, PlotReachM, spots)];
            for (var row = 0; row < count; row++)
            {
                if (row % 7 == 0 || Nearest(some, row) <= Reach(row) + PlotReachM) Assert.Contains(row, kept);
            }

            foreach (var row in kept) Assert.True(row % 7 == 0 || Nearest(some, row) <= Reach(row) + PlotReachM + 60);
        }

        double Nearest(ReadOnlySpan<PreparedPlot> some, int row)
        {
            var least = double.PositiveInfinity;
            foreach (ref readonly var plot in some) least = Math.Min(least, (plot.Position - Place(row)).Length);
            return least;
        }

        EcefVector Place(int row) => positions[row] + (velocities[row] * ages[row]);

        double Reach(int row)
        {
            var aheadS = Math.Max(0, ages[row] + HalfSpanS);
            return reaches[row].NowM + (aheadS * reaches[row].PerSecondM) + (aheadS * aheadS * reaches[row].PerSecond2M) + (HalfSpanS * reaches[row].SpeedMPerS);
        }
    }
}
