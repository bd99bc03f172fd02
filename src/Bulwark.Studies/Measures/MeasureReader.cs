using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Outcomes;
using Bulwark.Studies.Measures.Expressions;

namespace Bulwark.Studies.Measures;

/// <summary>Reads the measures of a study: names of built-in ones, and the study's own by their expressions.</summary>
internal static class MeasureReader
{
    /// <summary>Names that a study's own measures, and its factors, cannot have, because tables have columns of these names.</summary>
    public static readonly string[] Reserved = ["cell", "replication", "hash", "point", "sample", "alternative", "part", "seed", "first_replication", "row"];

    private const int LongestName = 40;

    /// <summary>Whether a name can stand in expressions and tables.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterLower(name[0]) && name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_') && !Reserved.Contains(name);

    /// <summary>Reads the measures.</summary>
    /// <param name="wanted">The names wanted, with their places.</param>
    /// <param name="own">The study's own, with their expressions; one may use those before it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static MeasureSet? Read(IReadOnlyList<(string Name, DocumentPlace Place)> wanted, IReadOnlyList<(ScalarNode Name, ScalarNode Expression)> own, ProblemList problems)
    {
        var errors = problems.ErrorCount;
        var builtIn = BuiltInMeasures.All;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < builtIn.Count; index++) names.Add(builtIn[index].Name, index);
        var all = new List<Measure>(builtIn);
        var values = new List<Func<double[], double>>();
        var aggregates = new List<EventAggregate>();
        foreach (var (name, expression) in own)
        {
            if (!IsName(name.Text))
                problems.Error(name.Place, $"{QuotedText.Of(name.Text)} cannot name a measure", "small letters, digits and underscores, such as no_leak", Reserved.Contains(name.Text) ? "tables have a column of that name" : "");
            else if (names.ContainsKey(name.Text))
                problems.Error(name.Place, $"there is a measure '{name.Text}' already", "a name of its own");

            // One that cannot be read keeps its name, so that whoever uses it is not blamed as well.
            var compiled = Parse(expression, names, aggregates, builtIn.Count + own.Count, problems);
            values.Add(compiled?.Value ?? (static _ => double.NaN));
            all.Add(new Measure(name.Text, expression.Text.Trim(), compiled?.IsTruth ?? false));
            names.TryAdd(name.Text, builtIn.Count + values.Count - 1);
        }

        var places = new List<int>();
        foreach (var (name, place) in wanted)
        {
            if (!names.TryGetValue(name, out var found)) problems.Error(place, $"there is no measure {QuotedText.Of(name)}", "one of " + string.Join(", ", names.Keys), NearestMatch.Hint(name, names.Keys));
            else if (places.Contains(found)) problems.Error(place, $"the measure '{name}' is wanted twice", "every measure once");
            else places.Add(found);
        }

        if (problems.ErrorCount > errors) return null;
        var asked = places.Count;
        places.AddRange(Enum.GetValues<LossCause>().Select(static cause => BuiltInMeasures.LossName(cause)).Select(name => names[name]).Where(place => !places.Contains(place)));
        var used = Used(own, names, places, builtIn.Count);
        return new MeasureSet([.. places.Select(place => all[place])], asked, [.. values], [.. places], used, [.. aggregates]);
    }

    // Built-in measures cost little, but walking every event for a measure that nobody wants is waste.
    private static bool[] Used(IReadOnlyList<(ScalarNode Name, ScalarNode Expression)> own, Dictionary<string, int> names, List<int> places, int builtIn)
    {
        var used = new bool[builtIn];
        foreach (var place in places.Where(place => place < builtIn)) used[place] = true;
        foreach (var word in own.SelectMany(static pair => Lexer.Cut(pair.Expression.Text)).Where(static token => token.Kind == 'w'))
        {
            if (names.TryGetValue(word.Text, out var place) && place < builtIn) used[place] = true;
        }

        return used;
    }

    private static Compiled? Parse(ScalarNode expression, Dictionary<string, int> names, List<EventAggregate> aggregates, int firstAggregate, ProblemList problems)
    {
        try
        {
            return ExpressionParser.Parse(expression.Text, names, aggregates, firstAggregate);
        }
        catch (ExpressionException wrong)
        {
            // A quoted value begins one character later; a folded one has lost its line breaks, and its own place is the best there is.
            var shift = wrong.At + (expression.IsPlain ? 0 : 1);
            problems.Error(expression.Place with { Column = expression.Place.Column + shift }, wrong.Message, wrong.Expected, wrong.Hint);
            return null;
        }
    }
}
