using Bulwark.Studies.Answers;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plotting.Charts;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Reports;

/// <summary>The answer of a study in sentences; every number with its interval and what it rests on.</summary>
public static class StudyWords
{
    private const int MostPoints = 12;
    private const int MostIndices = 6;

    /// <summary>The sentences.</summary>
    /// <param name="answers">What the study found.</param>
    public static IReadOnlyList<string> Of(StudyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Points.Count == 0) return ["There are no results yet."];
        var sentences = new List<string>();
        var study = answers.Plan.Study;
        if (answers.Pairs.Count > 0) sentences.AddRange(answers.Pairs.Where(static pair => pair.Measure == 0).Take(MostPoints).Select(pair => Pair(answers, pair)));
        sentences.AddRange(DecidedToo(answers).Take(MostPoints));
        if (answers.Indices.Count > 0) sentences.AddRange(Indices(answers));
        if (answers.Effects.Count > 0) sentences.AddRange(Effects(answers));
        sentences.AddRange(MainEffects(answers));
        if (answers.IsOfSamples)
            sentences.Add($"Over all {answers.Points.Count} settings, {Name(answers, 0)} is {Value(answers.Overall[0])}.");
        else
            sentences.AddRange(answers.Points.Take(MostPoints).Select(point => Point(answers, point)));
        if (answers.Points.Count > MostPoints && study.Design is StudyDesign.Factorial or StudyDesign.OneAtATime) sentences.Add($"The other {answers.Points.Count - MostPoints} settings stand in the table.");
        return sentences;
    }

    /// <summary>An estimate with its interval and what it rests on.</summary>
    /// <param name="estimate">The estimate.</param>
    public static string Value(Estimate estimate) => IsConstant(estimate) ? $"{ValueText.Number(estimate.Value)} in every one of {estimate.Count}" :
        $"{ValueText.Number(estimate.Value)} ({estimate.Level:0.##%}: {ValueText.Number(estimate.Low)} to {ValueText.Number(estimate.High)}, n = {estimate.Count})";

    /// <summary>Every measure over the settings of a sample: its mean, and between which values the settings' own means lie for nine tenths of them.</summary>
    /// <param name="answers">What the study found.</param>
    public static IEnumerable<(string Name, Estimate Mean, double Low, double High)> OverallRows(StudyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        for (var measure = 0; measure < answers.Plan.Study.Measures.WantedCount; measure++)
        {
            double[] means = [.. answers.Points.Select(point => point.Means[measure].Value).Where(double.IsFinite)];
            Array.Sort(means);
            yield return (answers.Plan.Study.Measures.All[measure].Name, answers.Overall[measure], means.Length == 0 ? double.NaN : SampleQuantiles.At(means, 0.05), means.Length == 0 ? double.NaN : SampleQuantiles.At(means, 0.95));
        }
    }

    /// <summary>An estimate with its interval, short.</summary>
    /// <param name="estimate">The estimate.</param>
    public static string Short(Estimate estimate) => IsConstant(estimate) ? $"{ValueText.Number(estimate.Value)} (all {estimate.Count})" : $"{ValueText.Number(estimate.Value)} ({ValueText.Number(estimate.Low)} to {ValueText.Number(estimate.High)})";

    /// <summary>Two ends as people read them.</summary>
    /// <param name="low">The lower.</param>
    /// <param name="high">The upper.</param>
    public static string Span(double low, double high) => $"{ValueText.Number(low)} to {ValueText.Number(high)}";

    // Values that never differ give an interval without a width, which would look like certainty.
    private static bool IsConstant(Estimate estimate) => estimate.Count > 1 && estimate.Low == estimate.High;

    private static string Name(StudyAnswers answers, int measure)
    {
        var info = answers.Plan.Study.Measures.All[measure];
        return info.IsTruth ? $"the probability of {info.Name}" : $"the mean of {info.Name}";
    }

    private static string Point(StudyAnswers answers, PointAnswer point)
    {
        var alternative = point.Cell.Alternative < 0 ? null : answers.Plan.Study.Alternatives[point.Cell.Alternative].Title;
        var text = $"{AnswerPictures.Label(answers.Plan, point.Cell, alternative)}: {Name(answers, 0)} is {Value(point.Means[0])}";
        if (point.Knowledge is { } knowledge) text += $"; between {ValueText.Number(knowledge[0].Low)} and {ValueText.Number(knowledge[0].High)} {(answers.Plan.Study.Uncertainty == UncertaintyMode.Corners ? "over all corners of what the sources allow" : "for nine tenths of what the sources allow")}";
        return text + ".";
    }

    private static string Pair(StudyAnswers answers, PairAnswer pair)
    {
        var study = answers.Plan.Study;
        var (difference, sequence) = (pair.Difference.Difference, pair.Sequence);
        var verdict = IsDecided(sequence) ? (difference.Value > 0 ? "more, and that is decided" : "less, and that is decided") : "not decided";
        var factor = double.IsFinite(pair.Difference.VarianceReductionFactor) ? $"; sharing luck made the difference's variance {ValueText.Number(pair.Difference.VarianceReductionFactor)} times smaller" : "";
        var place = study.Factors.Count == 0 ? "" : $" ({AnswerPictures.Label(answers.Plan, pair.Cell)})";
        return $"{study.Alternatives[pair.Alternative].Title} against {study.Alternatives[0].Title}{place}: {Name(answers, 0)} differs by {Value(difference)}: {verdict}{factor}.";
    }

    private static bool IsDecided(Estimate sequence) => !sequence.Contains(0) && sequence.Count >= ConfidenceSequence.FirstLook;

    // What else is decided is told even where the main measure is not: it may be the answer to a question that was not asked first.
    private static IEnumerable<string> DecidedToo(StudyAnswers answers)
    {
        var study = answers.Plan.Study;
        foreach (var group in answers.Pairs.Where(static pair => pair.Measure > 0 && IsDecided(pair.Sequence)).GroupBy(static pair => (pair.Cell, pair.Alternative)))
        {
            var place = study.Factors.Count == 0 ? "" : $" ({AnswerPictures.Label(answers.Plan, group.Key.Cell)})";
            var parts = group.Select(pair => $"{study.Measures.All[pair.Measure].Name} {(pair.Difference.Difference.Value > 0 ? "+" : "")}{Value(pair.Difference.Difference)}");
            yield return $"Decided as well, {study.Alternatives[group.Key.Alternative].Title} against {study.Alternatives[0].Title}{place}: {string.Join("; ", parts)}.";
        }
    }

    private static IEnumerable<string> Indices(StudyAnswers answers)
    {
        var main = answers.Indices.Where(static index => index.Measure == 0 && double.IsFinite(index.Index.Total.Value)).OrderByDescending(static index => index.Index.Total.Value).ToList();
        if (main.Count == 0)
        {
            yield return $"{answers.Plan.Study.Measures.All[0].Name} never varies, so nothing drives it.";
            yield break;
        }

        foreach (var index in main.Take(MostIndices))
        {
            var known = index.Index.Total.Low > 0.01 ? "" : "; perhaps none";
            yield return $"{(index.Factor == "luck" ? "Luck (all that is random in a run)" : index.Factor)} has a part in {index.Index.Total.Value:0%} of the variance of {answers.Plan.Study.Measures.All[0].Name} ({index.Index.Total.Level:0.##%}: {index.Index.Total.Low:0%} to {index.Index.Total.High:0%}, n = {index.Index.Total.Count} rows){known}.";
        }
    }

    private static IEnumerable<string> Effects(StudyAnswers answers) =>
        answers.Effects.Where(static effect => effect.Measure == 0).OrderByDescending(static effect => effect.Effect.MeanSize.Value).Take(MostIndices)
            .Select(effect => $"Moving {effect.Factor} through its range changes {answers.Plan.Study.Measures.All[0].Name} by {Value(effect.Effect.MeanSize)} in size.");

    private static IEnumerable<string> MainEffects(StudyAnswers answers) =>
        answers.MainEffects.Where(static effect => effect.Measure == 0).OrderByDescending(static effect => Math.Abs(effect.Effect.Value)).Take(MostIndices)
            .Select(effect => $"Taking {effect.Factor} from its lowest to its highest value changes {Name(answers, 0)} by {Value(effect.Effect)}{(effect.Effect.Contains(0) ? "; perhaps not at all" : "")}.");
}
