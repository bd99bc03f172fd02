namespace Bulwark.Cli.Recordings;

/// <summary>
/// A yardstick for tracks that were made from positions alone: the same plots grouped by their Mode 3/A code, a group ending with a
/// gap of 20 s. A long group is found when confirmed tracks hold nine tenths of its plots, and covered when a single one does. Mutable.
/// </summary>
internal sealed class CodeGroups
{
    /// <summary>Plots from which a group or a track counts as long.</summary>
    public const int LongPlots = 30;

    /// <summary>Share of a group's plots that tracks must hold.</summary>
    public const double CoveredShare = 0.9;

    /// <summary>Code 7777, with which the fixed transponders of radar stations answer: several share it, so it names no aircraft.</summary>
    private const int FixedTransponders = 0xFFF;

    /// <summary>Pause after which a code counts as given to another aircraft, seconds.</summary>
    private const double GapS = 20;

    private readonly Dictionary<int, Group> _open = [];
    private readonly List<Group> _closed = [];

    /// <summary>Counts a plot.</summary>
    /// <param name="timeS">Its time, seconds; not before the previous one's.</param>
    /// <param name="code">Its code; -1 for none.</param>
    /// <param name="track">The track that took it.</param>
    public void Add(double timeS, int code, int track)
    {
        if (code is < 0 or FixedTransponders) return;
        if (_open.TryGetValue(code, out var group) && timeS - group.LastS >= GapS) Close(code, group);
        if (!_open.TryGetValue(code, out group)) _open.Add(code, group = new Group());
        group.LastS = timeS;
        group.Plots++;
        group.Tracks[track] = group.Tracks.GetValueOrDefault(track) + 1;
    }

    /// <summary>Ends all groups and judges them.</summary>
    /// <param name="isTrack">Whether a track was confirmed.</param>
    /// <returns>The number of long groups, how many of them were found, and how many are covered.</returns>
    public (int Long, int Found, int Covered) Judge(Func<int, bool> isTrack)
    {
        foreach (var code in _open.Keys.ToArray()) Close(code, _open[code]);
        var (found, covered) = (0, 0);
        foreach (var group in _closed)
        {
            var held = group.Tracks.Where(pair => isTrack(pair.Key)).Select(pair => pair.Value).DefaultIfEmpty();
            if (held.Sum() >= CoveredShare * group.Plots) found++;
            if (held.Max() >= CoveredShare * group.Plots) covered++;
        }

        return (_closed.Count, found, covered);
    }

    private void Close(int code, Group group)
    {
        _open.Remove(code);
        if (group.Plots >= LongPlots) _closed.Add(group);
    }

    private sealed class Group
    {
        public double LastS { get; set; }

        public int Plots { get; set; }

        public Dictionary<int, int> Tracks { get; } = [];
    }
}
