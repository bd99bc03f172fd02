using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bulwark.Core.Timing;

namespace Bulwark.Core.Units;

/// <summary>Reads times as files write them: with a unit ("20 min") or as hours, minutes and seconds ("00:20:00", "1:05:30.5").</summary>
public static class DurationText
{
    /// <summary>What a file may write.</summary>
    public const string Expected = "a time such as '90 s', '20 min' or '00:20:00' (s, us, ms, min, h or hh:mm:ss)";

    // A century: far below the 292 years at which nanoseconds overflow.
    private const double LongestSeconds = 100.0 * 366 * 86400;

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="duration">The time, rounded to the nanosecond; zero when the text cannot be read.</param>
    /// <param name="problem">What is wrong, or null.</param>
    /// <returns>True when the text was read.</returns>
    public static bool TryRead(string text, out SimDuration duration, [NotNullWhen(false)] out TextProblem? problem)
    {
        duration = SimDuration.Zero;
        var trimmed = text.Trim();
        double seconds;
        if (trimmed.Contains(':', StringComparison.Ordinal))
        {
            if (!TryReadClock(trimmed, out seconds))
            {
                var hint = trimmed.Count(character => character == ':') == 1 ? "write hours too, hh:mm:ss, so that minutes and hours are not confused" : "";
                problem = new TextProblem($"{QuotedText.Of(trimmed)} is not a time", Expected, hint);
                return false;
            }
        }
        else if (!QuantityText.TryRead(trimmed, Dimension.Duration, out seconds, out problem))
        {
            problem = problem with { Expected = Expected };
            return false;
        }

        if (Math.Abs(seconds) > LongestSeconds)
        {
            problem = new TextProblem($"{QuotedText.Of(trimmed)} is longer than a century", Expected);
            return false;
        }

        duration = SimDuration.FromSeconds(seconds);
        problem = null;
        return true;
    }

    private static bool TryReadClock(string text, out double seconds)
    {
        seconds = 0;
        var parts = text.Split(':');
        if (parts.Length != 3 || parts[0].Length is 0 or > 6 || parts[1].Length != 2 || parts[2].Length < 2) return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes >= 60) return false;
        if (!double.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rest) || !(rest < 60)) return false;
        seconds = hours * 3600.0 + minutes * 60.0 + rest;
        return true;
    }
}
