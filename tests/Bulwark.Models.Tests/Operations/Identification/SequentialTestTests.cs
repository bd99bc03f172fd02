using Bulwark.Operations.Identification;

namespace Bulwark.Models.Tests.Operations.Identification;

public class SequentialTestTests
{
    /// <summary>At the two hypotheses the closed forms give the error rates that were asked for (Wald 1947, equation 3:43).</summary>
    [Theory]
    [InlineData(0.9, 0.05, 0.01, 0.02)]
    [InlineData(0.95, 0.2, 0.001, 0.05)]
    [InlineData(0.3, 0.6, 0.1, 0.1)]
    public void TheClosedFormsMeetTheErrorRatesAskedFor(double first, double second, double wrongSecond, double wrongFirst)
    {
        var test = new AnswerTest(first, second, new SequentialTest(wrongSecond, wrongFirst));
        Assert.Equal(1 - wrongSecond, test.FirstProbability(first), 1e-9);
        Assert.Equal(wrongFirst, test.FirstProbability(second), 1e-9);
    }

    /// <summary>A walk of equal steps up and down between bounds that it meets: the gambler's ruin, in which nothing is neglected (Feller, volume 1, XIV.2 and XIV.3).</summary>
    [Fact]
    public void EqualStepsAreTheGamblersRuin()
    {
        const double Answer = 0.7;
        const int Steps = 4;
        var ratio = Answer / (1 - Answer);
        var wrong = 1 / (1 + Math.Pow(ratio, Steps));
        var test = new AnswerTest(Answer, 1 - Answer, new SequentialTest(wrong, wrong));
        Assert.Equal(Steps, test.Test.UpperScore / test.SilenceScore, 1e-12);
        foreach (var p in (double[])[0.7, 0.6, 0.4])
        {
            var (win, duration) = Ruin(p, Steps);
            Assert.Equal(win, test.FirstProbability(p), 1e-9);
            Assert.Equal(duration, test.LooksCount(p), 1e-9);
        }

        Assert.Equal(0.5, test.FirstProbability(0.5), 1e-9);
        Assert.Equal(Steps * Steps, test.LooksCount(0.5), 1e-9);
    }

    [Fact]
    public void CertainAnswersDecideWithCertainty()
    {
        var test = new AnswerTest(0.9, 0.1, new SequentialTest(0.01, 0.01));
        Assert.Equal(1, test.FirstProbability(1), 1e-9);
        Assert.Equal(0, test.FirstProbability(0), 1e-9);
        Assert.Equal(Math.Log(99) / Math.Log(9), test.LooksCount(1), 1e-6);
    }

    [Fact]
    public void EvidenceIsJudgedByTheBounds()
    {
        var test = new AnswerTest(0.9, 0.1, new SequentialTest(0.01, 0.01));
        Assert.Equal(SequentialDecision.Continue, test.Test.Judge(test.EvidenceScore(2, 2)));
        Assert.Equal(SequentialDecision.First, test.Test.Judge(test.EvidenceScore(3, 3)));
        Assert.Equal(SequentialDecision.Second, test.Test.Judge(test.EvidenceScore(3, 0)));
        Assert.Equal(SequentialDecision.Continue, test.Test.Judge(test.EvidenceScore(4, 2)));
    }

    [Fact]
    public void BadFiguresAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialTest(0, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialTest(0.6, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerTest(0.5, 0.5, new SequentialTest(0.1, 0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerTest(1, 0.5, new SequentialTest(0.1, 0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerTest(0.9, 0.5, new SequentialTest(0.1, 0.1)).FirstProbability(1.1));
    }

    private static (double Win, double Duration) Ruin(double p, int steps)
    {
        var odds = (1 - p) / p;
        var win = (1 - Math.Pow(odds, steps)) / (1 - Math.Pow(odds, 2 * steps));
        return (win, ((2 * steps * win) - steps) / (p - (1 - p)));
    }
}
