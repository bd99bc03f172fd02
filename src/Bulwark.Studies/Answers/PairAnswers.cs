using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Answers;

/// <summary>Compares alternatives that met the same luck.</summary>
internal static class PairAnswers
{
    /// <summary>Every alternative against the first, at every point, for every measure asked for.</summary>
    public static IReadOnlyList<PairAnswer> Of(StudyPlan plan, StudyStore store)
    {
        if (plan.Study.Alternatives.Count == 0 || !plan.Study.Paired) return [];
        var answers = new List<PairAnswer>();
        foreach (var point in plan.Cells.GroupBy(static cell => cell.Point))
        {
            var first = point.Where(static cell => cell.Alternative == 0).ToArray();
            for (var alternative = 1; alternative < plan.Study.Alternatives.Count; alternative++)
            {
                var second = point.Where(cell => cell.Alternative == alternative).ToDictionary(static cell => cell.Sample);
                var pairs = first.SelectMany(cell => Pairs(store, cell, second[cell.Sample])).ToList();
                if (pairs.Count == 0) continue;
                for (var measure = 0; measure < plan.Study.Measures.WantedCount; measure++) answers.Add(Compare(plan, first[0], alternative, measure, pairs));
            }
        }

        return answers;
    }

    private static PairAnswer Compare(StudyPlan plan, StudyCell cell, int alternative, int measure, List<(IReadOnlyList<double> One, IReadOnlyList<double> Two)> pairs)
    {
        var known = pairs.Where(pair => !double.IsNaN(pair.One[measure]) && !double.IsNaN(pair.Two[measure])).ToList();
        var (one, two) = (known.Select(pair => pair.One[measure]).ToArray(), known.Select(pair => pair.Two[measure]).ToArray());
        var differences = new RunningMoments();
        for (var index = 0; index < one.Length; index++) differences.Add(two[index] - one[index]);
        return new PairAnswer(cell, alternative, measure, PairedDifference.Of(one, two, plan.Study.LevelProbability), ConfidenceSequence.Of(in differences, plan.Study.Replications.AtLeast, plan.Study.LevelProbability));
    }

    private static IEnumerable<(IReadOnlyList<double> One, IReadOnlyList<double> Two)> Pairs(StudyStore store, StudyCell one, StudyCell two)
    {
        using var left = store.Results(one.Index).GetEnumerator();
        using var right = store.Results(two.Index).GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft && hasRight)
        {
            var order = left.Current.Replication.CompareTo(right.Current.Replication);
            if (order == 0) yield return (left.Current.Measures, right.Current.Measures);
            if (order <= 0) hasLeft = left.MoveNext();
            if (order >= 0) hasRight = right.MoveNext();
        }
    }
}
