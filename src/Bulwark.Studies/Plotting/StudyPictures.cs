using Bulwark.Simulation.Outcomes;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Files;
using Bulwark.Studies.Measures;
using Bulwark.Studies.Plotting.Charts;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Plotting;

/// <summary>Draws the pictures of a study.</summary>
public static class StudyPictures
{
    private const int MostRows = 40;
    private const int MostFactors = 25;
    private const int MostPictures = 6;

    /// <summary>Draws the answer over its factors, what drives it, differences, surfaces, losses by cause and how the answer settled; what does not apply is left out.</summary>
    /// <param name="answers">What the study found.</param>
    /// <param name="convergence">How the main answer settled.</param>
    /// <returns>The pictures in reading order; the same for the same results, to the byte.</returns>
    public static IReadOnlyList<Picture> Draw(StudyAnswers answers, Convergence convergence)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(convergence);
        var pictures = new List<Picture>();
        if (answers.Points.Count > 0) pictures.AddRange(AnswerPictures.Draw(answers).Take(MostPictures));
        Differences(answers, pictures);
        Indices(answers, pictures);
        Effects(answers, pictures);
        MainEffects(answers, pictures);
        if (SurfacePicture.Draw(answers) is { } surface) pictures.Add(surface);
        Losses(answers, pictures);
        Settling(answers, convergence, pictures);
        IndicesSettling(answers, pictures);
        return pictures;
    }

    private static void Differences(StudyAnswers answers, List<Picture> pictures)
    {
        var study = answers.Plan.Study;
        foreach (var group in answers.Pairs.GroupBy(static pair => pair.Measure))
        {
            var measure = study.Measures.All[group.Key];
            ChartBar[] rows = [.. group.Take(MostRows).Select(pair => new ChartBar(
                AnswerPictures.Label(answers.Plan, pair.Cell, study.Alternatives[pair.Alternative].Title),
                [Mark(pair.Difference.Difference), Mark(pair.Sequence)]))];
            pictures.Add(new Picture(
                $"difference-{measure.Name}.svg",
                $"Difference of {measure.Name} from {study.Alternatives[0].Title}",
                $"Each alternative less the first, pair by pair under the same luck, with its {study.LevelProbability:0.##%} interval; the wider one holds however often one looks, and is what a rule to stop decides by.",
                IntervalChart.Draw("difference-" + measure.Name.Replace('_', '-'), $"Difference of {measure.Name}", ["for this number of runs", "at every look"], rows, $"{measure.Name}: alternative less {study.Alternatives[0].Title}", bars: false)));
        }
    }

    private static void Indices(StudyAnswers answers, List<Picture> pictures)
    {
        foreach (var group in answers.Indices.GroupBy(static index => index.Measure))
        {
            var measure = answers.Plan.Study.Measures.All[group.Key];
            var shown = group.Where(static index => double.IsFinite(index.Index.Total.Value)).OrderByDescending(static index => index.Index.Total.Value).ToList();
            if (shown.Count == 0) continue;
            ChartBar[] rows = [.. shown.Take(MostFactors).Select(static index => new ChartBar(index.Factor, [Mark(index.Index.Total), Mark(index.Index.First)]))];
            pictures.Add(new Picture(
                $"indices-{measure.Name}.svg",
                $"What drives {measure.Name}",
                $"Sobol' indices with their {answers.Plan.Study.LevelProbability:0.##%} intervals, largest first{(shown.Count > rows.Length ? $" ({rows.Length} of {shown.Count})" : "")}: the share of the spread that each factor explains by itself, and the share it has a part in. Luck is all that is random in a run.",
                IntervalChart.Draw("indices-" + measure.Name.Replace('_', '-'), $"Sobol' indices of {measure.Name}", ["total: has a part in", "first order: explains by itself"], rows, "share of the variance", bars: true)));
        }
    }

    private static void Effects(StudyAnswers answers, List<Picture> pictures)
    {
        foreach (var group in answers.Effects.GroupBy(static effect => effect.Measure))
        {
            var measure = answers.Plan.Study.Measures.All[group.Key];
            ChartBar[] rows = [.. group.OrderByDescending(static effect => effect.Effect.MeanSize.Value).Take(MostFactors).Select(static effect => new ChartBar(effect.Factor, [Mark(effect.Effect.MeanSize), Mark(effect.Effect.Mean)]))];
            pictures.Add(new Picture(
                $"effects-{measure.Name}.svg",
                $"What moves {measure.Name}",
                "Elementary effects per full range of each factor: the mean size, and the mean with its sign. A size much above the mean's tells of an effect that turns or depends on other factors.",
                IntervalChart.Draw("effects-" + measure.Name.Replace('_', '-'), $"Elementary effects on {measure.Name}", ["mean size", "mean"], rows, $"change of {measure.Name}", bars: false)));
        }
    }

    private static void MainEffects(StudyAnswers answers, List<Picture> pictures)
    {
        foreach (var group in answers.MainEffects.GroupBy(static effect => effect.Measure))
        {
            var measure = answers.Plan.Study.Measures.All[group.Key];
            ChartBar[] rows = [.. group.OrderByDescending(static effect => Math.Abs(effect.Effect.Value)).Take(MostFactors).Select(static effect => new ChartBar(effect.Factor, [Mark(effect.Effect)]))];
            pictures.Add(new Picture(
                $"main-effects-{measure.Name}.svg",
                $"What moves {measure.Name}",
                $"Change of the mean when a figure goes from its lowest to its highest published or assumed value, over the corners of all the others, with {answers.Plan.Study.LevelProbability:0.##%} intervals of luck; largest first.",
                IntervalChart.Draw("main-effects-" + measure.Name.Replace('_', '-'), $"Main effects on {measure.Name}", ["highest less lowest"], rows, $"change of {measure.Name}", bars: false)));
        }
    }

    private static void Losses(StudyAnswers answers, List<Picture> pictures)
    {
        var measures = answers.Plan.Study.Measures.All;
        var rows = new List<ChartBar>();
        foreach (var cause in Enum.GetValues<LossCause>())
        {
            var index = measures.Select(static (measure, index) => (measure.Name, Index: index)).First(pair => pair.Name == BuiltInMeasures.LossName(cause)).Index;
            if (answers.Overall[index] is { Value: > 0 } mean) rows.Add(new ChartBar(LedgerWords.Cause(cause), [Mark(mean)]));
        }

        if (rows.Count == 0) return;
        pictures.Add(new Picture(
            "losses.svg",
            "Losses by cause",
            "Attackers that reached their objective, a run, by the one thing that stood in the way longest; mean over all settings, each counting alike, with the interval of that mean.",
            IntervalChart.Draw("losses", "Losses by cause", ["a run"], [.. rows.OrderByDescending(static row => row.Marks[0].X)], "attackers that leaked, a run", bars: true)));
    }

    private static void Settling(StudyAnswers answers, Convergence convergence, List<Picture> pictures)
    {
        if (convergence.Lines.All(static line => line.Points.Count < 2)) return;
        var measure = answers.Plan.Study.Measures.All[0];
        var lines = Lines(convergence.Lines);
        pictures.Add(new Picture(
            "convergence.svg",
            $"How {measure.Name} settled",
            $"The mean over the {convergence.Counted} so far with its {answers.Plan.Study.LevelProbability:0.##%} interval{(answers.IsOfSamples ? "" : convergence.Lines.Count == answers.Points.Count ? ", for every setting" : $", for {convergence.Lines.Count} settings")}; across by the square root, as intervals shrink.",
            LineChart.Draw("convergence", $"Convergence of {measure.Name}", lines, convergence.Counted, AnswerPictures.Title(measure), measure.IsTruth, square: true, dots: false)));
    }

    private static void IndicesSettling(StudyAnswers answers, List<Picture> pictures)
    {
        if (answers.IndexSettling.All(static line => line.Points.Count < 2)) return;
        var measure = answers.Plan.Study.Measures.All[0];
        pictures.Add(new Picture(
            "convergence-indices.svg",
            $"How the indices of {measure.Name} settled",
            $"Total indices over the rows so far with their {answers.Plan.Study.LevelProbability:0.##%} intervals, of the {answers.IndexSettling.Count} largest; across by the square root.",
            LineChart.Draw("convergence-indices", $"Convergence of the indices of {measure.Name}", Lines(answers.IndexSettling), "rows", "share of the variance", isProbability: false, square: true)));
    }

    private static ChartLine[] Lines(IReadOnlyList<ConvergenceLine> lines) =>
        [.. lines.Select(static (line, index) => new ChartLine(line.Label, [.. line.Points.Select(static point => new ChartPoint(point.Count, point.Value, point.Low, point.High))], LineChart.Colour(index)))];

    private static ChartPoint Mark(Estimate estimate) => new(estimate.Value, 0, estimate.Low, estimate.High);
}
