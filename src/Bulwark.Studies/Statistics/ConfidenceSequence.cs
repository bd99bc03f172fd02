namespace Bulwark.Studies.Statistics;

/// <summary>
/// An interval of a mean that may be looked at after every value and still covers as often as stated, whenever one stops: the
/// normal-mixture boundary of H. Robbins, Annals of Mathematical Statistics 41 (1970) 1397-1409, with the estimated deviation
/// (I. Waudby-Smith et al., "Time-uniform central limit theory and asymptotic confidence sequences", 2021, theorem 2.2). It is
/// wider than a fixed-number interval, which is the price of looking.
/// </summary>
public static class ConfidenceSequence
{
    /// <summary>Values before which nobody should stop, because the deviation is not known well enough.</summary>
    public const int FirstLook = 20;

    /// <summary>The interval after the values so far.</summary>
    /// <param name="moments">The values so far.</param>
    /// <param name="tunedFor">Number of values at which it is narrowest, at least 1.</param>
    /// <param name="level">Confidence level over all looks together.</param>
    public static Estimate Of(in RunningMoments moments, int tunedFor, double level = 0.95)
    {
        Estimate.RequireLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(tunedFor, 1);
        if (moments.Count < 2) return moments.Count == 0 ? Estimate.Nothing(level) : new Estimate(moments.Mean, double.NegativeInfinity, double.PositiveInfinity, 1, level);
        var error = 1 - level;

        // Mixing variance that makes the boundary narrowest at the wanted number (theirs, equation 44).
        var logs = -2 * Math.Log(error);
        var mixing = (logs + Math.Log(logs + 1)) / tunedFor;
        double n = moments.Count;
        var grown = (n * mixing) + 1;
        var half = moments.StandardDeviation * Math.Sqrt(grown / (n * n * mixing) * (Math.Log(grown) + logs));
        return new Estimate(moments.Mean, moments.Mean - half, moments.Mean + half, moments.Count, level);
    }
}
