using System.Buffers.Binary;
using Bulwark.Core.Earth;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>
/// The first reading of a set of recordings: whether they are whole, what they hold, and what they say about their radars. It comes
/// before tracking because a tracker has to know the antenna periods, and because a damaged recording must be refused before any
/// result exists.
/// </summary>
internal sealed class RecordingSurvey
{
    private readonly SortedDictionary<int, long> _records = [];
    private readonly SortedDictionary<SensorKey, RadarFacts> _radars = [];

    private readonly HashSet<NorthMark> _marks = [];

    /// <summary>Records of each category, duplicates included.</summary>
    public IReadOnlyDictionary<int, long> Records => _records;

    /// <summary>The radars that sent plots or north marks, in order.</summary>
    public IReadOnlyCollection<RadarFacts> Radars => _radars.Values;

    /// <summary>Plots; one that several recordings hold counts in each.</summary>
    public long Plots { get; private set; }

    /// <summary>North marks; one that several recordings hold counts once.</summary>
    public long NorthMarks { get; private set; }

    /// <summary>Records dropped because they repeat another one octet by octet.</summary>
    public long DuplicateRecords { get; private set; }

    /// <summary>Target reports without a measured position or without a complete time.</summary>
    public long UnusableReports { get; private set; }

    /// <summary>Malformed blocks passed over, when that was asked for.</summary>
    public long MalformedBlocks { get; private set; }

    /// <summary>Time of the earliest plot, seconds of the day.</summary>
    public double EarliestS { get; private set; } = double.PositiveInfinity;

    /// <summary>Time of the latest plot, seconds of the day; beyond 86,400 after midnight.</summary>
    public double LatestS { get; private set; } = double.NegativeInfinity;

    /// <summary>From the earliest plot to the latest, seconds.</summary>
    public double LengthS => Plots > 1 ? LatestS - EarliestS : 0;

    /// <summary>Reads recordings through.</summary>
    /// <param name="paths">The recordings.</param>
    /// <param name="options">How to read them.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static RecordingSurvey Of(IReadOnlyList<string> paths, AsterixReaderOptions options, Action<double> progress, CancellationToken cancellation)
    {
        var survey = new RecordingSurvey();
        for (var index = 0; index < paths.Count; index++)
        {
            using var input = new RecordingInput(paths[index], options);
            var done = index;
            survey.Read(input, share => progress((done + share) / paths.Count), cancellation);
        }

        return survey;
    }

    private void Read(RecordingInput input, Action<double> progress, CancellationToken cancellation)
    {
        const int Stride = 4096;
        for (var events = 0L; input.Plots.Read(); events++)
        {
            if (events % Stride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress(input.ReadBytes / (double)Math.Max(1, input.LengthBytes));
            }

            if (input.Plots.Kind == RadarEventKind.Plot) Take(input.Plots.Report);
            else Take(input.Plots.NorthMark, input.Record);
        }

        foreach (var key in input.Plots.SensorsWithNorthMarks)
        {
            // Of several recordings of a radar, the one with the most marks measures its period best.
            var measured = AntennaPeriod.Estimate(input.Plots.NorthMarkTimesOf(key));
            var facts = Facts(key);
            if (measured is { } better && (facts.Measured is not { } known || better.Marks > known.Marks)) facts.Measured = better;
        }

        Close(input.Statistics, input.Plots);
    }

    /// <summary>Counts a plot.</summary>
    public void Take(in RadarReport report)
    {
        Plots++;
        var facts = Facts(report.Sensor);
        facts.Plots++;
        facts.FarthestM = Math.Max(facts.FarthestM, report.RangeM);
        EarliestS = Math.Min(EarliestS, report.TimeS);
        LatestS = Math.Max(LatestS, report.TimeS);
    }

    /// <summary>Counts the north mark of a live stream.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="record">The record it came from.</param>
    /// <returns>What is known of its radar.</returns>
    public RadarFacts TakeMark(NorthMark mark, AsterixRecord record)
    {
        var facts = Facts(mark.Sensor);
        NorthMarks++;
        facts.NorthMarks++;
        TakeStatements(facts, record);
        return facts;
    }

    /// <summary>Counts what was read once all of it was.</summary>
    /// <param name="statistics">What was read.</param>
    /// <param name="plots">Its plots.</param>
    public void Close(AsterixStatistics statistics, PlotSource plots)
    {
        foreach (var category in statistics.Categories())
        {
            _records[category.Category] = _records.GetValueOrDefault(category.Category) + category.Records;
        }

        DuplicateRecords += statistics.DuplicateRecords;
        MalformedBlocks += statistics.MalformedBlocks;
        UnusableReports += plots.ReportsWithoutMeasurement + plots.ReportsWithoutTime;
    }

    /// <summary>What is known of a radar, to be added to.</summary>
    public RadarFacts Facts(SensorKey key)
    {
        if (!_radars.TryGetValue(key, out var facts)) _radars.Add(key, facts = new RadarFacts(key));
        return facts;
    }

    private void Take(NorthMark mark, AsterixRecord record)
    {
        var facts = Facts(mark.Sensor);
        if (_marks.Add(mark))
        {
            NorthMarks++;
            facts.NorthMarks++;
        }

        TakeStatements(facts, record);
    }

    private static void TakeStatements(RadarFacts facts, AsterixRecord record)
    {
        if (record.RotationPeriodS is > 0 and var periodS) facts.StatedPeriodS = periodS;
        if (StatedPlace(record) is { } place) facts.StatedPlace = place;
    }

    // I034/120: height in metres (two octets), latitude and longitude in 180/2^23 degrees (three octets each), all signed.
    private static GeodeticPoint? StatedPlace(AsterixRecord record)
    {
        const double Unit = 180.0 / (1 << 23);
        if (record.Category != 34 || record.ItemOctets("120") is not { Length: 8 } octets) return null;
        return GeodeticPoint.FromDegrees(Signed24(octets[2..]) * Unit, Signed24(octets[5..]) * Unit, BinaryPrimitives.ReadInt16BigEndian(octets));
    }

    private static int Signed24(ReadOnlySpan<byte> octets) => ((octets[0] << 24) | (octets[1] << 16) | (octets[2] << 8)) >> 8;
}
