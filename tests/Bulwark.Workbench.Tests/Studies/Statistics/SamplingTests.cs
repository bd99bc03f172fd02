using Bulwark.Studies.Sampling;

namespace Bulwark.Workbench.Tests.Studies.Statistics;

/// <summary>Designs against published points and against what defines them.</summary>
public sealed class SamplingTests
{
    [Fact]
    public void Sobols_first_points_are_the_published_ones()
    {
        // Joe and Kuo's own list of the first ten points (2008), here in five dimensions.
        double[][] published =
        [
            [0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25, 0.75], [0.25, 0.75, 0.75, 0.75, 0.25],
            [0.375, 0.375, 0.625, 0.875, 0.375], [0.875, 0.875, 0.125, 0.375, 0.875], [0.625, 0.125, 0.875, 0.625, 0.625],
            [0.125, 0.625, 0.375, 0.125, 0.125], [0.1875, 0.3125, 0.9375, 0.4375, 0.5625], [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
        ];
        Assert.Equal(published, new SobolSequence(5).Points(10));
    }

    [Theory]
    [InlineData(100, 0.4140625, 0.2578125, 0.7734375, 0.6953125, 0.1328125, 0.8828125, 0.5234375)]
    [InlineData(777, 0.6923828125, 0.9365234375, 0.1630859375, 0.3232421875, 0.3583984375, 0.5107421875, 0.1806640625)]
    [InlineData(1023, 0.0009765625, 0.7529296875, 0.6123046875, 0.8505859375, 0.6982421875, 0.5302734375, 0.4267578125)]
    public void Later_points_are_those_of_SciPy(int index, params double[] expected)
    {
        var point = new SobolSequence(SobolSequence.LargestFactors).Points(index + 1)[index];
        Assert.Equal(160, point.Length);
        Assert.Equal(expected, new[] { 0, 1, 2, 9, 39, 99, 159 }.Select(factor => point[factor]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_power_of_two_points_fill_every_slice_once(bool scrambled)
    {
        var sequence = new SobolSequence(160);
        var points = scrambled ? sequence.Scrambled(256, 3) : sequence.Points(256);
        for (var factor = 0; factor < 160; factor++) Assert.Equal(256, points.Select(point => (int)(point[factor] * 256)).Distinct().Count());
    }

    [Fact]
    public void The_first_two_dimensions_fill_every_box()
    {
        // A (0, 8, 2)-net: each of the 256 boxes of 16 by 16, 4 by 64 ... holds one point, scrambled or not.
        foreach (var points in (double[][][])[new SobolSequence(2).Points(256), new SobolSequence(2).Scrambled(256, 17)])
        {
            for (var bits = 0; bits <= 8; bits++)
            {
                var (columns, rows) = (1 << bits, 1 << (8 - bits));
                Assert.Equal(256, points.Select(point => ((int)(point[0] * columns), (int)(point[1] * rows))).Distinct().Count());
            }
        }
    }

    [Fact]
    public void Scrambling_depends_on_the_seed_alone()
    {
        Assert.Equal(new SobolSequence(3).Scrambled(64, 1), new SobolSequence(5).Scrambled(64, 1).Select(static point => point[..3]));
        Assert.NotEqual(new SobolSequence(1).Scrambled(64, 1), new SobolSequence(1).Scrambled(64, 2));
        Assert.Equal(0.5, new SobolSequence(1).Scrambled(1024, 9).Average(static point => point[0]), 1e-3);
    }

    [Fact]
    public void A_Latin_hypercube_fills_every_slice_once()
    {
        var points = LatinHypercube.Points(37, 5, 2);
        for (var factor = 0; factor < 5; factor++) Assert.Equal(37, points.Select(point => (int)(point[factor] * 37)).Distinct().Count());
        Assert.Equal(points.Select(static point => point[..3]), LatinHypercube.Points(37, 3, 2));
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(6, 64)]
    [InlineData(7, 16)]
    [InlineData(20, 64)]
    [InlineData(31, 64)]
    public void Corners_are_balanced_in_every_pair(int factors, int corners)
    {
        var design = TwoLevelDesign.Corners(factors);
        Assert.Equal(corners, design.Length);
        for (var one = 0; one < factors; one++)
        {
            Assert.Equal(corners / 2, design.Count(corner => corner[one]));
            for (var two = one + 1; two < factors; two++) Assert.Equal(corners / 4, design.Count(corner => corner[one] && corner[two]));
        }
    }

    [Fact]
    public void Morris_trajectories_move_every_factor_once()
    {
        foreach (var (points, moved) in MorrisDesign.Trajectories(10, 6, 4, 1))
        {
            Assert.Equal(Enumerable.Range(0, 6), moved.Order());
            Assert.Equal(7, points.Length);
            Assert.All(points, static point => Assert.All(point, static share => Assert.InRange(share, 0, 1)));
        }
    }
}
