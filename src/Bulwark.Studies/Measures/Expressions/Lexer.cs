using Bulwark.Core.Units;

namespace Bulwark.Studies.Measures.Expressions;

/// <summary>Cuts an expression into words, numbers and signs.</summary>
internal static class Lexer
{
    private const string Signs = "+-*/()<>.,";
    private static readonly string[] Pairs = ["==", "!=", "<=", ">="];

    /// <summary>The tokens; the last is the end.</summary>
    /// <exception cref="ExpressionException">A character is no part of any.</exception>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var first = text[at];
            if (char.IsWhiteSpace(first))
            {
                at++;
            }
            else if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                at = NumberEnd(text, at);
                tokens.Add(new Token('n', text[start..at], start));
            }
            else if (char.IsAsciiLetter(first) || first == '_')
            {
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
                tokens.Add(new Token('w', text[start..at], start));
            }
            else if (first is '\'' or '"')
            {
                var end = text.IndexOf(first, at + 1);
                if (end < 0) throw new ExpressionException(at, "a quote is not closed", $"another {first}");
                tokens.Add(new Token('t', text[(at + 1)..end], start));
                at = end + 1;
            }
            else if (at + 1 < text.Length && Pairs.Contains(text.Substring(at, 2)))
            {
                tokens.Add(new Token('s', text.Substring(at, 2), start));
                at += 2;
            }
            else if (Signs.Contains(first))
            {
                tokens.Add(new Token('s', first.ToString(), start));
                at++;
            }
            else
            {
                var hint = first switch { '=' => "write == to compare", '&' => "write and", '|' => "write or", '!' => "write not, or != to compare", _ => "" };
                throw new ExpressionException(at, $"{QuotedText.Of(first.ToString())} has no meaning here", "a number, a name, or one of + - * / ( ) == != < <= > >=", hint);
            }
        }

        tokens.Add(new Token('e', "", text.Length));
        return tokens;
    }

    private static int NumberEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var power = at + 1;
            if (power < text.Length && text[power] is '+' or '-') power++;
            if (power < text.Length && char.IsAsciiDigit(text[power]))
            {
                at = power;
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            }
        }

        return at;
    }
}
