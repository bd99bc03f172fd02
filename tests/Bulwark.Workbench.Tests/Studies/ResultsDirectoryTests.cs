using Bulwark.Studies.Results;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class ResultsDirectoryTests : IDisposable
{
    private const string OurSummary = """{ "format": "bulwark-run/1" }""";

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void ANewFolderAppearsWithItsParents()
    {
        var folder = _home.Under("a/b/c");
        ResultsDirectory.Write(folder, Fill("one"));
        Assert.Equal("one", File.ReadAllText(Path.Combine(folder, "content")));
        Assert.Equal(["c"], Directory.EnumerateFileSystemEntries(_home.Under("a/b")).Select(Path.GetFileName));
    }

    [Fact]
    public void ResultsOfOursAreReplacedWhole()
    {
        var folder = _home.Under("r");
        ResultsDirectory.Write(folder, Fill("one"));
        File.WriteAllText(Path.Combine(folder, "left-over"), "");
        ResultsDirectory.Write(folder + "/", Fill("two"));
        Assert.Equal("two", File.ReadAllText(Path.Combine(folder, "content")));
        Assert.False(File.Exists(Path.Combine(folder, "left-over")));
        Assert.Equal(["r"], _home.Names());
    }

    [Fact]
    public void AnEmptyFolderIsFilled()
    {
        Directory.CreateDirectory(_home.Under("r"));
        ResultsDirectory.Write(_home.Under("r"), Fill("one"));
        Assert.True(ResultsDirectory.IsOurs(_home.Under("r")));
    }

    [Theory]
    [InlineData("summary.json", """{ "format": "somebody-else/1" }""")]
    [InlineData("summary.json", """{ "format": 7 }""")]
    [InlineData("summary.json", "[]")]
    [InlineData("summary.json", "not json")]
    [InlineData("thesis.tex", OurSummary)]
    public void AForeignFolderIsLeftAlone(string file, string content)
    {
        Directory.CreateDirectory(_home.Under("r"));
        File.WriteAllText(_home.Under("r/" + file), content);
        var problem = Assert.Throws<ResultsException>(() => ResultsDirectory.Write(_home.Under("r"), Fill("one")));
        Assert.Contains("not a results folder of ours", problem.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_home.Under("r/" + file)));
        Assert.Equal(["r"], _home.Names());
    }

    [Fact]
    public void AFileInTheWayIsAClearError()
    {
        File.WriteAllText(_home.Under("r"), "mine");
        var problem = Assert.Throws<ResultsException>(() => ResultsDirectory.Write(_home.Under("r"), Fill("one")));
        Assert.Contains("is a file, not a folder", problem.Message, StringComparison.Ordinal);
        var below = Assert.Throws<ResultsException>(() => ResultsDirectory.Write(_home.Under("r/inside"), Fill("one")));
        Assert.Contains("could not be written", below.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_home.Under("r")));
    }

    [Fact]
    public void AFailureOnTheWayLeavesTheOldResultsAndNothingElse()
    {
        var folder = _home.Under("r");
        ResultsDirectory.Write(folder, Fill("one"));
        var problem = Assert.Throws<ResultsException>(() => ResultsDirectory.Write(folder, inside =>
        {
            File.WriteAllText(Path.Combine(inside, "content"), "half");
            throw new IOException("No space left on device", 28);
        }));
        Assert.Contains("The disk is full", problem.Message, StringComparison.Ordinal);
        Assert.Equal("one", File.ReadAllText(Path.Combine(folder, "content")));
        Assert.Equal(["r"], _home.Names());
    }

    [Fact]
    public void AFailureThatIsNotOursAlsoLeavesNothing()
    {
        Assert.Throws<OperationCanceledException>(() => ResultsDirectory.Write(_home.Under("r"), static _ => throw new OperationCanceledException()));
        Assert.Empty(_home.Names());
    }

    [Fact]
    public void APlaceThatMayNotBeWrittenIsAClearError()
    {
        // A place that even the superuser of a Linux machine cannot write to; elsewhere there is none.
        if (!Directory.Exists("/proc/self")) Assert.Skip("There is no /proc on this system.");
        var problem = Assert.Throws<ResultsException>(() => ResultsDirectory.Write("/proc/self/results", Fill("one")));
        Assert.Contains("Results could not be written to '/proc/self/results'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("choose another", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoWritersDoNotMix() => ResultsDirectory.Write(_home.Under("r"), inside =>
    {
        Fill("outer")(inside);
        var problem = Assert.Throws<ResultsException>(() => ResultsDirectory.Write(_home.Under("r"), Fill("inner")));
        Assert.Contains("by another run", problem.Message, StringComparison.Ordinal);
        Assert.Equal("outer", File.ReadAllText(Path.Combine(inside, "content")));
    });

    [Fact]
    public void WhatACrashLeftBehindIsTakenAway()
    {
        Directory.CreateDirectory(_home.Under(".r.partial"));
        File.WriteAllText(_home.Under(".r.partial/half"), "");
        File.WriteAllText(_home.Under(".r.lock"), "");
        ResultsDirectory.Write(_home.Under("r"), Fill("one"));
        Assert.Equal(["r"], _home.Names());
        Assert.False(File.Exists(_home.Under("r/half")));
    }

    private static Action<string> Fill(string content) => inside =>
    {
        File.WriteAllText(Path.Combine(inside, "content"), content);
        File.WriteAllText(Path.Combine(inside, "summary.json"), OurSummary);
    };
}
