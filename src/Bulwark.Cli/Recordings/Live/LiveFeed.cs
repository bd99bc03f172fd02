using System.Runtime.InteropServices;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>
/// The plots of live streams in the order of time, a sector at a time: each sector is closed when what belongs to it has had time to arrive. It is
/// told the time and never asks for it. Memory is bounded. Mutable.
/// </summary>
internal sealed class LiveFeed
{
    /// <summary>Plots tracked in a second at most; a busy centre has 2,000.</summary>
    public const int MostPlotsPerS = 10_000;

    /// <summary>Radars followed at most.</summary>
    public const int MostRadars = 64;

    /// <summary>How long a sector waits for its plots after its end, seconds: radars deliver within a fraction of that.</summary>
    public const double WaitS = 0.5;

    private const double SilenceS = 1;
    private const int MarksKept = 64;
    private const double MarksHorizonS = 900;

    private readonly AsterixReader _reader;
    private readonly PlotSource _source;
    private readonly StreamClock _clock = new();
    private readonly PriorityQueue<RadarReport, (double TimeS, long Number)> _waiting = new();
    private readonly List<RadarReport> _sector = [];
    private readonly SortedDictionary<SensorKey, List<double>> _marks = [];
    private readonly HashSet<SensorKey> _radars = [];
    private long _number;
    private double _secondS = double.NegativeInfinity;
    private int _inSecond;

    /// <summary>Makes an empty feed.</summary>
    /// <param name="name">Name of the streams for messages.</param>
    /// <param name="survey">Is told what comes.</param>
    public LiveFeed(string name, RecordingSurvey survey)
    {
        _reader = AsterixReader.OfDatagrams(name, new AsterixReaderOptions { DropDuplicatesWithinS = TrackRequest.DuplicateWindowS, SkipMalformed = true });
        _source = new PlotSource(_reader) { KeepsNorthMarks = false };
        Survey = survey;
    }

    /// <summary>What came.</summary>
    public RecordingSurvey Survey { get; }

    /// <summary>What was left out.</summary>
    public LiveCounts Counts { get; } = new();

    /// <summary>The plots of the sector closed last, in order of time. Valid until the next call of <see cref="TryClose"/>.</summary>
    public ReadOnlySpan<RadarReport> Sector => CollectionsMarshal.AsSpan(_sector);

    /// <summary>When that sector ended: the tracker's time.</summary>
    public double SectorEndS { get; private set; }

    /// <summary>Whether some radar's facts have changed since that was asked last: one more, or its period.</summary>
    public bool HasNews { get; set; }

    /// <summary>Takes in a datagram.</summary>
    /// <param name="datagram">Its octets, not to change during the call.</param>
    /// <param name="receivedS">When it was received, seconds since midnight before the first one.</param>
    public void Take(ReadOnlyMemory<byte> datagram, double receivedS)
    {
        Counts.Datagrams++;
        _reader.Push(datagram, receivedS);
        while (_source.Read())
        {
            if (_source.Kind == RadarEventKind.Plot) Take(_source.Report);
            else Take(_source.NorthMark);
        }
    }

    /// <summary>Closes the next sector, if it is over for long enough.</summary>
    /// <param name="nowS">The time, on the scale of the times of reception.</param>
    /// <param name="sectorS">Length of a sector, seconds.</param>
    /// <param name="ends">Whether no more will come, so that nothing is waited for.</param>
    /// <returns>False when there is none yet.</returns>
    public bool TryClose(double nowS, double sectorS, bool ends)
    {
        _sector.Clear();
        if (_waiting.Count == 0) return TryPass(nowS, ends);
        var firstS = _waiting.Peek().TimeS;
        var endS = (Math.Floor(firstS / sectorS) + 1) * sectorS;
        if (!ends && endS + WaitS > nowS) return false;
        while (_waiting.Count > 0 && _waiting.Peek().TimeS < endS) _sector.Add(_waiting.Dequeue());

        // A sector of stragglers ends when the tracker's clock stands already; how late is too late is the tracker's to say.
        SectorEndS = Math.Max(SectorEndS, endS);
        return true;
    }

    /// <summary>Closes the books.</summary>
    public void Finish()
    {
        Survey.Close(_reader.Statistics, _source);
        Counts.ForeignDatagrams = _reader.Statistics.ForeignDatagrams;
        Counts.OtherBlocks = _reader.Statistics.Categories().Sum(static category => category.SkippedBlocks);
    }

    // Without plots time passes all the same, and tracks are lost.
    private bool TryPass(double nowS, bool ends)
    {
        if (ends || double.IsNegativeInfinity(_secondS) || nowS - WaitS < SectorEndS + SilenceS) return false;
        SectorEndS = nowS - WaitS;
        return true;
    }

    private void Take(RadarReport report)
    {
        if (!_radars.Contains(report.Sensor))
        {
            if (_radars.Count == MostRadars)
            {
                Counts.StrangePlots++;
                return;
            }

            _radars.Add(report.Sensor);
            HasNews = true;
        }

        var receivedS = report.ReceivedTimeS ?? report.TimeS;
        var verdict = _clock.Judge(report.Sensor, report.TimeS, receivedS, out var placedS);
        Counts.ClockJumps = _clock.Jumps;
        switch (verdict)
        {
            case ClockVerdict.Ahead:
                Counts.AheadPlots++;
                return;
            case ClockVerdict.Behind:
                Counts.BehindPlots++;
                return;
            default:
                break;
        }

        if (receivedS >= _secondS + 1) (_secondS, _inSecond) = (receivedS, 0);
        if (++_inSecond > MostPlotsPerS)
        {
            Counts.ExcessPlots++;
            return;
        }

        report = report with { TimeS = placedS };
        Survey.Take(in report);
        _waiting.Enqueue(report, (placedS, _number++));
    }

    private void Take(NorthMark mark)
    {
        if (!_marks.TryGetValue(mark.Sensor, out var times))
        {
            if (_marks.Count == MostRadars) return;
            _marks.Add(mark.Sensor, times = []);
        }

        // Marks out of order, or of a clock that has jumped, would measure nothing: the count begins anew.
        if (times.Count > 0 && mark.TimeS - times[^1] is < 0 or > MarksHorizonS) times.Clear();
        if (times.Count == MarksKept) times.RemoveAt(0);
        times.Add(mark.TimeS);
        var facts = Survey.TakeMark(mark, _reader.Current);

        // The period is measured at 3, 8 and 64 marks; later the slope changes by less than matters. A period stated is known from the first.
        if (facts.NorthMarks is not (1 or 3 or 8 or MarksKept)) return;
        facts.Measured = AntennaPeriod.Estimate(times) ?? facts.Measured;
        HasNews = true;
    }
}
