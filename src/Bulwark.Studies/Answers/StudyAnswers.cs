using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Answers;

/// <summary>What a study found, worked out from its results file. Every number comes with its interval and the number it rests on. Immutable.</summary>
public sealed class StudyAnswers
{
    private const double KnowledgeShare = 0.9;

    private StudyAnswers(StudyPlan plan, IReadOnlyList<PointAnswer> points, IReadOnlyList<Estimate> overall, IReadOnlyList<PairAnswer> pairs, IReadOnlyList<IndexAnswer> indices, IReadOnlyList<EffectAnswer> effects, IReadOnlyList<MainEffectAnswer> mainEffects, IReadOnlyList<ConvergenceLine> settling, long runs)
    {
        (Plan, Points, Overall, Pairs, Indices, Effects, MainEffects, IndexSettling, Runs) = (plan, points, overall, pairs, indices, effects, mainEffects, settling, runs);
    }

    /// <summary>The study.</summary>
    public StudyPlan Plan { get; }

    /// <summary>Every point that has results, in the study's order; alternatives of a point stand together.</summary>
    public IReadOnlyList<PointAnswer> Points { get; }

    /// <summary>Mean of every measure over all points, each point counting alike: the answer of a design whose points are samples.</summary>
    public IReadOnlyList<Estimate> Overall { get; }

    /// <summary>Alternatives against the first, for every point and measure asked for.</summary>
    public IReadOnlyList<PairAnswer> Pairs { get; }

    /// <summary>Sobol' indices, for that design.</summary>
    public IReadOnlyList<IndexAnswer> Indices { get; }

    /// <summary>Elementary effects, for Morris's design.</summary>
    public IReadOnlyList<EffectAnswer> Effects { get; }

    /// <summary>Main effects of the uncertain figures, for a study of their corners.</summary>
    public IReadOnlyList<MainEffectAnswer> MainEffects { get; }

    /// <summary>How the largest total indices of the main measure settled with the rows, for that design.</summary>
    internal IReadOnlyList<ConvergenceLine> IndexSettling { get; }

    /// <summary>Whether the settings are samples of the factors, so that what they have in common is the answer.</summary>
    public bool IsOfSamples => Plan.Study.Design is StudyDesign.LatinHypercube or StudyDesign.Sobol or StudyDesign.SobolIndices or StudyDesign.Morris;

    /// <summary>Runs stored.</summary>
    public long Runs { get; }

    /// <summary>Works the answers out. Results are read once, one by one.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="store">Its results file, complete or not.</param>
    public static StudyAnswers Of(StudyPlan plan, StudyStore store)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        var measures = plan.Study.Measures.All.Count;
        var cells = new RunningMoments[plan.Cells.Count][];
        var runs = new long[plan.Cells.Count];
        foreach (var result in store.Results())
        {
            var moments = cells[result.Cell] ??= new RunningMoments[measures];
            runs[result.Cell]++;
            for (var measure = 0; measure < measures; measure++)
            {
                if (!double.IsNaN(result.Measures[measure])) moments[measure].Add(result.Measures[measure]);
            }
        }

        var points = plan.Cells.Where(cell => cells[cell.Index] is not null && IsPoint(plan, cell))
            .GroupBy(static cell => (cell.Point, cell.Alternative, cell.Part))
            .Select(group => Point(plan, [.. group], cells, runs)).ToList();
        var overall = Enumerable.Range(0, measures).Select(measure => Possible(plan, measure, Means.Of([.. points.Select(point => point.Means[measure].Value).Where(double.IsFinite)], plan.Study.LevelProbability))).ToList();
        var indices = SensitivityAnswers.Indices(plan, cells);
        return new StudyAnswers(plan, points, overall, PairAnswers.Of(plan, store), indices, SensitivityAnswers.Effects(plan, cells), Answers.MainEffects.Of(plan, cells), SensitivityAnswers.Settling(plan, cells, indices), runs.Sum());
    }

    /// <summary>The estimate of a measure from its moments: a proportion for one that is yes or no, else a mean; always a mean of values that are means themselves.</summary>
    internal static Estimate Estimate(StudyPlan plan, int measure, in RunningMoments moments, bool ofMeans = false) => plan.Study.Measures.All[measure].IsTruth && !ofMeans
        ? Proportions.Wilson((long)Math.Round(moments.Mean * moments.Count), moments.Count, plan.Study.LevelProbability)
        : Possible(plan, measure, moments.MeanEstimate(plan.Study.LevelProbability));

    private static Estimate Possible(StudyPlan plan, int measure, Estimate mean) => mean.Possible(plan.Study.Measures.All[measure].IsNeverNegative, plan.Study.Measures.All[measure].IsTruth);

    // Of the designs of several parts, the parts that are independent samples of the factors are points.
    private static bool IsPoint(StudyPlan plan, StudyCell cell) => plan.Study.Design switch
    {
        StudyDesign.SobolIndices => cell.Part is "a" or "b",
        StudyDesign.Morris => cell.Part == "start",
        _ => true,
    };

    private static PointAnswer Point(StudyPlan plan, StudyCell[] group, RunningMoments[][] cells, long[] runs)
    {
        var measures = plan.Study.Measures.All.Count;
        var means = new Estimate[measures];
        Estimate[]? knowledge = group.Length > 1 ? new Estimate[measures] : null;
        for (var measure = 0; measure < measures; measure++)
        {
            if (knowledge is null)
            {
                means[measure] = Estimate(plan, measure, in cells[group[0].Index][measure]);
                continue;
            }

            double[] samples = [.. group.Where(cell => cells[cell.Index][measure].Count > 0).Select(cell => cells[cell.Index][measure].Mean)];
            means[measure] = Possible(plan, measure, Means.Of(samples, plan.Study.LevelProbability));
            Array.Sort(samples);

            // Of samples the middle nine tenths; of corners the least and the most, because there is nothing between them.
            var share = plan.Study.Uncertainty == UncertaintyMode.Corners ? 1 : KnowledgeShare;
            knowledge[measure] = samples.Length == 0
                ? Statistics.Estimate.Nothing(share)
                : new Estimate(means[measure].Value, SampleQuantiles.At(samples, 0.5 * (1 - share)), SampleQuantiles.At(samples, 0.5 * (1 + share)), samples.Length, share);
        }

        double[]? main = knowledge is null ? null : [.. group.Where(cell => cells[cell.Index][0].Count > 0).Select(cell => cells[cell.Index][0].Mean)];
        return new PointAnswer { Cell = group[0], Means = means, Knowledge = knowledge, Samples = main, Runs = group.Sum(cell => runs[cell.Index]) };
    }
}
