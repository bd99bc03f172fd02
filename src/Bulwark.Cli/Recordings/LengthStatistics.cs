namespace Bulwark.Cli.Recordings;

/// <summary>How many plots tracks hold. Immutable.</summary>
/// <param name="Least">The shortest track.</param>
/// <param name="LowerQuarter">A quarter of the tracks are not longer.</param>
/// <param name="Median">Half of the tracks are not longer.</param>
/// <param name="UpperQuarter">Three quarters of the tracks are not longer.</param>
/// <param name="Most">The longest track.</param>
internal sealed record LengthStatistics(int Least, int LowerQuarter, int Median, int UpperQuarter, int Most)
{
    /// <summary>Counts.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <returns>Null when there are none.</returns>
    public static LengthStatistics? Of(IReadOnlyList<RecordedTrack> tracks)
    {
        if (tracks.Count == 0) return null;
        int[] sorted = [.. tracks.Select(static track => track.States.Count).Order()];
        int At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        return new LengthStatistics(sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1]);
    }
}
