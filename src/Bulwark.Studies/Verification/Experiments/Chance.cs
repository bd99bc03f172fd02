namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Bounds for numbers that luck decides: errors are told in standard deviations.</summary>
internal static class Chance
{
    /// <summary>Exceeded once in sixteen thousand by luck alone; the seeds are fixed, so the outcome is always the same.</summary>
    public static Tolerance Bound { get; } = Tolerance.Absolute(4);

    /// <summary>Checks a count of successes against their probability.</summary>
    public static void Binomial(Findings findings, string quantity, int hits, int trials, double probability)
    {
        var spread = Math.Sqrt(trials * probability * (1 - probability));
        findings.CheckError(quantity, "σ", Math.Abs(hits - (trials * probability)) / spread, Bound);
    }
}
