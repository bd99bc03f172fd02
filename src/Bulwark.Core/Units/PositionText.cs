using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Units;

/// <summary>
/// Reads places as files write them: "35.5 N, 24.1 E", "35.5, 24.1" (latitude first, north and east positive) or with minutes and
/// seconds, "35°31'12" N, 24 09 00 E". With letters either may come first.
/// </summary>
public static class PositionText
{
    /// <summary>What a file may write.</summary>
    public const string Expected = "a latitude and a longitude such as '35.52 N, 24.15 E' or '35.52, 24.15'";

    private const string Separators = " °'\"′″:";

    /// <summary>Reads a place at height zero.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="position">The place at height 0; the origin when the text cannot be read.</param>
    /// <param name="problem">What is wrong, or null.</param>
    /// <returns>True when the text was read.</returns>
    public static bool TryRead(string text, out GeodeticPoint position, [NotNullWhen(false)] out TextProblem? problem)
    {
        position = default;
        if (Split(text.Trim()) is not var (first, second))
            return Fail($"{QuotedText.Of(text)} is not a place", "write latitude, a comma and longitude", out problem);
        if (!TryReadAngle(first, out var firstDeg, out var firstLetter)) return Fail($"{QuotedText.Of(first)} is not a latitude", "", out problem);
        if (!TryReadAngle(second, out var secondDeg, out var secondLetter)) return Fail($"{QuotedText.Of(second)} is not a longitude", "", out problem);
        if (firstLetter is 'E' or 'W')
        {
            if (secondLetter is not ('N' or 'S')) return Fail($"{QuotedText.Of(text)} has no latitude", "", out problem);
            (firstDeg, secondDeg) = (secondDeg, firstDeg);
        }
        else if (secondLetter is 'N' or 'S')
        {
            return Fail($"{QuotedText.Of(text)} has no longitude", "", out problem);
        }

        if (Math.Abs(firstDeg) > 90)
            return Fail($"latitude {QuotedText.Of(first)} is outside -90 to 90 degrees", "the latitude comes first", out problem);
        if (Math.Abs(secondDeg) > 180) return Fail($"longitude {QuotedText.Of(second)} is outside -180 to 180 degrees", "", out problem);
        position = GeodeticPoint.FromDegrees(firstDeg, secondDeg);
        problem = null;
        return true;
    }

    private static bool Fail(string message, string hint, out TextProblem problem)
    {
        problem = new TextProblem(message, Expected, hint);
        return false;
    }

    private static (string First, string Second)? Split(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0) return text.IndexOf(',', comma + 1) >= 0 ? null : (text[..comma].Trim(), text[(comma + 1)..].Trim());
        var letter = text.AsSpan().IndexOfAny("NSEW");
        return letter > 0 && letter < text.Length - 1 ? (text[..(letter + 1)].Trim(), text[(letter + 1)..].Trim()) : null;
    }

    private static bool TryReadAngle(string text, out double angleDeg, out char letter)
    {
        angleDeg = 0;
        letter = '\0';
        if (text.Length > 0 && text[^1] is 'N' or 'S' or 'E' or 'W')
        {
            letter = text[^1];
            text = text[..^1].TrimEnd();
        }

        if (text.EndsWith(" deg", StringComparison.Ordinal)) text = text[..^4].TrimEnd();
        var parts = text.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3) return false;
        var negative = parts[0].StartsWith('-');
        // A sign together with a letter would be two answers to one question.
        if (letter != '\0' && (negative || parts[0].StartsWith('+'))) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            var style = i == 0 ? NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign : NumberStyles.AllowDecimalPoint;
            if (!double.TryParse(parts[i], style, CultureInfo.InvariantCulture, out var part)) return false;
            if (i > 0 && part >= 60) return false;
            if (i < parts.Length - 1 && part != Math.Floor(part)) return false;
            angleDeg += Math.Abs(part) * (i == 0 ? 1 : i == 1 ? 1 / 60.0 : 1 / 3600.0);
        }

        if (negative || letter is 'S' or 'W') angleDeg = -angleDeg;
        return double.IsFinite(angleDeg);
    }
}
