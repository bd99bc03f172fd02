using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Gating;

/// <summary>The plots of one sensor in a call as gating sees them: where they are, in a grid, and which tracks may be met there.</summary>
internal sealed class GateScene
{
    private int[] _rows = [];
    private GateCandidate[] _candidates = [];
    private int _count;
    private PlotArea _area;
    private readonly PlotSpots _spots = new();

    /// <summary>What bounds the plots.</summary>
    public ref readonly PlotArea Area => ref _area;

    /// <summary>The plots, by their places. Once filled it may be asked by several threads.</summary>
    public SpatialGrid Grid { get; } = new();

    /// <summary>The sensor.</summary>
    public SensorDescription Sensor { get; private set; } = null!;

    /// <summary>Less than this since its last plot of a track belongs to the same look.</summary>
    public SimDuration ShortestRevisit { get; private set; }

    /// <summary>The tracks that may be met, in ascending order of their rows.</summary>
    public ReadOnlySpan<GateCandidate> Candidates => _candidates.AsSpan(0, _count);

    /// <summary>Takes in the plots.</summary>
    /// <param name="sensor">Their sensor.</param>
    /// <param name="plots">The plots, at least one.</param>
    /// <param name="threshold">Squared distance that the gate allows, in standard deviations.</param>
    public void Fill(SensorDescription sensor, ReadOnlySpan<PreparedPlot> plots, double threshold)
    {
        Sensor = sensor;
        ShortestRevisit = SimDuration.FromSeconds(sensor.ShortestRevisitS);
        _area = PlotArea.Of(plots, sensor.Frame.Local.OriginEcefM, threshold);

        // The cells go by the plots alone, so that the order in which a track finds them does not depend on other tracks.
        _spots.Fill(plots);
        Grid.Clear(Math.Clamp(2 * _area.LargestPlotReachM, 100, 1e12));
        for (var k = 0; k < plots.Length; k++) Grid.Add(k, plots[k].Position.X, plots[k].Position.Y, plots[k].Position.Z);

        // The first question lays the grid out.
        Grid.Query(0, 0, 0, 0, ref _rows);
    }

    /// <summary>The rows of all tracks near the plots, in ascending order; some may turn out to be too far off.</summary>
    public ReadOnlySpan<int> Near(TrackTable table)
    {
        if (_rows.Length < table.Count) _rows = new int[2 * table.Count];
        var near = _rows.AsSpan(0, table.Places.Near(table.Count, in _area, _rows));
        return _spots.IsEmpty ? near : near[..table.Places.KeepNear(near, _area.LargestPlotReachM, _spots)];
    }

    /// <summary>The same of those rows only that were touched in this call.</summary>
    public ReadOnlySpan<int> NearTouched(TrackTable table)
    {
        var touched = table.Touched;
        if (_rows.Length < touched.Length) _rows = new int[2 * touched.Length];
        touched.CopyTo(_rows);
        var rows = _rows.AsSpan(0, touched.Length);
        return _spots.IsEmpty ? rows : rows[..table.Places.KeepNear(rows, _area.LargestPlotReachM, _spots)];
    }

    /// <summary>Finds the tracks that may be met.</summary>
    public void Approach(TrackTable table, TrackReach reach)
    {
        _count = 0;
        foreach (var row in Near(table))
        {
            if (!MayMeet(in table.Rows[row], reach, out var reachM)) continue;
            if (_count == _candidates.Length) Array.Resize(ref _candidates, Math.Max(64, 2 * _count));
            _candidates[_count++] = new GateCandidate(row, reachM);
        }
    }

    /// <summary>Whether a track may be met by one of the plots.</summary>
    /// <param name="track">The track.</param>
    /// <param name="reach">The bounds.</param>
    /// <param name="reachM">Receives how far from its straight path it may be met, metres.</param>
    public bool MayMeet(ref readonly Track track, TrackReach reach, out double reachM)
    {
        reachM = 0;
        if (track.Id == 0) return false;
        var seconds = 1e-9 * (_area.Middle.Nanoseconds - track.Belief.Time.Nanoseconds);
        reachM = reach.OfM(in track, seconds, _area.HalfSpanS);
        return _area.MayMeet(track.Belief.Position + (track.Belief.Velocity * seconds), reachM);
    }
}
