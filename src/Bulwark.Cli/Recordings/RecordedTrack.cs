using Bulwark.Tracking.Identification;

namespace Bulwark.Cli.Recordings;

/// <summary>A track and the plots it took, from first to last. Mutable while it is followed.</summary>
/// <param name="id">Number of the track.</param>
internal sealed class RecordedTrack(int id)
{
    private readonly List<TrackState> _states = [];
    private readonly Dictionary<int, int> _plotsOfCode = [];
    private int _lastCode;

    /// <summary>Number of the track.</summary>
    public int Id { get; } = id;

    /// <summary>Whether it was ever confirmed.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>What it was last believed to be; null before it was confirmed.</summary>
    public TrackIdentity? Identity { get; set; }

    /// <summary>Its states, one for each plot.</summary>
    public IReadOnlyList<TrackState> States => _states;

    /// <summary>Plots with a reliable Mode 3/A code.</summary>
    public int CodedPlots { get; private set; }

    /// <summary>The commonest reliable code of its plots, the lower of equals; -1 when no plot had one.</summary>
    public int MajorityCode => _plotsOfCode.Count == 0 ? -1 : _plotsOfCode.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;

    /// <summary>Plots with the commonest code.</summary>
    public int MajorityPlots => _plotsOfCode.Count == 0 ? 0 : _plotsOfCode.Values.Max();

    /// <summary>Different reliable codes of its plots.</summary>
    public int Codes => _plotsOfCode.Count;

    /// <summary>How often the reliable code differs from that of the plot before.</summary>
    public int CodeChanges { get; private set; }

    /// <summary>
    /// Whether the track came back to a code it had left. An aircraft that is told a new code does not do that; plots of another
    /// aircraft, or codes misread and yet marked as valid, do.
    /// </summary>
    public bool IsMixed => CodeChanges > Math.Max(0, Codes - 1);

    /// <summary>Forgets the older half of the states.</summary>
    /// <returns>How many those were.</returns>
    public int ForgetHalf()
    {
        var half = _states.Count / 2;
        _states.RemoveRange(0, half);
        return half;
    }

    /// <summary>Adds a state.</summary>
    public void Add(in TrackState state)
    {
        _states.Add(state);
        if (!state.IsCodeReliable) return;
        if (CodedPlots++ > 0 && state.Code != _lastCode) CodeChanges++;
        _lastCode = state.Code;
        _plotsOfCode[state.Code] = _plotsOfCode.GetValueOrDefault(state.Code) + 1;
    }
}
