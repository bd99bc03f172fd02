using Bulwark.Core.Randomness;
using Bulwark.Tracking.Association;

namespace Bulwark.Models.Tests.Tracking;

public class ExactMarginalsTests
{
    [Theory]
    [InlineData(3, 4)]
    [InlineData(4, 3)]
    [InlineData(5, 2)]
    [InlineData(1, 5)]
    public void Marginals_equal_enumeration(int tracks, int plots)
    {
        var random = new RandomStream(21, 0, (uint)tracks, RandomPurpose.General);
        var method = new ExactMarginals();
        for (var round = 0; round < 200; round++)
        {
            var pairs = Pairs(tracks, plots, 0.8, ref random);
            if (pairs.Length == 0) continue;
            var (pair, claim) = (new double[pairs.Length], new double[plots]);
            method.Solve(pairs, tracks, plots, pair, claim);
            var expected = Enumerate(pairs, plots, out var claimed);
            for (var k = 0; k < pairs.Length; k++) Assert.Equal(expected[k], pair[k], 1e-12);
            for (var k = 0; k < plots; k++) Assert.Equal(claimed[k] / (1 - claimed[k]), claim[k], 1e-6 * (1 + claim[k]));
        }
    }

    [Fact]
    public void Clusters_are_solved_apart_and_exactly()
    {
        // Three clusters of 3 x 3, numbered in a mixed order; solved as one problem of nine they must give what each gives alone.
        var random = new RandomStream(22, 0, 0, RandomPurpose.General);
        var all = new List<Hypothesis>();
        var parts = new List<Hypothesis[]>();
        for (var cluster = 0; cluster < 3; cluster++)
        {
            parts.Add(Pairs(3, 3, 1, ref random));
            all.AddRange(parts[cluster].Select(pair => pair with { Track = (3 * pair.Track) + cluster, Plot = (3 * pair.Plot) + cluster }));
        }

        Hypothesis[] mixed = [.. all.OrderBy(static pair => pair.Track).Select(static (pair, place) => pair with { Outcome = place })];
        var (found, claim) = (new double[mixed.Length], new double[9]);
        new JointMarginals().Solve(mixed, 9, 9, found, claim);
        for (var cluster = 0; cluster < 3; cluster++)
        {
            var expected = Enumerate(parts[cluster], 3, out _);
            for (var k = 0; k < parts[cluster].Length; k++)
            {
                var wanted = parts[cluster][k];
                var place = Array.FindIndex(mixed, pair => pair.Track == (3 * wanted.Track) + cluster && pair.Plot == (3 * wanted.Plot) + cluster);
                Assert.Equal(expected[k], found[place], 1e-12);
            }
        }
    }

    [Fact]
    public void Overwhelming_evidence_stays_finite()
    {
        // Ten tracks all but certain of one plot: the sum of their probabilities is one.
        Hypothesis[] pairs = [.. Enumerable.Range(0, 10).SelectMany(static track => new[] { new Hypothesis(track, 0, -400), new Hypothesis(track, 1, -1) })];
        var (pair, claim) = (new double[pairs.Length], new double[2]);
        new ExactMarginals().Solve(pairs, 10, 2, pair, claim);
        Assert.All(pair, static value => Assert.InRange(value, 0, 1));
        Assert.Equal(1, pairs.Select((hypothesis, k) => hypothesis.Plot == 0 ? pair[k] : 0).Sum(), 1e-9);
    }

    private static Hypothesis[] Pairs(int tracks, int plots, double share, ref RandomStream random)
    {
        var pairs = new List<Hypothesis>();
        for (var track = 0; track < tracks; track++)
        {
            for (var plot = 0; plot < plots; plot++)
            {
                if (random.NextUnit() < share) pairs.Add(new Hypothesis(track, plot, -12 * random.NextUnit(), pairs.Count));
            }
        }

        return [.. pairs];
    }

    private static double[] Enumerate(Hypothesis[] pairs, int plots, out double[] claimed)
    {
        var (exact, total) = (new double[pairs.Length], 0.0);
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

        claimed = new double[plots];
        for (var k = 0; k < pairs.Length; k++)
        {
            exact[k] /= total;
            claimed[pairs[k].Plot] += exact[k];
        }

        return exact;
    }
}
