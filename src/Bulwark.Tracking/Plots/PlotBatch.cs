using Bulwark.Core.Timing;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Plots;

/// <summary>The usable plots of one call, and those of them that come from one sensor.</summary>
internal sealed class PlotBatch(SensorDescription[] sensors, TrackerParameters parameters)
{
    private readonly int[] _countOfSensor = new int[sensors.Length];
    private PreparedPlot[] _all = new PreparedPlot[16];
    private PreparedPlot[] _selected = new PreparedPlot[16];
    private bool[] _used = new bool[16];
    private double[] _rivals = new double[16];
    private int _selectedCount;

    /// <summary>Usable plots of all sensors.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the earliest of them.</summary>
    public SimTime Earliest { get; private set; }

    /// <summary>The plots of the selected sensor, in the order given.</summary>
    public Span<PreparedPlot> Selected => _selected.AsSpan(0, _selectedCount);

    /// <summary>Which of <see cref="Selected"/> belong to a track by now.</summary>
    public Span<bool> Used => _used.AsSpan(0, _selectedCount);

    /// <summary>How much likelier each of <see cref="Selected"/> is as a plot of the confirmed tracks, all together, than as a false one.</summary>
    public Span<double> Rivals => _rivals.AsSpan(0, _selectedCount);

    /// <summary>Takes in the plots of a call; counts and leaves out the unusable.</summary>
    public void Fill(ReadOnlySpan<Plot> plots, SimTime oldest, SimTime now, ref TrackerCounters counters)
    {
        Count = 0;
        Earliest = SimTime.Never;
        _countOfSensor.AsSpan().Clear();
        if (_all.Length < plots.Length)
        {
            _all = new PreparedPlot[2 * plots.Length];
            _selected = new PreparedPlot[2 * plots.Length];
            _used = new bool[2 * plots.Length];
            _rivals = new double[2 * plots.Length];
        }

        counters.Plots += plots.Length;
        foreach (ref readonly var plot in plots)
        {
            if (plot.Time > now)
            {
                counters.FuturePlots++;
            }
            else if (plot.Time < oldest)
            {
                counters.LatePlots++;
            }
            else if (PlotPreparation.TryPrepare(in plot, sensors, parameters, out _all[Count]))
            {
                Count++;
                _countOfSensor[plot.Sensor]++;
                Earliest = SimTime.Min(Earliest, plot.Time);
            }
            else
            {
                counters.InvalidPlots++;
            }
        }
    }

    /// <summary>Selects the plots of one sensor.</summary>
    /// <returns>False when there are none.</returns>
    public bool Select(int sensor)
    {
        _selectedCount = 0;
        if (_countOfSensor[sensor] == 0) return false;
        for (var k = 0; k < Count; k++)
        {
            if (_all[k].Plot.Sensor == sensor) _selected[_selectedCount++] = _all[k];
        }

        Used.Clear();
        Rivals.Clear();
        return true;
    }
}
