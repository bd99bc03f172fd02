using Bulwark.Studies.Plotting.Charts;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Answers;

/// <summary>How the main answer settled with the number of replications, for a few settings. Immutable.</summary>
public sealed class Convergence
{
    private const int MostLines = 6;
    private const int MostPoints = 120;
    private const int FirstCount = 5;

    private Convergence(IReadOnlyList<ConvergenceLine> lines) => Lines = lines;

    internal IReadOnlyList<ConvergenceLine> Lines { get; }

    /// <summary>Follows the main measure through the replications of up to six settings, evenly taken from all.</summary>
    /// <param name="answers">What the study found.</param>
    /// <param name="store">Its results file.</param>
    public static Convergence Of(StudyAnswers answers, StudyStore store)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(store);
        var points = answers.Points;
        var count = Math.Min(MostLines, points.Count);
        var lines = new List<ConvergenceLine>();
        for (var line = 0; line < count; line++)
        {
            var cell = points[count == 1 ? 0 : line * (points.Count - 1) / (count - 1)].Cell;
            var label = AnswerPictures.Label(answers.Plan, cell, cell.Alternative < 0 ? null : answers.Plan.Study.Alternatives[cell.Alternative].Title);
            var moments = new RunningMoments();
            var path = new List<ConvergencePoint>();
            var next = FirstCount;
            foreach (var result in store.Results(cell.Index))
            {
                if (!double.IsNaN(result.Measures[0])) moments.Add(result.Measures[0]);
                if (moments.Count < next) continue;
                var estimate = StudyAnswers.Estimate(answers.Plan, 0, in moments);
                path.Add(new ConvergencePoint((int)moments.Count, estimate.Value, estimate.Low, estimate.High));

                // Spaced by the square root, as the axis is.
                next = Math.Max(next + 1, (int)Math.Pow(Math.Sqrt(next) + (Math.Sqrt(answers.Plan.Study.Replications.AtMost) / MostPoints), 2));
            }

            lines.Add(new ConvergenceLine(label.Length > 60 ? label[..59] + "…" : label, path));
        }

        return new Convergence(lines);
    }
}
