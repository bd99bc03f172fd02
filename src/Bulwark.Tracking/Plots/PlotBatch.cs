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
    private PreparedPlot[] _all = new PreparedPlot[16];
    private PreparedPlot[] _selected = new PreparedPlot[16];
    private bool[] _used = new bool[16];
    private double[] _rivals = new double[16];
    private double[] _excess = new double[16];
    private readonly int[] _firstOfSensor = new int[sensors.Length + 1];
    private int[] _places = [];
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

    /// <summary>ln of the density of false plots at each of <see cref="Selected"/> over the stated one.</summary>
    public Span<double> Excess => _excess.AsSpan(_first, _end - _first);

    /// <summary>The plots of a sensor, in the order given.</summary>
    public ReadOnlySpan<PreparedPlot> PlotsOf(int sensor) => _selected.AsSpan(_firstOfSensor[sensor], _firstOfSensor[sensor + 1] - _firstOfSensor[sensor]);

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
        Earliest = SimTime.Never;
        _countOfSensor.AsSpan().Clear();
        if (_all.Length < plots.Length)
        {
            _all = new PreparedPlot[2 * plots.Length];
            _selected = new PreparedPlot[2 * plots.Length];
            _used = new bool[2 * plots.Length];
            _rivals = new double[2 * plots.Length];
            _excess = new double[2 * plots.Length];
        }

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
            else if (IsRepeated(in plot))
            {
                counters.RepeatedPlots++;
            }
            else if (isAhead ? TryTake(k) : PlotPreparation.TryPrepare(in plot, sensors, parameters, out _all[Count]))
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

    private bool TryTake(int k)
    {
        if (_isUsable[k]) _all[Count] = _prepared[k];
        return _isUsable[k];
    }

    private void ClearPlaces(int plots)
    {
        var wanted = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * plots) + 2);
        if (_places.Length < wanted) _places = new int[wanted];
        _places.AsSpan().Fill(-1);
    }

    // Exactly the same values at the same time come only from a feed that delivers twice. Looked up by a hash of the values; the place it is
    // given is that of the next usable plot, so what is refused later leaves an entry that no plot equals or one that equals itself.
    private bool IsRepeated(in Plot plot)
    {
        var mask = _places.Length - 1;
        var hash = (ulong)BitConverter.DoubleToInt64Bits(plot.RangeM) ^ ((ulong)BitConverter.DoubleToInt64Bits(plot.AzimuthRad) * 0x9E37_79B9_7F4A_7C15) ^ (ulong)plot.Time.Nanoseconds;
        for (var place = (int)((hash * 0xD6E8_FEB8_6659_FD93) >> 40) & mask; ; place = (place + 1) & mask)
        {
            var known = _places[place];
            if (known < 0 || known >= Count)
            {
                _places[place] = Count;
                return false;
            }

            var other = _all[known].Plot;
            if (other.Sensor == plot.Sensor && other.Time == plot.Time && other.RangeM.Equals(plot.RangeM) && other.AzimuthRad.Equals(plot.AzimuthRad)
                && other.ElevationRad.Equals(plot.ElevationRad) && other.HeightM.Equals(plot.HeightM) && other.Code == plot.Code) return true;
        }
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
