using Bulwark.Core.Randomness;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Initiation;

namespace Bulwark.Models.Tests.Tracking;

public class BeliefPropagationTests
{
    [Fact]
    public void Marginals_of_a_tree_equal_enumeration()
    {
        // Two tracks that share one plot of three: a graph without loops, where belief propagation is exact.
        Hypothesis[] pairs = [new(0, 0, -4.1), new(0, 1, -2.2), new(1, 1, -3.3), new(1, 2, -1.7)];
        Assert.All(Errors(pairs, 2, 3), static error => Assert.InRange(error, 0, 1e-9));
    }

    [Fact]
    public void Marginals_of_close_tracks_are_near_enumeration()
    {
        // Loops of random weights. In such dense, ambiguous cases the method is known to be off by a tenth or two now and then, by a
        // hundredth or two on average (Williams and Lau 2014, section V).
        var errors = new List<double>();
        var random = new RandomStream(9, 0, 0, RandomPurpose.General);
        for (var round = 0; round < 200; round++)
        {
            var pairs = new List<Hypothesis>();
            for (var track = 0; track < 3; track++)
            {
                for (var plot = 0; plot < 4; plot++)
                {
                    if (random.NextUnit() < 0.7) pairs.Add(new Hypothesis(track, plot, -12 * random.NextUnit()));
                }
            }

            if (pairs.Count > 0) errors.AddRange(Errors([.. pairs], 3, 4));
        }

        Assert.InRange(errors.Average(), 0, 0.03);
        Assert.InRange(errors.Max(), 0, 0.3);
    }

    [Fact]
    public void The_best_compatible_set_equals_enumeration()
    {
        var random = new RandomStream(10, 0, 0, RandomPurpose.General);
        var set = new CompatibleSet();
        for (var round = 0; round < 300; round++)
        {
            var count = 1 + (int)(10 * random.NextUnit());
            double[] weights = [.. Enumerable.Range(0, count).Select(_ => 0.1 + random.NextUnit()).OrderDescending()];
            var excluded = new bool[count, count];
            set.Clear();
            foreach (var weight in weights) set.Add(weight);
            for (var left = 0; left < count; left++)
            {
                for (var right = left + 1; right < count; right++)
                {
                    if (random.NextUnit() > 0.3) continue;
                    excluded[left, right] = true;
                    set.Exclude(left, right);
                }
            }

            var best = 0.0;
            for (var mask = 0; mask < 1 << count; mask++) best = Math.Max(best, Weight(mask));
            Assert.Equal(best, Weight((int)set.Solve()), 12);

            double Weight(int mask)
            {
                var sum = 0.0;
                for (var left = 0; left < count; left++)
                {
                    if ((mask >> left & 1) == 0) continue;
                    sum += weights[left];
                    for (var right = left + 1; right < count; right++)
                    {
                        if ((mask >> right & 1) != 0 && excluded[left, right]) return double.NegativeInfinity;
                    }
                }

                return sum;
            }
        }
    }

    private static List<double> Errors(Hypothesis[] pairs, int tracks, int plots)
    {
        var exact = new double[pairs.Length];
        var total = 0.0;
        for (var mask = 0; mask < 1 << pairs.Length; mask++)
        {
            var (weight, usedTracks, usedPlots) = (1.0, 0, 0);
            for (var k = 0; k < pairs.Length && weight > 0; k++)
            {
                if ((mask >> k & 1) == 0) continue;
                var taken = (usedTracks >> pairs[k].Track & 1) != 0 || (usedPlots >> pairs[k].Plot & 1) != 0;
                weight = taken ? 0 : weight * Math.Exp(-0.5 * pairs[k].Cost);
                usedTracks |= 1 << pairs[k].Track;
                usedPlots |= 1 << pairs[k].Plot;
            }

            total += weight;
            for (var k = 0; k < pairs.Length; k++)
            {
                if ((mask >> k & 1) != 0) exact[k] += weight;
            }
        }

        var found = new double[pairs.Length];
        new BeliefPropagation().Solve(pairs, tracks, plots, found, new double[plots]);
        return [.. found.Select((value, k) => Math.Abs(value - (exact[k] / total)))];
    }
}
