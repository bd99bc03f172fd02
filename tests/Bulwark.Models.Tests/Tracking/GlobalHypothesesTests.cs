using Bulwark.Core.Randomness;
using Bulwark.Tracking.Association;

namespace Bulwark.Models.Tests.Tracking;

public class GlobalHypothesesTests
{
    [Fact]
    public void Best_and_probabilities_equal_enumeration()
    {
        // Up to three trees of up to three leaves: at most 27 hypotheses, all of which are kept.
        var random = new RandomStream(5, 0, 0, RandomPurpose.General);
        var problem = new GlobalHypotheses();
        var shared = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var trees = Trees(ref random, 1 + (int)(3 * random.NextUnit()), 3, 3);
            Fill(problem, trees);
            problem.Solve();
            var all = Enumerate(trees);
            shared += all.Count < trees.Aggregate(1, (product, tree) => product * tree.Count) ? 1 : 0;
            var best = all.Max(static choice => choice.Score);
            Assert.Equal(best, Enumerable.Range(0, trees.Count).Sum(tree => trees[tree][problem.ChosenOf(tree) - First(trees, tree)].Score), 1e-12);
            var total = all.Sum(choice => Math.Exp(choice.Score - best));
            for (var tree = 0; tree < trees.Count; tree++)
            {
                for (var leaf = 0; leaf < trees[tree].Count; leaf++)
                {
                    var expected = all.Where(choice => choice.Leaves[tree] == leaf).Sum(choice => Math.Exp(choice.Score - best)) / total;
                    Assert.Equal(expected, problem.ProbabilityOf(First(trees, tree) + leaf), 1e-9);
                }
            }
        }

        Assert.InRange(shared, 500, 2000);
    }

    [Fact]
    public void Many_trees_are_solved_as_well_as_enumeration_and_probabilities_add_up()
    {
        var random = new RandomStream(6, 0, 0, RandomPurpose.General);
        var problem = new GlobalHypotheses();
        for (var trial = 0; trial < 100; trial++)
        {
            var trees = Trees(ref random, 6, 5, 8);
            Fill(problem, trees);
            problem.Solve();
            Assert.Equal(0, problem.CutShort);
            Assert.Equal(Enumerate(trees).Max(static choice => choice.Score), Enumerable.Range(0, 6).Sum(tree => trees[tree][problem.ChosenOf(tree) - First(trees, tree)].Score), 1e-12);
            for (var tree = 0; tree < 6; tree++)
            {
                var probabilities = Enumerable.Range(First(trees, tree), trees[tree].Count).Select(problem.ProbabilityOf).ToList();
                Assert.Equal(1, probabilities.Sum(), 1e-12);
                Assert.All(probabilities, static probability => Assert.InRange(probability, 0, 1));
            }
        }
    }

    [Theory]
    [InlineData(4.0, true)]
    [InlineData(2.0, false)]
    public void Leaves_that_share_a_plot_go_together_or_not_at_all(double half, bool isShared)
    {
        // Two trees: nothing, the plot alone (worth 5), or half of it each.
        var problem = new GlobalHypotheses();
        var halves = new int[2];
        for (var tree = 0; tree < 2; tree++)
        {
            problem.AddTree();
            problem.AddLeaf(0);
            problem.AddLeaf(5);
            problem.AddPlot(7);
            halves[tree] = problem.AddLeaf(half);
            problem.AddPlot(7, isShared: true);
        }

        problem.Bind(halves[0], halves[1]);
        problem.Solve();
        Assert.Equal(isShared, problem.ChosenOf(0) == halves[0]);
        Assert.Equal(isShared, problem.ChosenOf(1) == halves[1]);

        // Nothing, either alone, or both halves.
        var total = 1 + (2 * Math.Exp(5)) + Math.Exp(2 * half);
        Assert.Equal(Math.Exp(2 * half) / total, problem.ProbabilityOf(halves[0]), 1e-9);
        Assert.Equal(Math.Exp(2 * half) / total, problem.ProbabilityOf(halves[1]), 1e-9);
    }

    [Fact]
    public void A_group_beyond_all_bounds_is_cut_short_counted_and_gives_no_plot_twice_within_a_part()
    {
        var problem = new GlobalHypotheses();
        const int Count = 200;
        for (var tree = 0; tree < Count; tree++)
        {
            problem.AddTree();
            problem.AddLeaf(0);
            for (var leaf = 0; leaf < 3; leaf++)
            {
                problem.AddLeaf(5 + (((7 * tree) + leaf) % 5));
                problem.AddPlot(tree + leaf);
            }
        }

        problem.Solve();
        Assert.InRange(problem.CutShort, 1, Count);
        var plots = Enumerable.Range(0, 48).Where(tree => problem.ChosenOf(tree) > 4 * tree).Select(tree => tree + problem.ChosenOf(tree) - (4 * tree) - 1).ToList();
        Assert.Equal(plots.Count, plots.Distinct().Count());
        Assert.InRange(plots.Count, 40, 48);
    }

    private static int First(List<List<(double Score, long[] Plots)>> trees, int tree) => trees.Take(tree).Sum(static leaves => leaves.Count);

    // The first leaf of a tree lives on no plot.
    private static List<List<(double Score, long[] Plots)>> Trees(ref RandomStream random, int count, int leaves, int plots)
    {
        var trees = new List<List<(double, long[])>>();
        for (var tree = 0; tree < count; tree++)
        {
            trees.Add([(3 * random.NextUnit(), [])]);
            for (var leaf = 1; leaf < leaves; leaf++)
            {
                var first = (long)(plots * random.NextUnit());
                trees[tree].Add((3 * random.NextUnit(), random.NextUnit() < 0.5 ? [first] : [first, 100 + (long)(plots * random.NextUnit())]));
            }
        }

        return trees;
    }

    private static void Fill(GlobalHypotheses problem, List<List<(double Score, long[] Plots)>> trees)
    {
        problem.Clear();
        foreach (var tree in trees)
        {
            problem.AddTree();
            foreach (var (score, plots) in tree)
            {
                problem.AddLeaf(score);
                foreach (var plot in plots) problem.AddPlot(plot);
            }
        }
    }

    private static List<(double Score, int[] Leaves)> Enumerate(List<List<(double Score, long[] Plots)>> trees)
    {
        var found = new List<(double, int[])>();
        Extend([], [], 0);
        return found;

        void Extend(int[] leaves, long[] used, double score)
        {
            if (leaves.Length == trees.Count)
            {
                found.Add((score, leaves));
                return;
            }

            for (var leaf = 0; leaf < trees[leaves.Length].Count; leaf++)
            {
                var (gain, plots) = trees[leaves.Length][leaf];
                if (!plots.Any(used.Contains)) Extend([.. leaves, leaf], [.. used, .. plots], score + gain);
            }
        }
    }
}
