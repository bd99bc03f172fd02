using System.Runtime.InteropServices;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>
/// The plots of several recordings in the order of time, a sector at a time. Recordings of the same day are laid side by side by
/// their time of day. Mutable; owns its files.
/// </summary>
internal sealed class PlotFeed : IDisposable
{
    /// <summary>How far a recording may be out of order and is still sorted, seconds. Radars deliver within a fraction of that.</summary>
    private const double DisorderS = 2;

    private readonly RecordingInput[] _inputs;
    private readonly bool[] _hasNext;
    private readonly double _sectorS;
    private readonly PriorityQueue<RadarReport, (double TimeS, long Number)> _waiting = new();
    private readonly List<RadarReport> _sector = [];
    private readonly HashSet<RadarReport> _seen = [];
    private readonly Queue<RadarReport> _seenInOrder = new();
    private double _newestS = double.NegativeInfinity;
    private long _number;

    /// <summary>Opens recordings.</summary>
    /// <param name="paths">The recordings.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="sectorS">Length of a sector, seconds.</param>
    public PlotFeed(IReadOnlyList<string> paths, AsterixReaderOptions options, double sectorS)
    {
        _sectorS = sectorS;
        _inputs = new RecordingInput[paths.Count];
        _hasNext = new bool[paths.Count];
        var opened = 0;
        try
        {
            for (; opened < paths.Count; opened++)
            {
                _inputs[opened] = new RecordingInput(paths[opened], options);
                _hasNext[opened] = Advance(_inputs[opened]);
            }
        }
        finally
        {
            if (opened < paths.Count) Dispose();
        }
    }

    /// <summary>The plots of the sector, in order of time. Valid until the next call of <see cref="Read"/>.</summary>
    public ReadOnlySpan<RadarReport> Sector => CollectionsMarshal.AsSpan(_sector);

    /// <summary>When the sector ends: later than all its plots, seconds of the day.</summary>
    public double SectorEndS { get; private set; }

    /// <summary>Plots dropped because another recording holds exactly the same one.</summary>
    public long RepeatedPlots { get; private set; }

    /// <summary>Share of the recordings read, 0 to 1.</summary>
    public double ShareRead
    {
        get
        {
            double read = 0, length = 0;
            foreach (var input in _inputs)
            {
                read += input.ReadBytes;
                length += input.LengthBytes;
            }

            return read / Math.Max(1, length);
        }
    }

    /// <summary>Moves to the next sector that has plots.</summary>
    /// <returns>False at the end of all recordings.</returns>
    public bool Read()
    {
        _sector.Clear();
        for (Fill(); _waiting.Count > 0 && _sector.Count == 0; Fill())
        {
            SectorEndS = (Math.Floor(NextTimeS / _sectorS) + 1) * _sectorS;
            while (_waiting.Count > 0 && NextTimeS < SectorEndS)
            {
                var report = _waiting.Dequeue();
                if (_inputs.Length == 1 || IsNew(report)) _sector.Add(report);
                else RepeatedPlots++;
                Fill();
            }
        }

        return _sector.Count > 0;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var input in _inputs) input?.Dispose();
    }

    private double NextTimeS => _waiting.Peek().TimeS;

    private static bool Advance(RecordingInput input)
    {
        while (input.Plots.Read())
        {
            if (input.Plots.Kind == RadarEventKind.Plot) return true;
        }

        return false;
    }

    // Reads on until what waits first cannot be overtaken any more.
    private void Fill()
    {
        while (_waiting.Count == 0 || NextTimeS + DisorderS + _sectorS > _newestS)
        {
            var next = -1;
            for (var index = 0; index < _inputs.Length; index++)
            {
                if (_hasNext[index] && (next < 0 || _inputs[index].Plots.Report.TimeS < _inputs[next].Plots.Report.TimeS)) next = index;
            }

            if (next < 0) return;
            var report = _inputs[next].Plots.Report;
            _newestS = Math.Max(_newestS, report.TimeS);
            _waiting.Enqueue(report, (report.TimeS, _number++));
            _hasNext[next] = Advance(_inputs[next]);
        }
    }

    private bool IsNew(RadarReport report)
    {
        while (_seenInOrder.TryPeek(out var oldest) && oldest.TimeS < report.TimeS - DisorderS) _seen.Remove(_seenInOrder.Dequeue());
        // The same plot reaches two recorders at different times.
        var plot = report with { ReceivedTimeS = null };
        if (!_seen.Add(plot)) return false;
        _seenInOrder.Enqueue(plot);
        return true;
    }
}
