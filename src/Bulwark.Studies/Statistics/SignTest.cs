namespace Bulwark.Studies.Statistics;

/// <summary>
/// The sign test of pairs: whether one of two alternatives gives more than the other, whatever the distribution of the differences. Source: Conover,
/// <em>Practical Nonparametric Statistics</em> (1999), section 3.4; pairs without a difference say nothing and are left out.
/// </summary>
/// <param name="More">Pairs in which the second gave more than the first.</param>
/// <param name="Less">Pairs in which it gave less.</param>
/// <param name="Ties">Pairs without a difference.</param>
public readonly record struct SignTest(int More, int Less, int Ties)
{
    /// <summary>
    /// Probability of at least so many pairs with more if more and less are equally likely: the level at which "the second does not give more" is
    /// refused. 1 without any difference.
    /// </summary>
    public double MoreProbability => Tail(More + Less, More);

    /// <summary>The same of at least so many pairs with less.</summary>
    public double LessProbability => Tail(More + Less, Less);

    /// <summary>Compares pairs.</summary>
    /// <param name="first">What the first alternative gave, pair by pair.</param>
    /// <param name="second">What the second gave.</param>
    /// <exception cref="ArgumentException">There are not as many of both.</exception>
    public static SignTest Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length) throw new ArgumentException("Pairs have one value of each alternative.", nameof(second));
        var (more, less) = (0, 0);
        for (var pair = 0; pair < first.Length; pair++)
        {
            if (second[pair] > first[pair]) more++;
            else if (second[pair] < first[pair]) less++;
        }

        return new SignTest(more, less, first.Length - more - less);
    }

    // Probability of at least so many heads of so many fair coins.
    private static double Tail(int coins, int heads)
    {
        var (sum, term) = (0.0, Math.Pow(0.5, coins));
        for (var count = 0; count <= coins; count++)
        {
            if (count >= heads) sum += term;
            term *= (coins - count) / (count + 1.0);
        }

        return Math.Min(1, sum);
    }
}
