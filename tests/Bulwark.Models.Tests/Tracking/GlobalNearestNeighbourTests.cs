using Bulwark.Core.Randomness;
using Bulwark.Tracking.Association;

namespace Bulwark.Models.Tests.Tracking;

public class GlobalNearestNeighbourTests
{
    [Fact]
    public void Clusters_together_equal_enumeration_of_the_whole()
    {
        var random = new RandomStream(41, 0, 0, RandomPurpose.General);
        var associator = new GlobalNearestNeighbour();
        for (var trial = 0; trial < 2000; trial++)
        {
            var tracks = 1 + (int)(5 * random.NextUnit());
            var plots = 1 + (int)(5 * random.NextUnit());
            var costs = new double[tracks, plots];
            var hypotheses = new List<Hypothesis>();
            for (var plot = 0; plot < plots; plot++)
            {
                for (var track = 0; track < tracks; track++)
                {
                    if (random.NextUnit() < 0.5) continue;
                    costs[track, plot] = -20 * random.NextUnit();
                    hypotheses.Add(new Hypothesis(track, plot, costs[track, plot]));
                }
            }

            var plotOfTrack = new int[tracks];
            associator.Solve(hypotheses.ToArray(), tracks, plots, plotOfTrack);

            var total = 0.0;
            var used = new HashSet<int>();
            for (var track = 0; track < tracks; track++)
            {
                if (plotOfTrack[track] < 0) continue;
                Assert.True(used.Add(plotOfTrack[track]));
                Assert.True(costs[track, plotOfTrack[track]] < 0, "a pair outside the gate was used");
                total += costs[track, plotOfTrack[track]];
            }

            Assert.Equal(Best(costs, 0, 0), total, 1e-12);
            Assert.Equal(0, associator.GreedyClusters);
        }
    }

    [Fact]
    public void Overload_is_solved_nearest_first_and_counted()
    {
        var associator = new GlobalNearestNeighbour();
        const int Size = 500;
        var hypotheses = new List<Hypothesis>();
        for (var track = 0; track < Size; track++)
        {
            for (var plot = 0; plot < Size; plot++) hypotheses.Add(new Hypothesis(track, plot, -1000 + Math.Abs(track - plot)));
        }

        var plotOfTrack = new int[Size];
        associator.Solve(hypotheses.ToArray(), Size, Size, plotOfTrack);
        Assert.Equal(Enumerable.Range(0, Size), plotOfTrack);
        Assert.Equal(1, associator.GreedyClusters);
    }

    private static double Best(double[,] costs, int track, int used)
    {
        if (track == costs.GetLength(0)) return 0;
        var best = Best(costs, track + 1, used);
        for (var plot = 0; plot < costs.GetLength(1); plot++)
        {
            if ((used >> plot & 1) == 0 && costs[track, plot] < 0) best = Math.Min(best, costs[track, plot] + Best(costs, track + 1, used | 1 << plot));
        }

        return best;
    }
}
