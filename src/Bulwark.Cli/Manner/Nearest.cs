namespace Bulwark.Cli.Manner;

/// <summary>Finds the words a mistyped one was probably meant to be.</summary>
internal static class Nearest
{
    private const int Shown = 3;

    /// <summary>The nearest candidates, best first; none when nothing is near.</summary>
    /// <param name="word">The word as it was typed.</param>
    /// <param name="candidates">The valid words.</param>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        return
        [
            .. candidates
                .Select(candidate => (Candidate: candidate, Steps: Steps(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
                .Where(pair => pair.Steps <= limit)
                .OrderBy(pair => pair.Steps)
                .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
                .Take(Shown)
                .Select(pair => pair.Candidate),
        ];
    }

    // Optimal string alignment distance: insertions, deletions, replacements and exchanges of neighbours.
    private static int Steps(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++) table[row, 0] = row;
        for (var column = 0; column <= to.Length; column++) table[0, column] = column;
        for (var row = 1; row <= from.Length; row++)
        {
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = table[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                var best = Math.Min(replaced, 1 + Math.Min(table[row - 1, column], table[row, column - 1]));
                var exchanged = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
                table[row, column] = exchanged ? Math.Min(best, 1 + table[row - 2, column - 2]) : best;
            }
        }

        return table[from.Length, to.Length];
    }
}
