using Bulwark.Studies.Files;
using Bulwark.Studies.Plotting.Charts;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Answers;

/// <summary>How the main answer settled: with the replications of a few settings or, of a design whose settings are samples, with their number. Immutable.</summary>
public sealed class Convergence
{
    private const int MostLines = 6;
    private const int MostPoints = 120;
    private const int FirstCount = 5;

    private Convergence(IReadOnlyList<ConvergenceLine> lines, string counted) => (Lines, Counted) = (lines, counted);

    internal IReadOnlyList<ConvergenceLine> Lines { get; }

    /// <summary>What there are more and more of.</summary>
    internal string Counted { get; }

    /// <summary>Follows the main measure through the replications of up to six settings, evenly taken from all, or through samples.</summary>
    /// <param name="answers">What the study found.</param>
    /// <param name="store">Its results file.</param>
    public static Convergence Of(StudyAnswers answers, StudyStore store)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(store);
        var (points, study) = (answers.Points, answers.Plan.Study);
        if (answers.IsOfSamples)
            return new Convergence([Follow(answers, "over all settings", points.Select(static point => point.Means[0].Value), points.Count, ofMeans: true)], "settings");

        // Corners come in an order, so their mean settles only with the last of them.
        if (study.Uncertainty == UncertaintyMode.Corners) return new Convergence([], "");
        var count = Math.Min(MostLines, points.Count);
        var lines = new List<ConvergenceLine>();
        for (var line = 0; line < count; line++)
        {
            var point = points[count == 1 ? 0 : line * (points.Count - 1) / (count - 1)];
            var cell = point.Cell;
            var label = AnswerPictures.Label(answers.Plan, cell, cell.Alternative < 0 ? null : study.Alternatives[cell.Alternative].Title);
            label = label.Length > 60 ? label[..59] + "…" : label;
            lines.Add(point.Samples is { } samples
                ? Follow(answers, label, samples, samples.Count, ofMeans: true)
                : Follow(answers, label, store.Results(cell.Index).Select(static result => result.Measures[0]), study.Replications.AtMost, ofMeans: false));
        }

        return new Convergence(lines, points.Any(static point => point.Samples is not null) ? "samples of the uncertain figures" : "replications");
    }

    private static ConvergenceLine Follow(StudyAnswers answers, string label, IEnumerable<double> values, int most, bool ofMeans)
    {
        var moments = new RunningMoments();
        var path = new List<ConvergencePoint>();
        var next = FirstCount;
        foreach (var value in values)
        {
            if (!double.IsNaN(value)) moments.Add(value);
            if (moments.Count < next) continue;
            var estimate = StudyAnswers.Estimate(answers.Plan, 0, in moments, ofMeans);
            path.Add(new ConvergencePoint((int)moments.Count, estimate.Value, estimate.Low, estimate.High));

            // Spaced by the square root, as the axis is.
            next = Math.Max(next + 1, (int)Math.Pow(Math.Sqrt(next) + (Math.Sqrt(most) / MostPoints), 2));
        }

        return new ConvergenceLine(label, path);
    }
}
