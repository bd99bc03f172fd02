using Bulwark.Core.Randomness;
using Bulwark.Studies.Verification;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Verification;

/// <summary>What every comparison must do, whichever table it is for.</summary>
public class ComparisonConformance
{
    public static TheoryData<string> Tables => [.. ComparisonList.All.Select(static comparison => comparison.Table)];

    [Fact]
    public void EveryEmbeddedTableHasOneComparisonAndEveryComparisonATable() =>
        Assert.Equal(ReferenceSet.Embedded.Names, ComparisonList.All.SelectMany(static comparison => comparison.Companions.Prepend(comparison.Table)).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryEntrySaysWhatItIs()
    {
        foreach (var comparison in ComparisonList.All) AssertWords(comparison.Area, comparison.Model, comparison.Source, comparison.Rule);
        foreach (var experiment in ComparisonList.Experiments) AssertWords(experiment.Area, experiment.Model, experiment.Source, experiment.Rule);
        Assert.Equal(Verifier.Names.Count, Verifier.Names.Select(static entry => entry.Name).Distinct(StringComparer.Ordinal).Count());

        static void AssertWords(params string[] words) => Assert.All(words, static word => Assert.False(string.IsNullOrWhiteSpace(word)));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void EveryRowIsComparedOrLeftOutWithAReason(string table)
    {
        var entry = Assert.Single(Verifier.Run(new VerificationOptions { Only = table }).Entries);
        Assert.Empty(entry.Problems);
        Assert.All(entry.Lines, static line => Assert.True(line.IsWithin, $"{line.Quantity}: {line.WorstError} in {line.WorstCase}, allowed {line.Tolerance}"));
        var named = entry.Quantities.SelectMany(static quantity => quantity.Cases).Select(static one => one.Case).Concat(entry.LeftOut.Select(static left => left.Case)).Distinct(StringComparer.Ordinal);
        Assert.Equal(entry.Rows, named.Count());
        Assert.All(entry.LeftOut, static left => Assert.NotEmpty(left.Reason));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void AValueThatIsOffByAHundredthIsFound(string table)
    {
        // Some columns are inputs, some are opinions of others; in every row at least one change must be found, or the row is left out.
        using var folder = new ReferenceFolder();
        var lines = File.ReadAllLines(Path.Combine(ReferenceFolder.Home, table));
        foreach (var row in (int[])[1, lines.Length / 2, lines.Length - 1])
        {
            var isFound = false;
            var fields = CsvLine.Split(lines[row])!;
            for (var column = 0; column < fields.Count && !isFound; column++)
            {
                var at = column;
                if (ReferenceFolder.Off(fields[column].Text) is not { } off) continue;
                folder.With(table, _ => [lines[0], ReferenceFolder.Replaced(lines[row], at, _ => off)]);
                var entry = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = table }).Entries);
                isFound = entry.Lines.Any(static line => !line.IsWithin);
            }

            folder.With(table, _ => [lines[0], lines[row]]);
            var plain = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = table }).Entries);
            Assert.True(isFound || plain.LeftOut.Count > 0, $"{table}:{row + 1}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void AMissingColumnIsNamed(string table)
    {
        using var folder = new ReferenceFolder();
        var column = ComparisonList.All.Single(comparison => comparison.Table == table).Columns[^1];
        folder.With(table, lines => [lines[0].Replace(column, "something_else", StringComparison.Ordinal), .. lines[1..]]);
        var entry = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = table }).Entries);
        Assert.False(entry.IsInOrder);
        var problem = Assert.Single(entry.Problems);
        Assert.Equal((1, folder[table]), (problem.Line, problem.File));
        Assert.Contains(column, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void WordsInPlaceOfNumbersAreNamedByPlace(string table)
    {
        // A column may not be needed in a row (gravity at the pole has no latitude); the first one that is needed is.
        using var folder = new ReferenceFolder();
        var comparison = ComparisonList.All.Single(comparison => comparison.Table == table);
        var lines = File.ReadAllLines(Path.Combine(ReferenceFolder.Home, table));
        var header = lines[0].Split(',');
        var fields = CsvLine.Split(lines[1])!;
        foreach (var name in comparison.Columns)
        {
            var column = Array.IndexOf(header, name);
            if (ReferenceFolder.Off(fields[column].Text) is null) continue;
            folder.With(table, _ => [lines[0], ReferenceFolder.Replaced(lines[1], column, static _ => "abc"), .. lines[2..]]);
            var entry = Assert.Single(Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = table }).Entries);
            if (entry.Problems.Count == 0) continue;
            var problem = Assert.Single(entry.Problems);
            Assert.Equal((2, fields[column].Column), (problem.Line, problem.Column));
            Assert.Contains($"{name} is 'abc'", problem.Message, StringComparison.Ordinal);
            Assert.All(entry.Lines, static line => Assert.True(line.IsWithin));
            return;
        }

        Assert.Fail("No column is read as a number.");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void DamagedTablesAreReportedAndNeverBreakTheRun(string table)
    {
        using var folder = new ReferenceFolder();
        var octets = File.ReadAllBytes(Path.Combine(ReferenceFolder.Home, table));
        var header = Array.IndexOf(octets, (byte)'\n');
        var random = new RandomStream(5, 0, 0, RandomPurpose.General);
        for (var turn = 0; turn < 6; turn++)
        {
            File.WriteAllBytes(folder[table], Mutation.Apply(octets, turn % 3 == 0 ? 0 : header, ref random));
            var result = Verifier.Run(new VerificationOptions { ReferenceFolder = folder.Folder, Only = table });
            Assert.All(result.Entries.SelectMany(static entry => entry.Problems), static problem => Assert.NotEmpty(problem.Message));
        }
    }
}
