using Bulwark.Core.Earth;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Registration;

/// <summary>Remembers the latest plots of each track, by whatever radar, and compares every plot with at most one other: the nearest in time of another radar.</summary>
public sealed class PlotPairs
{
    // Plots remembered for each track.
    private const int Depth = 8;

    // Plots further apart in time are not compared, seconds.
    private const double LongestApartS = 5;

    // Between two plots a target may begin to turn: standard deviation, m/s².
    private const double AccelerationSigmaMPerS2 = 10;

    // Tracks sometimes keep to a neighbour's plots for a while, and what is wrong with a velocity lasts, so that pairs are not quite independent: with the
    // stated standard deviations squared errors were two to four times what was claimed, with this about once.
    private const double DependenceFactor = 1.5;

    private readonly Dictionary<int, int> _slots = [];
    private readonly Stack<int> _free = [];
    private SitedPlot[] _plots = [];
    private bool[] _used = [];
    private int[] _next = [];

    /// <summary>Makes an empty memory.</summary>
    public PlotPairs()
    {
    }

    private PlotPairs(PlotPairs other)
    {
        _slots = new Dictionary<int, int>(other._slots);
        _free = new Stack<int>(other._free.Reverse());
        _plots = [.. other._plots];
        _used = [.. other._used];
        _next = [.. other._next];
    }

    /// <summary>A memory in the same state.</summary>
    public PlotPairs Copy() => new(this);

    /// <summary>A confirmed track took a plot.</summary>
    /// <param name="track">The track, just corrected by it.</param>
    /// <param name="plot">The plot as measured.</param>
    /// <param name="registration">Takes in the pair, when there is one.</param>
    public void Take(in Track track, in SitedPlot plot, JointRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var slot = SlotOf(track.Id);
        var plots = _plots.AsSpan(Depth * slot, Depth);
        var used = _used.AsSpan(Depth * slot, Depth);
        var (best, bestS) = (-1, LongestApartS);
        for (var k = 0; k < Depth; k++)
        {
            if (plots[k].Frame is not null && plots[k].Radar == plot.Radar && plots[k].Plot.Time == plot.Plot.Time) return;
            if (used[k] || plots[k].Frame is null || plots[k].Radar == plot.Radar) continue;
            var apartS = Math.Abs((plots[k].Plot.Time - plot.Plot.Time).TotalS);
            if (apartS <= bestS) (best, bestS) = (k, apartS);
        }

        var isUsed = best >= 0 && registration.TryAdd(
            Doubted(in plot),
            Doubted(in plots[best]),
            track.Velocity,
            DependenceFactor * track.Estimate.VelocitySigmaMPerS,
            DependenceFactor * AccelerationSigmaMPerS2,
            Wgs84.HeightM(track.Estimate.Position));
        if (isUsed) used[best] = true;
        plots[_next[slot]] = plot;
        used[_next[slot]] = isUsed;
        _next[slot] = (_next[slot] + 1) % Depth;
    }

    /// <summary>The newest plot of some radars that a track took.</summary>
    /// <param name="track">The track's number.</param>
    /// <param name="first">The first of the radars.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="plot">Receives the plot as measured.</param>
    /// <returns>False when none is remembered.</returns>
    public bool TryNewest(int track, int first, int count, out SitedPlot plot)
    {
        plot = default;
        if (!_slots.TryGetValue(track, out var slot)) return false;
        foreach (ref readonly var one in _plots.AsSpan(Depth * slot, Depth))
        {
            if (one.Frame is not null && one.Radar >= first && one.Radar < first + count && (plot.Frame is null || one.Plot.Time > plot.Plot.Time)) plot = one;
        }

        return plot.Frame is not null;
    }

    /// <summary>A track is no more.</summary>
    /// <param name="track">Its number.</param>
    public void Forget(int track)
    {
        if (!_slots.Remove(track, out var slot)) return;
        _plots.AsSpan(Depth * slot, Depth).Clear();
        _free.Push(slot);
    }

    private static SitedPlot Doubted(in SitedPlot seen) => seen with
    {
        Plot = seen.Plot with
        {
            RangeSigmaM = DependenceFactor * seen.Plot.RangeSigmaM,
            AzimuthSigmaRad = DependenceFactor * seen.Plot.AzimuthSigmaRad,
            ElevationSigmaRad = DependenceFactor * seen.Plot.ElevationSigmaRad,
        },
    };

    private int SlotOf(int track)
    {
        if (_slots.TryGetValue(track, out var slot)) return slot;
        if (!_free.TryPop(out slot))
        {
            slot = _slots.Count;
            if (Depth * slot >= _plots.Length)
            {
                var room = 2 * Math.Max(16, slot);
                Array.Resize(ref _plots, Depth * room);
                Array.Resize(ref _used, Depth * room);
                Array.Resize(ref _next, room);
            }
        }

        _slots[track] = slot;
        _next[slot] = 0;
        return slot;
    }
}
