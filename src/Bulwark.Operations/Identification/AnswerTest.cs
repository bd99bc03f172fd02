namespace Bulwark.Operations.Identification;

/// <summary>
/// A sequential test on answers to an interrogator: each look brings an answer or none, with one probability when the first hypothesis is true and
/// another when the second is. With the closed forms of its error rates and of the number of looks. Source: Wald, "Sequential Analysis" (1947),
/// sections 3.5 (operating characteristic) and 3.6 (average number), both neglecting the overshoot at the end; exact when the steps meet the bounds.
/// </summary>
public readonly record struct AnswerTest
{
    /// <summary>Makes the test.</summary>
    /// <param name="firstAnswerProbability">Probability of an answer when the first hypothesis is true, above 0 and below 1.</param>
    /// <param name="secondAnswerProbability">Probability of an answer when the second is true, above 0 and below 1, another than the first.</param>
    /// <param name="test">Bounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is outside its range, or both are the same.</exception>
    public AnswerTest(double firstAnswerProbability, double secondAnswerProbability, SequentialTest test)
    {
        if (!(firstAnswerProbability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(firstAnswerProbability), firstAnswerProbability, "A probability above 0 and below 1 is needed.");
        if (!(secondAnswerProbability is > 0 and < 1) || secondAnswerProbability.Equals(firstAnswerProbability))
            throw new ArgumentOutOfRangeException(nameof(secondAnswerProbability), secondAnswerProbability, "A probability above 0 and below 1, another than the first, is needed.");
        Test = test;
        AnswerScore = Math.Log(secondAnswerProbability / firstAnswerProbability);
        SilenceScore = Math.Log((1 - secondAnswerProbability) / (1 - firstAnswerProbability));
    }

    /// <summary>Its bounds.</summary>
    public SequentialTest Test { get; }

    /// <summary>What one answer adds to the evidence for the second hypothesis.</summary>
    public double AnswerScore { get; }

    /// <summary>What one look without an answer adds.</summary>
    public double SilenceScore { get; }

    /// <summary>The evidence after some looks.</summary>
    /// <param name="looks">Looks.</param>
    /// <param name="answers">Looks with an answer.</param>
    public double EvidenceScore(int looks, int answers) => (answers * AnswerScore) + ((looks - answers) * SilenceScore);

    /// <summary>Probability that the first hypothesis is taken for true when answers come with a given probability (Wald's L(p)).</summary>
    /// <param name="answerProbability">The true probability of an answer, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public double FirstProbability(double answerProbability)
    {
        var (upper, lower) = (Test.UpperScore, Test.LowerScore);
        var power = Power(answerProbability);
        if (Math.Abs(power) < 1e-9) return upper / (upper - lower);

        // (A^h − 1) / (A^h − B^h), written so that nothing overflows for either sign of h.
        return power > 0
            ? (1 - Math.Exp(-power * upper)) / (1 - Math.Exp(power * (lower - upper)))
            : (Math.Exp(power * upper) - 1) / (Math.Exp(power * upper) - Math.Exp(power * lower));
    }

    /// <summary>Mean number of looks until it decides.</summary>
    /// <param name="answerProbability">The true probability of an answer, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public double LooksCount(double answerProbability)
    {
        var first = FirstProbability(answerProbability);
        var (upper, lower) = (Test.UpperScore, Test.LowerScore);
        var drift = (answerProbability * AnswerScore) + ((1 - answerProbability) * SilenceScore);
        if (Math.Abs(drift) > 1e-9) return ((first * lower) + ((1 - first) * upper)) / drift;
        var spread = (answerProbability * AnswerScore * AnswerScore) + ((1 - answerProbability) * SilenceScore * SilenceScore);
        return -upper * lower / spread;
    }

    // The h other than 0 for which the mean of exp(h × step) is 1 (Wald's A:54): the mean is convex in h, so halving finds it.
    private double Power(double answerProbability)
    {
        if (!(answerProbability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(answerProbability), answerProbability, "A probability is 0 to 1.");
        var (answer, silence) = (AnswerScore, SilenceScore);
        double Mean(double h) => (answerProbability * Math.Exp(h * answer)) + ((1 - answerProbability) * Math.Exp(h * silence)) - 1;
        var drift = (answerProbability * answer) + ((1 - answerProbability) * silence);
        if (Math.Abs(drift) < 1e-12) return 0;
        const double Furthest = 500;
        var direction = drift < 0 ? 1.0 : -1.0;
        var (near, far) = (0.0, 1.0);
        while (Mean(direction * far) < 0)
        {
            (near, far) = (far, 2 * far);

            // Answers always, or never: no such h; the outcome is certain.
            if (far > Furthest) return direction * Furthest;
        }

        for (var step = 0; step < 200; step++)
        {
            var middle = (near + far) / 2;
            if (Mean(direction * middle) < 0) near = middle;
            else far = middle;
        }

        return direction * far;
    }
}
