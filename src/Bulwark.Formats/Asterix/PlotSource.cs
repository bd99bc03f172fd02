namespace Bulwark.Formats.Asterix;

/// <summary>
/// Turns the records of a recording into plots and north marks with complete times, in the order of the recording. Truncated times
/// (category 001) are completed with the receive time; in a recording without receive times, with the newest full time of a service
/// message, so plots before the first one are passed over and counted. Mutable.
/// </summary>
/// <param name="reader">The recording; stays the caller's to dispose.</param>
public sealed class PlotSource(AsterixReader reader)
{
    private const int CallsignsKept = 4096;

    private readonly DayClock _clock = new();
    private readonly SortedDictionary<SensorKey, List<double>> _northMarks = [];
    private readonly Dictionary<ulong, string> _callsigns = [];

    /// <summary>Whether the times of all north marks are kept; a live stream, which has no end, does without.</summary>
    public bool KeepsNorthMarks { get; init; } = true;

    /// <summary>What the last <see cref="Read"/> found.</summary>
    public RadarEventKind Kind { get; private set; }

    /// <summary>The plot, when <see cref="Kind"/> says so.</summary>
    public RadarReport Report { get; private set; }

    /// <summary>The north mark, when <see cref="Kind"/> says so.</summary>
    public NorthMark NorthMark { get; private set; }

    /// <summary>Plots found so far.</summary>
    public long Plots { get; private set; }

    /// <summary>North marks found so far.</summary>
    public long NorthMarks { get; private set; }

    /// <summary>Target reports passed over because no position was measured: extrapolated ones, and ones without range and azimuth.</summary>
    public long ReportsWithoutMeasurement { get; private set; }

    /// <summary>Target reports passed over because their time cannot be completed.</summary>
    public long ReportsWithoutTime { get; private set; }

    /// <summary>Radars that sent north marks, in order.</summary>
    public IReadOnlyCollection<SensorKey> SensorsWithNorthMarks => _northMarks.Keys;

    /// <summary>Moves to the next plot or north mark.</summary>
    /// <returns>False at the end of the recording.</returns>
    /// <exception cref="RecordingException">The recording is cut or damaged.</exception>
    public bool Read()
    {
        while (reader.Read())
        {
            var record = reader.Current;
            if (record.ReceiveTimeS is { } receivedS) _clock.Advance(receivedS);
            switch (record.Category)
            {
                case 1 or 48 when TryPlot(record): return true;
                case 2 or 34 when TryNorthMark(record): return true;
                default: break;
            }
        }

        return false;
    }

    /// <summary>Times of a radar's north marks so far, in seconds as <see cref="Asterix.NorthMark.TimeS"/>.</summary>
    /// <param name="sensor">The radar.</param>
    public IReadOnlyList<double> NorthMarkTimesOf(SensorKey sensor) => _northMarks.TryGetValue(sensor, out var times) ? times : [];

    private bool TryPlot(AsterixRecord record)
    {
        if (record is not { RangeM: { } rangeM, AzimuthRad: { } azimuthRad, Source: { } sensor } || IsExtrapolated(record))
        {
            // Its time, when full, still tells how late it is.
            _ = TimeOf(record);
            ReportsWithoutMeasurement++;
            return false;
        }

        if (TimeOf(record) is not { } timeS)
        {
            ReportsWithoutTime++;
            return false;
        }

        Report = new RadarReport
        {
            TimeS = timeS,
            ReceivedTimeS = record.ReceiveTimeS is { } receivedS ? _clock.Place(receivedS) : null,
            Sensor = sensor,
            RangeM = rangeM,
            AzimuthRad = azimuthRad,
            Detection = DetectionOf(record),
            Mode3A = record.Mode3A,
            IsMode3AReliable = record is { Mode3A: not null, IsMode3AInvalid: false, IsMode3AGarbled: false },
            HeightM = record.PressureAltitudeM,
            IsHeightReliable = record is { PressureAltitudeFt: not null, IsLevelInvalid: false, IsLevelGarbled: false },
            Address = record.Address,
            Callsign = CallsignOf(record),
            TrackNumber = record.TrackNumber,
            IsNoAircraft = record.IsSimulated == true || record.IsTestTarget || record.IsFixedTransponder == true,
        };
        Kind = RadarEventKind.Plot;
        Plots++;
        return true;
    }

    private bool TryNorthMark(AsterixRecord record)
    {
        var time = TimeOf(record);
        if (record is not { MessageType: 1, Source: { } sensor } || time is not { } timeS) return false;
        if (KeepsNorthMarks)
        {
            if (!_northMarks.TryGetValue(sensor, out var times)) _northMarks.Add(sensor, times = []);
            times.Add(timeS);
        }

        NorthMark = new NorthMark(sensor, timeS);
        Kind = RadarEventKind.NorthMark;
        NorthMarks++;
        return true;
    }

    private double? TimeOf(AsterixRecord record)
    {
        if (record.TimeOfDayS is not { } timeOfDayS) return record.ReceiveTimeS is { } receivedS ? _clock.Place(receivedS) : null;
        if (record.IsTimeTruncated) return _clock.IsSet ? _clock.Complete(timeOfDayS) : null;
        return record.ReceiveTimeS is null ? _clock.Advance(timeOfDayS) : _clock.Place(timeOfDayS);
    }

    /// <summary>In both categories a report without detection carries the position the radar's own tracker expected.</summary>
    private static bool IsExtrapolated(AsterixRecord record) => record.Category == 48 ? record.ReportType == 0 : record.SsrPsr == 0;

    private static RadarDetection DetectionOf(AsterixRecord record) => record.Category == 1
        ? (RadarDetection)(record.SsrPsr ?? 0)
        : record.ReportType switch
        {
            1 => RadarDetection.Primary,
            2 or 4 or 5 => RadarDetection.Secondary,
            3 or 6 or 7 => RadarDetection.Combined,
            _ => RadarDetection.Unknown,
        };

    private string? CallsignOf(AsterixRecord record)
    {
        if (record.CallsignBits is not { } bits) return null;
        if (!_callsigns.TryGetValue(bits, out var callsign))
        {
            callsign = SixBitText.Decode(bits);
            if (_callsigns.Count < CallsignsKept) _callsigns.Add(bits, callsign);
        }

        return callsign.Length == 0 ? null : callsign;
    }
}
