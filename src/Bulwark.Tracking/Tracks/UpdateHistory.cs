using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Tracks;

/// <summary>The latest updates of each track: what was believed before each, and the plot. By the slot of the track's belief.</summary>
internal sealed class UpdateHistory
{
    /// <summary>Updates remembered of a track.</summary>
    public const int Depth = 3;

    private Entry[]?[] _entries = [];
    private int[] _counts = [];

    /// <summary>The updates remembered, oldest first.</summary>
    public Span<Entry> Of(int slot) => slot < _counts.Length && _entries[slot] is { } entries ? entries.AsSpan(0, _counts[slot]) : [];

    /// <summary>Remembers an update; the oldest is forgotten.</summary>
    public void Push(int slot, ref readonly ModeEstimate before, in PreparedPlot plot) => Insert(slot, Of(slot).Length, in before, in plot);

    /// <summary>Puts an update among those remembered; the oldest is forgotten.</summary>
    /// <param name="slot">The track.</param>
    /// <param name="place">Before which one; that must not be the oldest of a full list.</param>
    /// <param name="before">What was believed before the update.</param>
    /// <param name="plot">The plot.</param>
    public void Insert(int slot, int place, ref readonly ModeEstimate before, in PreparedPlot plot)
    {
        if (slot >= _counts.Length)
        {
            Array.Resize(ref _entries, Math.Max(64, 2 * slot));
            Array.Resize(ref _counts, _entries.Length);
        }

        var entries = _entries[slot] ??= new Entry[Depth];
        if (_counts[slot] == Depth)
        {
            Array.Copy(entries, 1, entries, 0, Depth - 1);
            _counts[slot]--;
            place--;
        }

        place = Math.Max(0, place);
        Array.Copy(entries, place, entries, place + 1, _counts[slot] - place);
        (entries[place].Before, entries[place].Plot) = (before, plot);
        _counts[slot]++;
    }

    /// <summary>Forgets the updates of a track.</summary>
    public void Forget(int slot)
    {
        if (slot < _counts.Length) _counts[slot] = 0;
    }

    /// <summary>Gives a track the past of another one.</summary>
    public void Copy(int from, int to)
    {
        Forget(to);
        foreach (ref readonly var entry in Of(from)) Push(to, in entry.Before, in entry.Plot);
    }

    /// <summary>The same past of all tracks, sharing nothing.</summary>
    public UpdateHistory Copy() => new() { _entries = Array.ConvertAll(_entries, static entries => (Entry[]?)entries?.Clone()), _counts = [.. _counts] };

    /// <summary>One update.</summary>
    internal struct Entry
    {
        public ModeEstimate Before;
        public PreparedPlot Plot;

        /// <summary>When the belief before it dates from.</summary>
        public readonly SimTime Since => Before.Time;
    }
}
