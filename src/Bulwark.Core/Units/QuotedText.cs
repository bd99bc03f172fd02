using System.Text;

namespace Bulwark.Core.Units;

/// <summary>Quotes what a file contains inside a message: short, on one line and without control characters.</summary>
public static class QuotedText
{
    private const int Longest = 40;

    /// <summary>The text in single quotes, cut to 40 characters, with control characters shown as '?'.</summary>
    /// <param name="text">Any text, hostile or not.</param>
    public static string Of(string text)
    {
        var builder = new StringBuilder("'");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            var shown = char.IsControl(character) || char.IsSurrogate(character) ? '?' : character;
            builder.Append(shown);
        }

        return builder.Append(text.Length > Longest ? "…'" : "'").ToString();
    }
}
