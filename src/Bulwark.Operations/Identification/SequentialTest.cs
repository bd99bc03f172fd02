namespace Bulwark.Operations.Identification;

/// <summary>
/// The sequential probability ratio test between two hypotheses: look again until the evidence suffices for stated error rates. No test with these
/// error rates needs fewer looks on average. Source: Wald, "Sequential Analysis" (1947), sections 3.2 to 3.4.
/// </summary>
public readonly record struct SequentialTest
{
    /// <summary>States the error rates; together they must be below 1.</summary>
    /// <param name="secondWhenFirstProbability">Probability of taking the second for true when the first is, above 0 and below 1 (Wald's α).</param>
    /// <param name="firstWhenSecondProbability">Probability of taking the first for true when the second is, above 0 and below 1 (Wald's β).</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside its range.</exception>
    public SequentialTest(double secondWhenFirstProbability, double firstWhenSecondProbability)
    {
        if (!(secondWhenFirstProbability > 0) || !(firstWhenSecondProbability > 0) || !(secondWhenFirstProbability + firstWhenSecondProbability < 1))
            throw new ArgumentOutOfRangeException(nameof(secondWhenFirstProbability), secondWhenFirstProbability, "Error rates are above 0 and together below 1.");
        UpperScore = Math.Log((1 - firstWhenSecondProbability) / secondWhenFirstProbability);
        LowerScore = Math.Log(firstWhenSecondProbability / (1 - secondWhenFirstProbability));
    }

    /// <summary>Logarithm of the likelihood ratio, second over first, at which the second is taken for true.</summary>
    public double UpperScore { get; }

    /// <summary>The same at which the first is taken for true.</summary>
    public double LowerScore { get; }

    /// <summary>What the evidence so far supports.</summary>
    /// <param name="evidenceScore">Sum of the logarithms of the likelihood ratios, second over first.</param>
    public SequentialDecision Judge(double evidenceScore) =>
        evidenceScore >= UpperScore ? SequentialDecision.Second : evidenceScore <= LowerScore ? SequentialDecision.First : SequentialDecision.Continue;
}
