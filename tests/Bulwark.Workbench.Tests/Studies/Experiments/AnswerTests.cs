using Bulwark.Studies.Answers;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Reports;
using Bulwark.Studies.Store;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>What a study says of made-up results whose answers are known: results are stored as if runs had given them.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_interval_does_not_leave_what_a_measure_can_be()
    {
        // One of six runs leaks twice: Student's interval would begin below zero.
        var answers = Of("replications: 6", (_, replication) => replication == 0 ? 2 : 0);
        var leaked = answers.Points[0].Means[0];
        Assert.Equal(2.0 / 6, leaked.Value, 1e-12);
        Assert.Equal(0, leaked.Low);
        Assert.True(leaked.High > 1);
    }

    [Fact]
    public void Values_that_never_differ_are_not_given_an_interval_without_width()
    {
        var words = StudyWords.Of(Of("replications: 6", static (_, _) => 3));
        Assert.Contains("raid 2: the mean of leaked is 3 in every one of 6.", words);
    }

    [Fact]
    public void Corners_give_the_least_and_the_most()
    {
        var answers = Of("replications: 1\nuncertainty: corners\nfigures: [fighter/rcs, fighter/speed]", static (cell, _) => cell % 5);
        var knowledge = answers.Points[0].Knowledge![0];
        Assert.Equal((0.0, 4.0), (knowledge.Low, knowledge.High));
        Assert.Contains(StudyWords.Of(answers), static sentence => sentence.Contains("between 0 and 4 over all corners", StringComparison.Ordinal));
    }

    [Fact]
    public void Corners_give_the_main_effect_of_every_figure()
    {
        // Leaks rise by 3 when the first figure is high, fall by 1 when the second is, and the runs of a corner lie 1 above and below:
        // variance 2 a corner, four corners of two runs, so the standard error is sqrt(2 * 4 / 2) / 2 = 1; Student's 97.5 % quantile at
        // four degrees of freedom is 2.776 (printed tables).
        StudyAnswers? planned = null;
        var answers = Of("replications: 2\nuncertainty: corners\nfigures: [fighter/rcs, fighter/speed]", (cell, replication) =>
        {
            var plan = planned!.Plan;
            bool High(int factor) => plan.Cells[cell].Values[factor] == plan.Factors[factor].Write(plan.Factors[factor].HighSi);
            return plan.Cells[cell].Sample == 0 ? 1000 : 10 + (High(1) ? 3 : 0) - (High(2) ? 1 : 0) + (replication == 0 ? 1 : -1);
        }, planned: empty => planned = empty);
        var effects = answers.MainEffects.Where(static effect => effect.Measure == 0).Select(static effect => effect.Effect).ToArray();
        Assert.Equal([3, -1], effects.Select(static effect => Math.Round(effect.Value, 9)));
        Assert.All(effects, static effect => Assert.Equal(2.776, effect.HalfWidth, 5e-4));
        Assert.Contains(StudyWords.Of(answers), static sentence => sentence.StartsWith("Taking", StringComparison.Ordinal) && sentence.Contains("by 3 (95%", StringComparison.Ordinal));
        Assert.Contains(StudyWords.Of(answers), static sentence => sentence.EndsWith("perhaps not at all.", StringComparison.Ordinal));
        Assert.Contains(Pictures(answers), static picture => picture.FileName == "main-effects-leaked.svg");
    }

    [Fact]
    public void What_is_decided_besides_the_main_measure_is_told_and_what_is_not_is_not()
    {
        const string Alternatives = "replications: 40\nalternatives:\n  - {id: first, title: first}\n  - {id: second, title: second, set: {groups/raid/start-spread: 10 s}}";
        var plan = SmallStudy.Plan(SmallStudy.Text.Replace("replications: 6", Alternatives, StringComparison.Ordinal).Replace("values: [2, 4, 6]", "values: [2]", StringComparison.Ordinal));
        using var store = StudyStore.Open(Path.Combine(_folder.Path, "alternatives.sqlite"), plan);
        var others = new double[plan.Study.Measures.All.Count - 4];

        // Of 40 pairs: leaks differ by +1 and -1 in turn, kills by 2 less in every pair, the first launch by 3 or 4 later, the launches not at all.
        store.Add([.. plan.Cells.SelectMany(cell => Enumerable.Range(0, 40).Select(replication =>
        {
            double second = cell.Alternative;
            return new StudyResult(cell.Index, replication, "0", [5 + (second * (replication % 2 == 0 ? 1 : -1)), 4 - (2 * second), 20 + (second * (3 + (replication % 2))), 7, .. others]);
        }))]);
        var words = StudyWords.Of(StudyAnswers.Of(plan, store));
        Assert.Contains(words, static sentence => sentence.StartsWith("second against first (raid 2): the mean of leaked differs by ", StringComparison.Ordinal) && sentence.Contains("not decided", StringComparison.Ordinal));
        var decided = Assert.Single(words, static sentence => sentence.StartsWith("Decided as well", StringComparison.Ordinal));
        Assert.StartsWith("Decided as well, second against first (raid 2): killed -2 in every one of 40; first_launch_s +3.5 (95%: ", decided, StringComparison.Ordinal);
        Assert.DoesNotContain("launches", decided, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_samples_are_summed_up_together()
    {
        // Forty settings with the means 0 to 39.
        var answers = Of("replications: 1\ndesign: latin-hypercube\npoints: 40", static (cell, _) => cell, "from: 2, to: 6");
        var (_, mean, low, high) = StudyWords.OverallRows(answers).First();
        Assert.Equal(19.5, mean.Value);
        Assert.Equal((1.95, 37.05), (Math.Round(low, 9), Math.Round(high, 9)));
        using var store = StudyStore.OpenForReading(Path.Combine(_folder.Path, "results.sqlite"));
        var pictures = StudyPictures.Draw(answers, Convergence.Of(answers, store));
        Assert.Contains(pictures, static picture => picture.FileName == "convergence.svg" && picture.Svg.Contains("settings", StringComparison.Ordinal));
    }

    [Fact]
    public void A_surface_is_drawn_of_what_bends_and_not_of_noise()
    {
        const string Two = "from: 2, to: 60}\n  - {name: speed, path: groups/raid/route/0/speed, from: 200 m/s, to: 300 m/s";
        const string Plan = "replications: 1\ndesign: sobol\npoints: 32";
        double Bent(StudyAnswers answers, int cell) => double.Parse(answers.Plan.Cells[cell].Values[0]) / 10;
        StudyAnswers? planned = null;
        var bent = Of(Plan, (cell, _) => Bent(planned!, cell), Two, answers => planned = answers);
        Assert.Contains(Pictures(bent), static picture => picture.FileName == "surface.svg");
        Assert.DoesNotContain(Pictures(Of(Plan, static (cell, _) => cell * 7919 % 13, Two)), static picture => picture.FileName == "surface.svg");
    }

    [Fact]
    public void Indices_are_followed_over_their_rows()
    {
        // Only the factor matters: its mixture has B's values, and luck changes nothing.
        StudyAnswers? planned = null;
        var answers = Of("replications: 1\ndesign: sobol-indices\npoints: 64", (cell, _) => double.Parse(planned!.Plan.Cells[cell].Values[0]), "from: 2, to: 600, whole: yes", empty => planned = empty);
        Assert.Equal(1, answers.Indices.First(static index => index.Factor == "raid").Index.Total.Value, 0.2);
        Assert.Equal(0, answers.Indices.First(static index => index.Factor == "luck").Index.Total.Value);
        Assert.Contains(Pictures(answers), static picture => picture.FileName == "convergence-indices.svg");
    }

    private IReadOnlyList<Picture> Pictures(StudyAnswers answers)
    {
        using var store = StudyStore.OpenForReading(Path.Combine(_folder.Path, "results.sqlite"));
        return StudyPictures.Draw(answers, Convergence.Of(answers, store));
    }

    // The main measure is made up, every other one is zero.
    private StudyAnswers Of(string design, Func<int, int, double> leaked, string values = "values: [2, 4, 6]", Action<StudyAnswers>? planned = null)
    {
        var plan = SmallStudy.Plan(SmallStudy.Text.Replace("replications: 6", design, StringComparison.Ordinal).Replace("values: [2, 4, 6]", values, StringComparison.Ordinal));
        var file = Path.Combine(_folder.Path, "results.sqlite");
        File.Delete(file);
        using var store = StudyStore.Open(file, plan);
        planned?.Invoke(StudyAnswers.Of(plan, store));
        var others = new double[plan.Study.Measures.All.Count - 1];
        store.Add([.. plan.Cells.SelectMany(cell => Enumerable.Range(0, plan.Study.Replications.AtLeast).Select(replication => new StudyResult(cell.Index, replication, "0", [leaked(cell.Index, replication), .. others])))]);
        return StudyAnswers.Of(plan, store);
    }
}
