using System.Globalization;
using System.Text.RegularExpressions;

namespace Bulwark.Studies.Verification;

/// <summary>
/// Reads the tolerance a table states in words: clauses separated by semicolons, each with the names it is for, a number, and
/// "relative", "pct" or a unit. Examples: <c>1e-6 relative</c>, <c>0.05 dB</c>, <c>T 0.001 K; p, rho 2e-5 relative</c>.
/// </summary>
internal static partial class ToleranceText
{
    private static readonly string[] Units = ["m", "m/s", "m/s2", "K", "dB", "deg", "s", "g", "Hz", "rad"];

    /// <summary>The tolerance of a name, or the first one; null when the text has none.</summary>
    /// <param name="text">The words.</param>
    /// <param name="label">A name that stands before the number; null for the first clause.</param>
    public static Tolerance? Find(string text, string? label)
    {
        foreach (var clause in text.Split(';'))
        {
            if (Number().Match(clause) is not { Success: true } found) continue;
            var names = clause[..found.Index].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (label is not null && !names.Contains(label, StringComparer.Ordinal)) continue;
            if (!double.TryParse(found.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) || !double.IsFinite(size) || size < 0) return null;
            var word = clause[(found.Index + found.Length)..].Split([' ', ',', '(', ')'], 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
            return word switch
            {
                "relative" or "rel" => Tolerance.Relative(size),
                "pct" or "percent" or "%" => Tolerance.Relative(size / 100),
                _ => new Tolerance(size, IsRelative: false, Units.Contains(word, StringComparer.Ordinal) ? word : ""),
            };
        }

        return text.Trim() == "exact" ? Tolerance.Absolute(0) : null;
    }

    [GeneratedRegex(@"(?<![\w.])\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
