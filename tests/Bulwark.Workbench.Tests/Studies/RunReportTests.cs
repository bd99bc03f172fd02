using System.Text.RegularExpressions;
using Bulwark.Studies.Reports;
using Bulwark.Studies.Results;

namespace Bulwark.Workbench.Tests.Studies;

public sealed partial class RunReportTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void TheSameRunGivesTheSameBytes()
    {
        RunReport.Write(StudyRuns.Crete, _home.Under("one.html"));
        RunReport.Write(StudyRuns.CreteAgain, _home.Under("two.html"));
        Assert.Equal(File.ReadAllBytes(_home.Under("one.html")), File.ReadAllBytes(_home.Under("two.html")));
        Assert.Equal(["one.html", "two.html"], _home.Names());
    }

    [Fact]
    public void NothingIsLoadedFromAnywhere()
    {
        var html = Written();
        Assert.Empty(Loading().Matches(html).Select(static match => match.Value));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void TheAnswerStandsInWordsWithTheNumbersOfTheSummary()
    {
        var html = Written();
        var summary = StudyRuns.Crete.Summary;
        Assert.Contains($"Of {summary.Targets.Total} attackers, {summary.Targets.Killed} were killed", html, StringComparison.Ordinal);
        Assert.Contains("tracked at most 100 (limit 100, reached), engaged at most 6 (limit 6, reached), and had at most 12 (limit 12, reached) missiles in flight", html, StringComparison.Ordinal);
        Assert.Contains($"{summary.LossesByCause[Bulwark.Simulation.Outcomes.LossCause.TrackLimit]} because the picture already held as many tracks as it can", html, StringComparison.Ordinal);
        Assert.Contains("Smooth Earth (no terrain was given: hills and valleys would hide more); clear air; no reflections from the surface; no clutter.", html, StringComparison.Ordinal);
        Assert.Contains(summary.Hash, html, StringComparison.Ordinal);
        foreach (var source in StudyRuns.Crete.Plan.Scenario.Sources) Assert.Contains(Bulwark.Studies.Plotting.XmlText.Escape(source), html, StringComparison.Ordinal);
        Assert.Equal(StudyRuns.Crete.Plan.Targets.Length, Count(html, "<details class=\"ledger\""));
        Assert.Equal(7, Count(html, "<svg "));
    }

    [Fact]
    public void HostileNamesStayText()
    {
        const string Hostile = "<script>alert(1)</script>\"'&";
        var crete = StudyRuns.Load("crete-s300");
        var result = StudyRuns.Run(crete with
        {
            Title = Hostile,
            Description = Hostile,
            Sources = [Hostile],
            Groups = [.. crete.Groups.Take(1).Select(static group => group with { Id = Hostile, Count = 1, Class = group.Class with { Name = Hostile } })],
            Batteries = [.. crete.Batteries.Select(static battery => battery with { Name = Hostile })],
            Assets = [.. crete.Assets.Select(static asset => asset with { Name = Hostile })],
        });
        RunReport.Write(result, _home.Under("r.html"));
        var html = File.ReadAllText(_home.Under("r.html"));
        Assert.Equal(1, Count(html, "<script>"));
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolderIsAClearError()
    {
        var problem = Assert.Throws<ResultsException>(() => RunReport.Write(StudyRuns.Crete, _home.Under("missing/report.html")));
        Assert.Contains("could not be written", problem.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Names());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // Whatever makes a browser fetch something, but for the name of the SVG language, which is only a name.
    [GeneratedRegex("""(?:\s(?:src|href|xlink:href|srcset|data|poster|action)\s*=|@import|url\((?!#)|<link|<iframe|<object|<embed|<img|<base)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Loading();

    private string Written()
    {
        RunReport.Write(StudyRuns.Crete, _home.Under("report.html"));
        return File.ReadAllText(_home.Under("report.html"));
    }
}
