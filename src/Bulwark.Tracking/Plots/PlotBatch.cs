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
    private readonly int[] _firstOfSensor = new int[sensors.Length + 1];
    private int _first;
    private int _end;

    /// <summary>Usable plots of all sensors.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the earliest of them.</summary>
    public SimTime Earliest { get; private set; }

    /// <summary>The plots of the selected sensor, in the order given.</summary>
    public Span<PreparedPlot> Selected => _selected.AsSpan(_first, _end - _first);

    /// <summary>Which of <see cref="Selected"/> belong to a track by now.</summary>
    public Span<bool> Used => _used.AsSpan(_first, _end - _first);

    /// <summary>How much likelier each of <see cref="Selected"/> is as a plot of the confirmed tracks, all together, than as a false one.</summary>
    public Span<double> Rivals => _rivals.AsSpan(_first, _end - _first);

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

        SortBySensor();
    }

    /// <summary>Selects the plots of one sensor.</summary>
    /// <returns>False when there are none.</returns>
    public bool Select(int sensor)
    {
        (_first, _end) = (_firstOfSensor[sensor], _firstOfSensor[sensor + 1]);
        if (_first == _end) return false;
        Used.Clear();
        Rivals.Clear();
        return true;
    }

    // The plots of a sensor stand together, in the order given.
    private void SortBySensor()
    {
        for (int sensor = 0, sum = 0; sensor < sensors.Length; sensor++)
        {
            _firstOfSensor[sensor + 1] = sum;
            sum += _countOfSensor[sensor];
        }

        for (var k = 0; k < Count; k++) _selected[_firstOfSensor[_all[k].Plot.Sensor + 1]++] = _all[k];
    }
}
