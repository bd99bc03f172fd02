using Bulwark.Studies.Answers;
using Bulwark.Studies.Files;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Plotting.Charts;

/// <summary>The response surface of the main measure over the two factors that explain most of it.</summary>
internal static class SurfacePicture
{
    // Adjusted for its terms, so that a surface that bends through chance alone is not drawn.
    private const double LeastExplained = 0.15;
    private const int MostIndexFactors = 3;

    /// <summary>Draws the surface; null when the study has no two numbers to put it over, or the surface explains next to nothing.</summary>
    public static Picture? Draw(StudyAnswers answers)
    {
        var plan = answers.Plan;
        if (plan.Study.Design is StudyDesign.OneAtATime or StudyDesign.Morris) return null;
        var values = plan.Factors.Select((_, index) => answers.Points.Select(point => FactorReader.Number(point.Cell.Values[index])?.Number ?? double.NaN).ToArray()).ToList();
        var means = answers.Points.Select(static point => point.Means[0].Value).ToArray();
        if (means.Any(static mean => !double.IsFinite(mean))) return null;
        var usable = Enumerable.Range(0, plan.Factors.Count).Where(index => values[index].All(double.IsFinite) && values[index].Distinct().Count() >= 3).ToList();
        if (answers.Indices.Count > 0)
        {
            var leading = answers.Indices.Where(static index => index.Measure == 0 && index.Index.Total.Low > 0).OrderByDescending(static index => index.Index.Total.Value).Select(static index => index.Factor).Where(static name => name != SensitivityAnswers.Luck).Take(MostIndexFactors).ToList();
            usable.RemoveAll(index => !leading.Contains(plan.Factors[index].Name));
        }

        (QuadraticSurface Surface, int X, int Y)? best = null;
        foreach (var x in usable.OrderByDescending(index => Math.Abs(Correlation(values[index], means))).Take(6))
        {
            foreach (var y in usable.Where(y => y > x))
            {
                var fitted = QuadraticSurface.Fit([.. means.Select((mean, point) => (values[x][point], values[y][point], mean))]);
                if (fitted is not null && fitted.AdjustedRatio > (best?.Surface.AdjustedRatio ?? LeastExplained)) best = (fitted, x, y);
            }
        }

        if (best is not var (surface, across, up)) return null;
        var measure = plan.Study.Measures.All[0];
        var missed = Math.Sqrt(means.Select((mean, point) => Math.Pow(mean - surface.At(values[across][point], values[up][point]), 2)).Average());
        return new Picture(
            "surface.svg",
            $"{measure.Name} over {plan.Factors[across].Name} and {plan.Factors[up].Name}",
            $"Response surface: the second-degree polynomial nearest to the {answers.Points.Count} settings (dots), of the pair of factors that explains most of the spread between them: {surface.ExplainedRatio:0%} ({surface.AdjustedRatio:0%} adjusted for its terms). It misses their means by {ValueText.Number(missed)} (root mean square), luck included.",
            SurfaceChart.Draw(
                "surface",
                $"Response surface of {measure.Name}",
                (values[across].Min(), values[across].Max()),
                (values[up].Min(), values[up].Max()),
                (x, y) => measure.IsTruth ? Math.Clamp(surface.At(x, y), 0, 1) : measure.IsNeverNegative ? Math.Max(0, surface.At(x, y)) : surface.At(x, y),
                [.. answers.Points.Select((_, point) => (values[across][point], values[up][point]))],
                plan.Factors[across].Name + Unit(plan.Factors[across]),
                plan.Factors[up].Name + Unit(plan.Factors[up]),
                AnswerPictures.Title(measure)));
    }

    private static string Unit(StudyFactor factor) =>
        factor.UnitText.Length > 0 ? $", {factor.UnitText}" : factor.Levels.Count > 0 && FactorReader.Number(factor.Levels[0]) is { Unit.Length: > 0 } read ? $", {read.Unit}" : "";

    private static double Correlation(double[] x, double[] y)
    {
        var pair = PairedDifference.Of(x, y);
        return double.IsFinite(pair.CorrelationRatio) ? pair.CorrelationRatio : 0;
    }
}
