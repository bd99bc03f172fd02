using Bulwark.Operations.Saturation;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Plotting.Charts;

/// <summary>The answer over the factors: lines when a factor is a number, rows when none is.</summary>
internal static class AnswerPictures
{
    private const int MostRows = 40;

    /// <summary>One picture for each measure asked for.</summary>
    public static IEnumerable<Picture> Draw(StudyAnswers answers)
    {
        var plan = answers.Plan;
        if (plan.Study.Design is StudyDesign.LatinHypercube or StudyDesign.Sobol or StudyDesign.SobolIndices or StudyDesign.Morris) yield break;
        var across = Across(plan);
        for (var measure = 0; measure < plan.Study.Measures.WantedCount; measure++)
            yield return across < 0 ? Rows(answers, measure) : Lines(answers, measure, across);
    }

    /// <summary>A point in words: its factors, then the alternative.</summary>
    public static string Label(StudyPlan plan, StudyCell cell, string? alternative = null)
    {
        var parts = plan.Study.Factors.Select((factor, index) => $"{factor.Name} {cell.Values[index]}");
        var words = string.Join(", ", alternative is null ? parts : parts.Prepend(alternative));
        return words.Length == 0 ? "as the scenario says" : words;
    }

    /// <summary>The factor across: the one with the most levels, all of them numbers; -1 when there is none or the design moves one at a time.</summary>
    private static int Across(StudyPlan plan)
    {
        var factors = plan.Study.Factors;
        if (plan.Study.Design == StudyDesign.OneAtATime) return -1;
        return Enumerable.Range(0, factors.Count).Where(index => factors[index].Levels.Count > 1 && factors[index].Levels.All(static level => FactorReader.Number(level) is not null))
            .OrderByDescending(index => factors[index].Levels.Count).Cast<int?>().FirstOrDefault() ?? -1;
    }

    private static Picture Lines(StudyAnswers answers, int measure, int across)
    {
        var (plan, study) = (answers.Plan, answers.Plan.Study);
        var factor = study.Factors[across];
        var info = study.Measures.All[measure];
        var groups = answers.Points.GroupBy(point => string.Join(", ", Parts(point, across))).ToList();
        var lines = groups.Select((group, index) => new ChartLine(
            group.Key.Length == 0 ? info.Name : group.Key,
            [.. group.Select(point => Point(factor, across, point, point.Means[measure])).OrderBy(static point => point.X)],
            LineChart.Colour(index))).ToList();
        var caption = $"{Words(info.IsTruth, info.Name, info.Description)} with its {study.LevelProbability:0.##%} interval";
        if (answers.Points[0].Knowledge is not null)
        {
            caption += $", over {KnowledgeWords(study)} of the uncertain figures. Between the dashed lines: {KnowledgeCaption(study)}";
            lines.AddRange(groups.Select((group, index) => new ChartLine(
                (group.Key.Length == 0 ? "" : group.Key + ": ") + KnowledgeCaption(study), [.. group.Select(point => Point(factor, across, point, point.Knowledge![measure])).OrderBy(static point => point.X)], LineChart.Colour(index), IsEnvelope: true)));
        }

        if (measure == 0 && study.Erlang is { } erlang && Beside(answers, erlang, groups, across) is { Count: > 0 } beside)
        {
            lines.AddRange(beside);
            caption += $". Dashed: (1 − B)^{erlang.Arrivals}, with B the blocking of Erlang's loss system of as many servers, arrivals spread evenly over {erlang.Within.TotalS:0} s, and the mean time that a server was held in these runs: what waiting for nobody, and never missing, would give";
        }

        return new Picture($"answer-{info.Name}.svg", $"{info.Name} over {factor.Name}", caption + ".", LineChart.Draw("answer-" + info.Name.Replace('_', '-'), $"{info.Name} over {factor.Name}", lines, Unit(factor), Title(info), info.IsTruth));

        IEnumerable<string> Parts(PointAnswer point, int without)
        {
            if (point.Cell.Alternative >= 0) yield return study.Alternatives[point.Cell.Alternative].Title;
            for (var index = 0; index < study.Factors.Count; index++)
            {
                if (index != without) yield return $"{study.Factors[index].Name} {point.Cell.Values[index]}";
            }
        }
    }

    private static List<ChartLine> Beside(StudyAnswers answers, ErlangBeside erlang, List<IGrouping<string, PointAnswer>> groups, int across)
    {
        var study = answers.Plan.Study;
        var names = study.Factors.Select(static factor => factor.Name).ToList();
        var (servers, arrivals) = (names.IndexOf(erlang.Servers), names.IndexOf(erlang.Arrivals));
        var held = study.Measures.All.Select(static (measure, index) => (measure.Name, Index: index)).First(pair => pair.Name == erlang.Held).Index;
        if (arrivals != across) return [];
        var lines = new List<ChartLine>();
        for (var index = 0; index < groups.Count; index++)
        {
            // One holding time a line, so that the closed form does not follow the wiggles of the simulation.
            var heldS = groups[index].Where(point => double.IsFinite(point.Means[held].Value)).Select(point => point.Means[held].Value).DefaultIfEmpty(double.NaN).Average();
            if (!(heldS >= 0)) continue;
            var points = new List<ChartPoint>();
            foreach (var point in groups[index])
            {
                var (channels, raid) = (FactorReader.Number(point.Cell.Values[servers])!.Value.Number, FactorReader.Number(point.Cell.Values[arrivals])!.Value.Number);
                var blocked = QueueFormulas.BlockingProbability((int)channels, raid * heldS / erlang.Within.TotalS);
                var free = Math.Pow(1 - blocked, raid);
                points.Add(new ChartPoint(raid, free, free, free));
            }

            lines.Add(new ChartLine("Erlang, " + groups[index].Key, [.. points.OrderBy(static point => point.X)], LineChart.Colour(index), IsReference: true));
        }

        return lines;
    }

    /// <summary>What an axis of a measure is called.</summary>
    public static string Title(Measures.Measure measure) => measure.IsTruth ? $"probability of {measure.Name}" : measure.Name;

    private static string KnowledgeWords(Study study) => study.Uncertainty == UncertaintyMode.Corners ? "corners" : "samples";

    private static string KnowledgeCaption(Study study) => study.Uncertainty == UncertaintyMode.Corners ? "least to most over all corners" : "nine tenths of what the sources allow";

    private static Picture Rows(StudyAnswers answers, int measure)
    {
        var study = answers.Plan.Study;
        var info = study.Measures.All[measure];
        ChartBar[] rows = [.. answers.Points.Take(MostRows).Select(point => new ChartBar(
            Label(answers.Plan, point.Cell, point.Cell.Alternative < 0 ? null : study.Alternatives[point.Cell.Alternative].Title),
            [Mark(point.Means[measure]), .. point.Knowledge is { } known ? (ChartPoint[])[Mark(known[measure])] : []]))];
        var caption = $"{Words(info.IsTruth, info.Name, info.Description)} with its {study.LevelProbability:0.##%} interval";
        string[] kinds = answers.Points[0].Knowledge is null ? [info.Name] : [$"mean over {KnowledgeWords(study)}, with its interval", KnowledgeCaption(study)];
        return new Picture($"answer-{info.Name}.svg", info.Name, caption + ".", IntervalChart.Draw("answer-" + info.Name.Replace('_', '-'), info.Name, kinds, rows, Title(info), bars: false));
    }

    private static ChartPoint Mark(Estimate estimate) => new(estimate.Value, 0, estimate.Low, estimate.High);

    private static ChartPoint Point(StudyFactor factor, int index, PointAnswer point, Estimate mean) =>
        new(FactorReader.Number(point.Cell.Values[index])!.Value.Number, mean.Value, mean.Low, mean.High);

    private static string Unit(StudyFactor factor) => FactorReader.Number(factor.Levels[0]) is { Unit.Length: > 0 } read ? $"{factor.Name}, {read.Unit}" : factor.Name;

    private static string Words(bool isTruth, string name, string description) => $"{(isTruth ? "Probability" : "Mean")} of {name} ({description})";
}
