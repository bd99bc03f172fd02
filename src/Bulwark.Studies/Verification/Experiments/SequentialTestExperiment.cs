using Bulwark.Core.Randomness;
using Bulwark.Operations.Identification;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>The sequential test played out against Wald's closed forms.</summary>
internal sealed class SequentialTestExperiment : IExperiment
{
    private const int Tracks = 40_000;

    /// <inheritdoc />
    public string Name => "experiment-identification";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "identification by a sequential test";

    /// <inheritdoc />
    public string Source => "Wald 1947: operating characteristic, average number of looks, bounds of the error rates";

    /// <inheritdoc />
    public string Rule =>
        $"{Tracks:N0} tracks each. With equal steps that meet the bounds nothing is neglected in the closed forms: error rates within four binomial standard deviations, mean looks within four standard errors. "
        + "With unequal steps the rates must keep Wald's bounds, α/(1 − β) and β/(1 − α), told as standard deviations beyond them. Fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        const double Answer = 0.7;
        var wrong = 1 / (1 + Math.Pow(Answer / (1 - Answer), 4));
        var even = new AnswerTest(Answer, 1 - Answer, new SequentialTest(wrong, wrong));
        uint instance = 0;
        foreach (var p in (double[])[0.7, 0.6, 0.5, 0.3])
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, mean, error) = Play(even, p, instance++);
            findings.Begin($"answers with probability {p}");
            Chance.Binomial(findings, "decided for the first", first, Tracks, even.FirstProbability(p));
            findings.CheckError("mean looks", "σ", Math.Abs(mean - even.LooksCount(p)) / error, Chance.Bound);
        }

        foreach (var (alpha, beta) in ((double, double)[])[(0.01, 0.02), (0.001, 0.05), (0.05, 0.05)])
        {
            cancellation.ThrowIfCancellationRequested();
            var test = new AnswerTest(0.9, 0.15, new SequentialTest(alpha, beta));
            findings.Begin($"error rates {alpha} and {beta}");
            Bound("second when first", Tracks - Play(test, 0.9, instance++).First, alpha / (1 - beta));
            Bound("first when second", Play(test, 0.15, instance++).First, beta / (1 - alpha));
        }

        void Bound(string quantity, int count, double most)
        {
            var beyond = (count - (Tracks * most)) / Math.Sqrt(Tracks * most * (1 - most));
            findings.CheckError(quantity, "σ", Math.Max(0, beyond), Chance.Bound);
        }
    }

    private static (int First, double MeanLooks, double ErrorLooks) Play(AnswerTest test, double answerProbability, uint instance)
    {
        var random = new RandomStream(1947, 0, instance, RandomPurpose.General);
        var (first, sum, squares) = (0, 0.0, 0.0);
        for (var track = 0; track < Tracks; track++)
        {
            var (looks, answers) = (0, 0);
            SequentialDecision decision;
            do
            {
                looks++;
                answers += random.NextUnit() < answerProbability ? 1 : 0;

                // Steps are multiples of the bounds here; a hair is given so that rounding does not ask for one look more.
                var score = test.EvidenceScore(looks, answers);
                decision = test.Test.Judge(score + (Math.Sign(score) * 1e-9));
            }
            while (decision == SequentialDecision.Continue);
            first += decision == SequentialDecision.First ? 1 : 0;
            sum += looks;
            squares += (double)looks * looks;
        }

        var mean = sum / Tracks;
        return (first, mean, Math.Sqrt(((squares / Tracks) - (mean * mean)) / Tracks));
    }
}
