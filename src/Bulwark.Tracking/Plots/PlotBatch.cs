using Bulwark.Core.Timing;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Plots;

/// <summary>The usable plots of one call, and those of them that come from one sensor.</summary>
internal sealed class PlotBatch(SensorDescription[] sensors, TrackerParameters parameters) : ICrewWork
{
    private const int FewestPerJob = 64;

    private Plot[] _given = [];
    private PreparedPlot[] _prepared = [];
    private bool[] _isUsable = [];
    private int _givenCount;
    private int _plotsPerJob;

    private readonly int[] _countOfSensor = new int[sensors.Length];
    private PreparedPlot[] _selected = new PreparedPlot[16];
    private bool[] _used = new bool[16];
    private double[] _rivals = new double[16];
    private double[] _excess = new double[16];
    private readonly int[] _firstOfSensor = new int[sensors.Length];
    private int[] _places = [];
    private int _first;
    private int _end;

    /// <summary>Usable plots of all sensors.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the earliest of them.</summary>
    public SimTime Earliest { get; private set; }

    /// <summary>Time of the latest of them.</summary>
    public SimTime Latest { get; private set; }

    /// <summary>The plots of the selected sensor, in the order given.</summary>
    public Span<PreparedPlot> Selected => _selected.AsSpan(_first, _end - _first);

    /// <summary>Which of <see cref="Selected"/> belong to a track by now.</summary>
    public Span<bool> Used => _used.AsSpan(_first, _end - _first);

    /// <summary>How much likelier each of <see cref="Selected"/> is as a plot of the confirmed tracks, all together, than as a false one.</summary>
    public Span<double> Rivals => _rivals.AsSpan(_first, _end - _first);

    /// <summary>ln of the density of false plots at each of <see cref="Selected"/> over the stated one.</summary>
    public Span<double> Excess => _excess.AsSpan(_first, _end - _first);

    /// <summary>The plots of a sensor, in the order given.</summary>
    public ReadOnlySpan<PreparedPlot> PlotsOf(int sensor) => _selected.AsSpan(_firstOfSensor[sensor], _countOfSensor[sensor]);

    /// <summary>Has the plots of a call checked and placed ahead, by several threads: the jobs of <see cref="Do"/>.</summary>
    /// <returns>How many jobs there are; once they are done the plots may be <see cref="Fill">taken in</see>.</returns>
    public int Begin(ReadOnlySpan<Plot> plots)
    {
        if (_given.Length < plots.Length) (_given, _prepared, _isUsable) = (new Plot[2 * plots.Length], new PreparedPlot[2 * plots.Length], new bool[2 * plots.Length]);
        plots.CopyTo(_given);
        _givenCount = plots.Length;
        _plotsPerJob = Math.Max(FewestPerJob, 1 + (plots.Length / WorkCrew.MostJobs));
        return (plots.Length + _plotsPerJob - 1) / _plotsPerJob;
    }

    /// <inheritdoc/>
    public void Do(int worker, int job)
    {
        var end = Math.Min(_givenCount, (job + 1) * _plotsPerJob);
        for (var k = job * _plotsPerJob; k < end; k++) _isUsable[k] = PlotPreparation.TryPrepare(in _given[k], sensors, parameters, out _prepared[k]);
    }

    /// <summary>Takes in the plots of a call; counts and leaves out the unusable.</summary>
    /// <param name="plots">The plots.</param>
    /// <param name="isAhead">Whether they have been checked and placed already.</param>
    /// <param name="oldest">Plots older than this are late.</param>
    /// <param name="now">Plots later than this are of the future.</param>
    /// <param name="counters">Counts them.</param>
    public void Fill(ReadOnlySpan<Plot> plots, bool isAhead, SimTime oldest, SimTime now, ref TrackerCounters counters)
    {
        Count = 0;
        (Earliest, Latest) = (SimTime.Never, new SimTime(long.MinValue));
        Reserve(plots);
        counters.Plots += plots.Length;
        ClearPlaces(plots.Length);
        for (var k = 0; k < plots.Length; k++)
        {
            ref readonly var plot = ref plots[k];
            if (plot.Time > now)
            {
                counters.FuturePlots++;
            }
            else if (plot.Time < oldest)
            {
                counters.LatePlots++;
            }
            else if (IsRepeated(in plot, out var hash))
            {
                counters.RepeatedPlots++;
            }
            else if ((uint)plot.Sensor < (uint)sensors.Length && TryTake(in plot, isAhead ? k : -1, out var place))
            {
                _places[hash] = place;
                Count++;
                (Earliest, Latest) = (SimTime.Min(Earliest, plot.Time), SimTime.Max(Latest, plot.Time));
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
        (_first, _end) = (_firstOfSensor[sensor], _firstOfSensor[sensor] + _countOfSensor[sensor]);
        if (_first == _end) return false;
        Used.Clear();
        Rivals.Clear();
        return true;
    }

    // Room for the plots of each sensor to stand together, in the order given; the unusable leave gaps behind them.
    private void Reserve(ReadOnlySpan<Plot> plots)
    {
        _countOfSensor.AsSpan().Clear();
        foreach (ref readonly var plot in plots)
        {
            if ((uint)plot.Sensor < (uint)sensors.Length) _countOfSensor[plot.Sensor]++;
        }

        for (int sensor = 0, sum = 0; sensor < sensors.Length; sensor++)
        {
            _firstOfSensor[sensor] = sum;
            sum += _countOfSensor[sensor];
            _countOfSensor[sensor] = 0;
        }

        if (_selected.Length >= plots.Length) return;
        var room = plots.Length + (plots.Length / 4);
        _selected = new PreparedPlot[room];
        _used = new bool[room];
        _rivals = new double[room];
        _excess = new double[room];
    }

    private bool TryTake(in Plot plot, int ahead, out int place)
    {
        place = _firstOfSensor[plot.Sensor] + _countOfSensor[plot.Sensor];
        if (ahead < 0)
        {
            if (!PlotPreparation.TryPrepare(in plot, sensors, parameters, out _selected[place])) return false;
        }
        else
        {
            if (!_isUsable[ahead]) return false;
            _selected[place] = _prepared[ahead];
        }

        _countOfSensor[plot.Sensor]++;
        return true;
    }

    private void ClearPlaces(int plots)
    {
        var wanted = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * plots) + 2);
        if (_places.Length < wanted) _places = new int[wanted];
        _places.AsSpan().Fill(-1);
    }

    // Exactly the same values at the same time come only from a feed that delivers twice. Looked up by a hash of the values.
    private bool IsRepeated(in Plot plot, out int free)
    {
        var mask = _places.Length - 1;
        var hash = (ulong)BitConverter.DoubleToInt64Bits(plot.RangeM) ^ ((ulong)BitConverter.DoubleToInt64Bits(plot.AzimuthRad) * 0x9E37_79B9_7F4A_7C15) ^ (ulong)plot.Time.Nanoseconds;
        for (free = (int)((hash * 0xD6E8_FEB8_6659_FD93) >> 40) & mask; _places[free] >= 0; free = (free + 1) & mask)
        {
            var other = _selected[_places[free]].Plot;
            if (other.Sensor == plot.Sensor && other.Time == plot.Time && other.RangeM.Equals(plot.RangeM) && other.AzimuthRad.Equals(plot.AzimuthRad)
                && other.ElevationRad.Equals(plot.ElevationRad) && other.HeightM.Equals(plot.HeightM) && other.Code == plot.Code) return true;
        }

        return false;
    }
}
