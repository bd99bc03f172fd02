using Bulwark.Studies.Answers;
using Bulwark.Studies.Files;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Plotting.Charts;

/// <summary>The response surface of the main measure over the two factors that explain most of it.</summary>
internal static class SurfacePicture
{
    private const double LeastExplained = 0.05;

    /// <summary>Draws the surface; null when the study has no two numbers to put it over, or the surface explains next to nothing.</summary>
    public static Picture? Draw(StudyAnswers answers)
    {
        var plan = answers.Plan;
        if (plan.Study.Design is StudyDesign.OneAtATime or StudyDesign.Morris) return null;
        var values = plan.Factors.Select((_, index) => answers.Points.Select(point => FactorReader.Number(point.Cell.Values[index])?.Number ?? double.NaN).ToArray()).ToList();
        var means = answers.Points.Select(static point => point.Means[0].Value).ToArray();
        if (means.Any(static mean => !double.IsFinite(mean))) return null;
        var usable = Enumerable.Range(0, plan.Factors.Count).Where(index => values[index].All(double.IsFinite) && values[index].Distinct().Count() >= 3).ToList();
        (QuadraticSurface Surface, int X, int Y)? best = null;
        foreach (var x in usable.OrderByDescending(index => Math.Abs(Correlation(values[index], means))).Take(6))
        {
            foreach (var y in usable.Where(y => y > x))
            {
                var fitted = QuadraticSurface.Fit([.. means.Select((mean, point) => (values[x][point], values[y][point], mean))]);
                if (fitted is not null && fitted.ExplainedRatio > (best?.Surface.ExplainedRatio ?? LeastExplained)) best = (fitted, x, y);
            }
        }

        if (best is not var (surface, across, up)) return null;
        var measure = plan.Study.Measures.All[0];
        return new Picture(
            "surface.svg",
            $"{measure.Name} over {plan.Factors[across].Name} and {plan.Factors[up].Name}",
            $"Response surface: the second-degree polynomial nearest to the {answers.Points.Count} settings (dots), of the pair of factors that explains most of the spread between them: {surface.ExplainedRatio:0%}.",
            SurfaceChart.Draw(
                "surface",
                $"Response surface of {measure.Name}",
                (values[across].Min(), values[across].Max()),
                (values[up].Min(), values[up].Max()),
                (x, y) => measure.IsTruth ? Math.Clamp(surface.At(x, y), 0, 1) : surface.At(x, y),
                [.. answers.Points.Select((_, point) => (values[across][point], values[up][point]))],
                plan.Factors[across].Name + Unit(plan.Factors[across]),
                plan.Factors[up].Name + Unit(plan.Factors[up]),
                measure.Name));
    }

    private static string Unit(StudyFactor factor) =>
        factor.UnitText.Length > 0 ? $", {factor.UnitText}" : factor.Levels.Count > 0 && FactorReader.Number(factor.Levels[0]) is { Unit.Length: > 0 } read ? $", {read.Unit}" : "";

    private static double Correlation(double[] x, double[] y)
    {
        var pair = PairedDifference.Of(x, y);
        return double.IsFinite(pair.CorrelationRatio) ? pair.CorrelationRatio : 0;
    }
}
