namespace Bulwark.Core.Units;

/// <summary>Finds the word somebody probably meant.</summary>
public static class NearestMatch
{
    /// <summary>Words longer than this are not compared: nobody mistypes that much, and the comparison costs the product of the lengths.</summary>
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate with the smallest edit distance (insertions, deletions, replacements and swaps of neighbours, ignoring case),
    /// when that is small against the length of the word.
    /// </summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What is valid; on a tie the first wins.</param>
    /// <returns>The likely candidate, or null when none is near.</returns>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord) return null;
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate.Length is 0 or > LongestWord) continue;
            var distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            // A prefix or a part of a name ("detection" for "detection-range") is a common slip that edit distance alone calls far.
            if (word.Length >= 4 && candidate.Contains(word, StringComparison.OrdinalIgnoreCase)) distance = Math.Min(distance, 2);
            if (distance >= bestDistance || distance > Allowed(word, candidate)) continue;
            best = candidate;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>A sentence "did you mean '…'?" or an empty text.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What is valid.</param>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } match ? $"did you mean '{match}'?" : "";

    private static int Allowed(string word, string candidate) => Math.Max(word.Length, candidate.Length) switch
    {
        <= 2 => 1,
        <= 5 => 2,
        var length => Math.Max(2, length / 3),
    };

    // Optimal string alignment distance: Damerau's distance without edits inside a swapped pair.
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        var beforePrevious = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) best = Math.Min(best, beforePrevious[j - 2] + 1);
                current[j] = best;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
