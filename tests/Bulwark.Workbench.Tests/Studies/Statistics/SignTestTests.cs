using Bulwark.Studies.Statistics;

namespace Bulwark.Workbench.Tests.Studies.Statistics;

/// <summary>The sign test against the exact binomial probabilities of printed tables.</summary>
public sealed class SignTestTests
{
    // Cumulative binomial probabilities for one half: Conover, Practical Nonparametric Statistics (1999), table A3.
    [Theory]
    [InlineData(10, 8, 0.0547)]
    [InlineData(10, 9, 0.0107)]
    [InlineData(10, 10, 0.0010)]
    [InlineData(12, 10, 0.0193)]
    [InlineData(15, 12, 0.0176)]
    [InlineData(20, 15, 0.0207)]
    public void The_level_is_the_tail_of_the_binomial_distribution(int pairs, int more, double expected)
    {
        Assert.Equal(expected, new SignTest(more, pairs - more, 3).MoreProbability, 0.00005);
        Assert.Equal(expected, new SignTest(pairs - more, more, 0).LessProbability, 0.00005);
    }

    [Fact]
    public void Pairs_without_a_difference_say_nothing()
    {
        var test = SignTest.Of([1, 2, 3, 4], [2, 2, 5, 3]);
        Assert.Equal(new SignTest(2, 1, 1), test);
        Assert.Equal(1, SignTest.Of([1, 2], [1, 2]).MoreProbability);
        Assert.Throws<ArgumentException>(static () => SignTest.Of([1], [1, 2]));
    }
}
