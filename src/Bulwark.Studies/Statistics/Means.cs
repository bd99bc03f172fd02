namespace Bulwark.Studies.Statistics;

/// <summary>Means of independent values with their intervals.</summary>
public static class Means
{
    /// <summary>The mean with its interval by Student's distribution.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="level">Confidence level.</param>
    public static Estimate Of(ReadOnlySpan<double> values, double level = 0.95) => Moments(values).MeanEstimate(level);

    /// <summary>
    /// The mean of values that came in groups, the values of one group sharing something random: the groups' means are the
    /// independent values, so sharing cannot make the interval too narrow.
    /// </summary>
    /// <param name="groups">The groups; empty ones are passed over.</param>
    /// <param name="level">Confidence level.</param>
    public static Estimate OfGroups(IEnumerable<double[]> groups, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var means = new RunningMoments();
        foreach (var group in groups)
        {
            if (group.Length > 0) means.Add(Moments(group).Mean);
        }

        return means.MeanEstimate(level);
    }

    private static RunningMoments Moments(ReadOnlySpan<double> values)
    {
        var moments = new RunningMoments();
        foreach (var value in values) moments.Add(value);
        return moments;
    }
}
