using System.Text;
using Bulwark.Core.Randomness;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

public sealed class HostileInputTests
{
    [Fact]
    public void An_alias_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (var i = 1; i < 40; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var problem = Assert.Single(Repository.Check(bomb.ToString()));
        Assert.StartsWith("x.yaml:1:5: error: the anchor '&a0' is not accepted", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&")]
    [InlineData("*")]
    [InlineData("!")]
    [InlineData("")]
    public void A_huge_word_does_not_make_a_huge_message(string mark)
    {
        foreach (var problem in Repository.Check("title: " + mark + new string('a', 1_000_000))) Assert.InRange(problem.Length, 1, 1000);
        foreach (var problem in Repository.Check(mark + new string('a', 1_000_000) + ": 1")) Assert.InRange(problem.Length, 1, 1000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 200_000));
        Assert.NotEmpty(Repository.Check(text));
    }

    [Fact]
    public void Too_many_values_are_refused()
    {
        var text = "groups: [" + string.Concat(Enumerable.Repeat("1,", 600_000)) + "]";
        Assert.Contains("too many values", Assert.Single(Repository.Check(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_wrong_items_does_not_flood_the_report()
    {
        var text = "groups: [" + string.Concat(Enumerable.Repeat("1,", 10_000)) + "]";
        var problems = Repository.Check(text);
        Assert.Equal(ProblemList.Largest + 1, problems.Length);
        Assert.EndsWith("further problems are not listed", problems[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_megabytes_of_rubbish_are_refused()
    {
        var stream = new RandomStream(1, 0, 0, default);
        var garbage = new char[10_000_000];
        for (var i = 0; i < garbage.Length; i++) garbage[i] = (char)(32 + (stream.NextUInt32() % 95));
        Assert.NotEmpty(Repository.Check(new string(garbage)));
        Assert.NotEmpty(Repository.Check("title: " + new string('x', 10_000_000)));
        Assert.NotEmpty(Repository.Check("title: \"" + new string('\\', 10_000_000)));
        Assert.NotEmpty(Repository.Check(new string('\n', 10_000_000)));
        Assert.NotEmpty(Repository.Check(string.Concat(Enumerable.Repeat("a: 1\n", 2_000_000))));
        Assert.NotEmpty(Repository.Check(new string(':', 10_000_000)));
        Assert.NotEmpty(Repository.Check(new string('"', 10_000_000)));
        Assert.NotEmpty(Repository.Check(new string(' ', 10_000_000) + "\t:"));
    }

    [Fact]
    public void Files_beyond_the_size_limit_are_not_read()
    {
        var problems = new ProblemList();
        Assert.Null(DocumentLoader.LoadText("title: x", "x.yaml", problems, new DocumentLimits { MaximumBytes = 7 }));
        Assert.Equal("x.yaml: error: the file is too long; expected at most 7 bytes", Assert.Single(problems.Sorted()).ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damaged_scenarios_give_problems_or_scenarios_and_nothing_else(uint seed)
    {
        string[] originals = [Repository.Example, ScenarioTemplate.Text, File.ReadAllText(Repository.PathOf("scenarios", "crete-s300.yaml"))];
        var damage = new Damage(seed);
        var refused = 0;
        for (var i = 0; i < 500; i++)
        {
            var text = damage.Apply(originals[i % originals.Length]);
            var reading = ScenarioReader.CheckText(text, "x.yaml", Repository.Catalogue);
            var hasErrors = reading.Problems.Any(problem => problem.Severity == Severity.Error);
            Assert.Equal(hasErrors, reading.Scenario is null);
            if (hasErrors) refused++;
        }

        // Most damage must be noticed; a reader that swallows it would pass the check above.
        Assert.InRange(refused, 250, 500);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Damaged_catalogues_give_problems_or_catalogues_and_nothing_else(uint seed)
    {
        var files = Repository.FilesIn("catalogue").Select(file => (Path.GetFileName(file), File.ReadAllText(file))).ToList();
        var damage = new Damage(seed);
        var refused = 0;
        for (var i = 0; i < 100; i++)
        {
            var victim = i % files.Count;
            try
            {
                _ = CatalogueStore.LoadTexts([.. files.Select((file, index) => index == victim ? (file.Item1, damage.Apply(file.Item2)) : file)]);
            }
            catch (DocumentException exception)
            {
                Assert.NotEmpty(exception.Problems);
                refused++;
            }
        }

        Assert.InRange(refused, 40, 100);
    }

    /// <summary>Damages texts the same way for the same seed.</summary>
    private sealed class Damage(uint seed)
    {
        private static readonly string[] Pieces =
        [
            ":", "- ", "\t", "\n", "{", "}", "[", "]", "\"", "'", "#", "&a", "*a", "!!x ", "|", ">", "%", "@", "`", "\\", "\u0000", "\uFEFF", "\uD800", "é", "~",
            "null", "-1", "1e999", "NaN", "12 kg", "99999999999999999999", "---\n", "...\n", "<<: ", "? ", "\"\\x", "\"\\UFFFFFFFF\"", "\r", "\u2028", "%YAML 9.9\n",
        ];

        private RandomStream _stream = new(seed, 0, 0, default);

        public string Apply(string text)
        {
            var builder = new StringBuilder(text);
            var edits = 1 + Below(4);
            for (var i = 0; i < edits; i++)
            {
                var at = Below(builder.Length);
                switch (Below(6))
                {
                    case 0:
                        builder.Remove(at, Math.Min(1 + Below(20), builder.Length - at));
                        break;
                    case 1:
                        builder.Insert(at, Pieces[Below(Pieces.Length)]);
                        break;
                    case 2:
                        builder[at] = (char)Below(0x250);
                        break;
                    case 3:
                        var length = Math.Min(1 + Below(60), builder.Length - at);
                        builder.Insert(Below(builder.Length), builder.ToString(at, length));
                        break;
                    case 4:
                        builder.Length = Math.Max(1, at);
                        break;
                    default:
                        (builder[at], builder[^1]) = (builder[^1], builder[at]);
                        break;
                }
            }

            return builder.ToString();
        }

        private int Below(int limit) => limit <= 0 ? 0 : (int)(_stream.NextUInt32() % (uint)limit);
    }
}
