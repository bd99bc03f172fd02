using System.Globalization;
using Bulwark.Core.Units;

namespace Bulwark.Studies.Measures.Expressions;

/// <summary>
/// Reads an expression and makes it ready to be worked out. It can count and compare and nothing else: no loops, no files, no names
/// but those it is given, so an expression from anywhere does no harm. Nesting is bounded.
/// </summary>
internal sealed class ExpressionParser
{
    private const int DeepestNesting = 50;

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];
    private static readonly string[] Functions = ["abs", "min", "max", "if"];

    private static readonly Dictionary<string, AggregateKind> Aggregates =
        Enum.GetValues<AggregateKind>().ToDictionary(static kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly List<Token> _tokens;
    private readonly IReadOnlyDictionary<string, int> _names;
    private readonly List<EventAggregate> _aggregates;
    private readonly int _firstAggregate;
    private EventShape? _event;
    private int _next;
    private int _depth;

    private ExpressionParser(string text, IReadOnlyDictionary<string, int> names, List<EventAggregate> aggregates, int firstAggregate)
    {
        _tokens = Lexer.Cut(text);
        _names = names;
        _aggregates = aggregates;
        _firstAggregate = firstAggregate;
    }

    private Token Here => _tokens[_next];

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">Names of numbers that it may use, with their places.</param>
    /// <param name="aggregates">Receives the aggregates it needs.</param>
    /// <param name="firstAggregate">Place of the value of the first aggregate among the numbers it will be given.</param>
    /// <exception cref="ExpressionException">It cannot be read.</exception>
    public static Compiled Parse(string text, IReadOnlyDictionary<string, int> names, List<EventAggregate> aggregates, int firstAggregate)
    {
        var parser = new ExpressionParser(text, names, aggregates, firstAggregate);
        var whole = Numeric(parser.Or());
        if (parser.Here.Kind != 'e') throw new ExpressionException(parser.Here.At, $"{QuotedText.Of(parser.Here.Text)} is one thing too many", "an operator, or the end");
        return whole;
    }

    private static Compiled Numeric(Compiled part) => part.Word is null
        ? part
        : throw new ExpressionException(part.At, $"the word {QuotedText.Of(part.Word)} is compared with nothing", "a number, or a comparison such as result == Killed");

    private Compiled Or()
    {
        var left = And();
        while (TakeWord("or"))
        {
            var (one, two) = (Numeric(left).Value, Numeric(And()).Value);
            left = Truth(left.At, values => one(values) != 0 || two(values) != 0);
        }

        return left;
    }

    private Compiled And()
    {
        var left = Not();
        while (TakeWord("and"))
        {
            var (one, two) = (Numeric(left).Value, Numeric(Not()).Value);
            left = Truth(left.At, values => one(values) != 0 && two(values) != 0);
        }

        return left;
    }

    private Compiled Not()
    {
        var at = Here.At;
        if (!TakeWord("not")) return Comparison();
        using var deeper = Deeper();
        var inner = Numeric(Not()).Value;
        return Truth(at, values => !(inner(values) != 0));
    }

    private Compiled Comparison()
    {
        var left = Sum();
        if (Here.Kind != 's' || !Comparisons.Contains(Here.Text)) return Numeric(left);
        var sign = _tokens[_next++];
        var right = Sum();
        (left, right) = (Meet(left, right.Words, sign), Meet(right, left.Words, sign));
        var (one, two) = (Numeric(left).Value, Numeric(right).Value);
        return Truth(left.At, sign.Text switch
        {
            "==" => values => one(values) == two(values),
            "!=" => values => one(values) != two(values),
            "<" => values => one(values) < two(values),
            "<=" => values => one(values) <= two(values),
            ">" => values => one(values) > two(values),
            _ => values => one(values) >= two(values),
        });
    }

    // A word stands for one of the choices of the field on the other side.
    private static Compiled Meet(Compiled part, IReadOnlyDictionary<string, int>? words, Token sign)
    {
        if (part.Word is null || words is null) return part;
        if (sign.Text is not ("==" or "!=")) throw new ExpressionException(sign.At, "words have no order", "== or !=");
        if (!words.TryGetValue(part.Word, out var number))
            throw new ExpressionException(part.At, $"{QuotedText.Of(part.Word)} is none of the choices", "one of " + string.Join(", ", words.Keys), NearestMatch.Hint(part.Word, words.Keys));
        return Constant(part.At, number);
    }

    private Compiled Sum()
    {
        var left = Product();
        while (Here is { Kind: 's', Text: "+" or "-" })
        {
            var sign = _tokens[_next++].Text;
            var (one, two) = (Numeric(left).Value, Numeric(Product()).Value);
            left = Number(left.At, sign == "+" ? values => one(values) + two(values) : values => one(values) - two(values));
        }

        return left;
    }

    private Compiled Product()
    {
        var left = Unary();
        while (Here is { Kind: 's', Text: "*" or "/" })
        {
            var sign = _tokens[_next++].Text;
            var (one, two) = (Numeric(left).Value, Numeric(Unary()).Value);
            left = Number(left.At, sign == "*" ? values => one(values) * two(values) : values => Divide(one(values), two(values)));
        }

        return left;
    }

    // A division by nothing has no answer; an infinity would poison every mean.
    private static double Divide(double one, double two) => two == 0 ? double.NaN : one / two;

    private Compiled Unary()
    {
        var at = Here.At;
        if (!TakeSign("-")) return Primary();
        using var deeper = Deeper();
        var inner = Numeric(Unary()).Value;
        return Number(at, values => -inner(values));
    }

    private Compiled Primary()
    {
        var token = _tokens[_next];
        switch (token.Kind)
        {
            case 'n':
                _next++;
                if (!double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                    throw new ExpressionException(token.At, $"{QuotedText.Of(token.Text)} is not a number", "a number such as 12 or 0.5");
                return Constant(token.At, number);
            case 't':
                _next++;
                return new Compiled(static _ => double.NaN, IsTruth: false, null, token.Text, token.At);
            case 's' when token.Text == "(":
                _next++;
                using (Deeper())
                {
                    var inner = Or();
                    Require(")");
                    return inner;
                }

            case 'w':
                _next++;
                return Named(token);
            default:
                throw new ExpressionException(token.At, token.Kind == 'e' ? "the expression ends here" : $"{QuotedText.Of(token.Text)} stands here", "a number, a name or (");
        }
    }

    private Compiled Named(Token token)
    {
        if (Here is { Kind: 's', Text: "(" })
        {
            using var deeper = Deeper();
            return Call(token);
        }

        if (_event is not null)
        {
            for (var index = 0; index < _event.Fields.Count; index++)
            {
                if (_event.Fields[index].Name != token.Text) continue;
                var place = index;
                return new Compiled(values => values[place], IsTruth: false, _event.Fields[index].Words, null, token.At);
            }

            // Any other name inside an event is a word of a choice, or a slip that the comparison will report.
            return new Compiled(static _ => double.NaN, IsTruth: false, null, token.Text, token.At);
        }

        if (_names.TryGetValue(token.Text, out var at)) return Number(token.At, values => values[at]);
        throw new ExpressionException(token.At, $"nothing is called {QuotedText.Of(token.Text)}", "a measure, or a function of events such as count(missile_launched)", NearestMatch.Hint(token.Text, _names.Keys));
    }

    private Compiled Call(Token name)
    {
        if (_event is null && Aggregates.TryGetValue(name.Text, out var kind) && IsEvent(_tokens[_next + 1])) return Aggregate(name, kind);
        if (!Functions.Contains(name.Text))
        {
            string[] all = [.. Functions.Union(Aggregates.Keys)];
            if (_event is null && all.Contains(name.Text))
            {
                var wrong = _tokens[_next + 1];
                throw new ExpressionException(wrong.At, $"{QuotedText.Of(wrong.Text)} is no type of event", "one of " + string.Join(", ", EventShape.All.Keys), NearestMatch.Hint(wrong.Text, EventShape.All.Keys));
            }

            throw new ExpressionException(name.At, $"there is no function {QuotedText.Of(name.Text)}{(_event is null ? "" : " inside an event")}", "one of " + string.Join(", ", _event is null ? all : Functions), NearestMatch.Hint(name.Text, all));
        }

        Require("(");
        var parts = new List<Func<double[], double>>();
        do parts.Add(Numeric(Or()).Value);
        while (TakeSign(","));
        Require(")");
        var (wanted, words) = name.Text switch { "abs" => (1, "one number"), "if" => (3, "three: a condition, and the values when it holds and when not"), _ => (2, "two numbers") };
        if (parts.Count != wanted) throw new ExpressionException(name.At, $"'{name.Text}' is given {parts.Count}", words);
        return name.Text switch
        {
            "abs" => Number(name.At, values => Math.Abs(parts[0](values))),
            "min" => Number(name.At, values => Math.Min(parts[0](values), parts[1](values))),
            "max" => Number(name.At, values => Math.Max(parts[0](values), parts[1](values))),
            _ => Number(name.At, values => parts[0](values) != 0 ? parts[1](values) : parts[2](values)),
        };
    }

    private static bool IsEvent(Token token) => token.Kind == 'w' && EventShape.All.ContainsKey(token.Text);

    // count(event [where condition]); sum, mean, min, max, first, last (event.field [where condition]).
    private Compiled Aggregate(Token name, AggregateKind kind)
    {
        Require("(");
        var shape = EventShape.All[_tokens[_next++].Text];
        _event = shape;
        Func<double[], double>? value = null;
        if (kind != AggregateKind.Count)
        {
            if (!TakeSign(".")) throw new ExpressionException(Here.At, $"'{name.Text}' needs a field of the event", "a dot and one of " + string.Join(", ", shape.Fields.Select(static field => field.Name)));
            var field = _tokens[_next++];
            var index = shape.Fields.ToList().FindIndex(candidate => candidate.Name == field.Text);
            if (index < 0) throw new ExpressionException(field.At, $"the event has no field {QuotedText.Of(field.Text)}", "one of " + string.Join(", ", shape.Fields.Select(static candidate => candidate.Name)), NearestMatch.Hint(field.Text, shape.Fields.Select(static candidate => candidate.Name)));
            value = values => values[index];
        }

        var where = TakeWord("where") ? Numeric(Or()).Value : null;
        Require(")");
        _event = null;
        _aggregates.Add(new EventAggregate(_aggregates.Count, kind, shape.Type, value, where));
        var place = _firstAggregate + _aggregates.Count - 1;
        return Number(name.At, values => values[place]);
    }

    private static Compiled Constant(int at, double number) => Number(at, _ => number);

    private static Compiled Number(int at, Func<double[], double> value) => new(value, IsTruth: false, null, null, at);

    private static Compiled Truth(int at, Func<double[], bool> holds) => new(values => holds(values) ? 1 : 0, IsTruth: true, null, null, at);

    private bool TakeWord(string word)
    {
        if (Here.Kind != 'w' || Here.Text != word) return false;
        _next++;
        return true;
    }

    private bool TakeSign(string sign)
    {
        if (Here.Kind != 's' || Here.Text != sign) return false;
        _next++;
        return true;
    }

    private void Require(string sign)
    {
        if (!TakeSign(sign)) throw new ExpressionException(Here.At, Here.Kind == 'e' ? "the expression ends here" : $"{QuotedText.Of(Here.Text)} stands here", sign);
    }

    private Nesting Deeper()
    {
        if (++_depth > DeepestNesting) throw new ExpressionException(Here.At, "the expression is nested too deeply", $"at most {DeepestNesting} levels");
        return new Nesting(this);
    }

    private readonly struct Nesting(ExpressionParser parser) : IDisposable
    {
        public void Dispose() => parser._depth--;
    }
}
