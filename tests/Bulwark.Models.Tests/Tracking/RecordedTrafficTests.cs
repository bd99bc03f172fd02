using System.IO.Compression;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>
/// The evening at Valencia: 47 minutes of a real secondary radar. Compared with the same plots grouped by their Mode 3/A codes (gap under
/// 20 s), which the recording's description counts as 136 groups of 30 plots or more.
/// </summary>
public class RecordedTrafficTests
{
    private const double PeriodS = 4.008;

    [Fact]
    public void Long_tracks_are_the_codes_that_flew()
    {
        var (plots, received) = Read();
        var frame = new SensorFrame(GeodeticPoint.FromDegrees(39.503, -0.476, 100), 20);
        var tracker = new Tracker(new TrackerParameters(), [new SensorDescription(frame, PeriodS, false)]);
        var trackOf = new int[plots.Length];
        var confirmed = new HashSet<int>();
        var changes = new List<TrackChange>();
        var next = 0;
        for (var endS = 0.25; next < plots.Length; endS += 0.25)
        {
            var first = next;
            while (next < plots.Length && received[next] <= endS) next++;
            changes.Clear();
            tracker.Process(plots.AsSpan(first, next - first), SimTime.FromSeconds(endS), changes);
            foreach (var change in changes)
            {
                if (change.PlotId >= 0 && change.Kind is (TrackChangeKind.Started or TrackChangeKind.Updated)) trackOf[change.PlotId] = change.TrackId;
                if (change.Kind == TrackChangeKind.Confirmed) confirmed.Add(change.TrackId);
            }
        }

        Assert.Equal(30_651, plots.Length);
        Assert.Equal(0, tracker.Counters.InvalidPlots + tracker.Counters.LatePlots + tracker.Counters.FuturePlots);

        var tracks = Enumerable.Range(0, plots.Length).Where(k => confirmed.Contains(trackOf[k])).GroupBy(k => trackOf[k]).Select(static group => group.ToArray()).ToArray();
        var longTracks = tracks.Where(static track => track.Length >= 30).ToArray();
        Assert.Equal(136, longTracks.Length);

        // Purity: five aircraft were told a new code in flight; any other mixing would show as a code that comes back.
        var changed = 0;
        foreach (var track in longTracks)
        {
            var codes = track.Select(k => plots[k].Code).Where(static code => code >= 0).ToArray();
            var runs = 1 + codes.Zip(codes.Skip(1)).Count(static pair => pair.First != pair.Second);
            Assert.Equal(codes.Distinct().Count(), runs);
            changed += runs - 1;
        }

        Assert.Equal(5, changed);

        // Completeness and changes of track inside the long groups; code 7777 is two fixed transponders of the station and has no sequence.
        var groups = Groups(plots).Where(static group => group.Count >= 30).ToArray();
        var covered = groups.Sum(group => group.Count(k => confirmed.Contains(trackOf[k])));
        Assert.True(covered >= 0.998 * groups.Sum(static group => group.Count), $"completeness {covered} of {groups.Sum(static group => group.Count)}");
        var switches = groups.Where(group => plots[group[0]].Code != 4095).Sum(group =>
        {
            var ids = group.Where(k => confirmed.Contains(trackOf[k])).Select(k => trackOf[k]).ToArray();
            return ids.Zip(ids.Skip(1)).Count(static pair => pair.First != pair.Second);
        });

        // Nearly all of them belong to one hard-turning aircraft (code 5001).
        Assert.InRange(switches, 0, 10);
    }

    private static List<List<int>> Groups(Plot[] plots)
    {
        var groups = new List<List<int>>();
        var current = new Dictionary<int, List<int>>();
        for (var k = 0; k < plots.Length; k++)
        {
            if (plots[k].Code < 0) continue;
            if (!current.TryGetValue(plots[k].Code, out var group) || (plots[k].Time - plots[group[^1]].Time).TotalS >= 20)
            {
                group = [];
                groups.Add(group);
                current[plots[k].Code] = group;
            }

            group.Add(k);
        }

        return groups;
    }

    private static (Plot[] Plots, double[] ReceivedS) Read()
    {
        var path = RecordingPath("valencia_evening.expected.csv.gz");
        if (!File.Exists(path)) Assert.Skip($"The recordings are expected in {Path.GetDirectoryName(path)} (or set BULWARK_DATA).");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = reader.ReadLine()!.Split(',');
        int Column(string name) => Array.IndexOf(header, name);
        var (plots, received, startS) = (new List<Plot>(), new List<double>(), double.NaN);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            if (fields[Column("cat")] != "1" || fields[Column("rho_nm")].Length == 0) continue;

            // The time of day of a plot is truncated to 512 s; the time of reception, a tenth of a second later, restores it.
            var receivedS = double.Parse(fields[Column("rx_tod")]);
            var timeS = receivedS - ((receivedS - double.Parse(fields[Column("tod")])) % 512);
            if (double.IsNaN(startS)) startS = timeS;
            var doubtful = fields[Column("mode3a_invalid")] == "1" || fields[Column("mode3a_garbled")] == "1";
            var code = fields[Column("mode3a")];
            var level = fields[Column("fl")];
            received.Add(receivedS - startS);
            plots.Add(new Plot
            {
                Time = SimTime.FromSeconds(timeS - startS),
                RangeM = 1852 * double.Parse(fields[Column("rho_nm")]),
                AzimuthRad = double.DegreesToRadians(double.Parse(fields[Column("theta_deg")])),
                HeightM = level.Length == 0 ? double.NaN : 30.48 * double.Parse(level),
                RangeSigmaM = 10,
                AzimuthSigmaRad = double.DegreesToRadians(0.04),
                HeightSigmaM = 50,
                Code = code.Length == 0 || doubtful ? -1 : Convert.ToInt32(code, 8),
                Replied = true,
                Id = plots.Count,
            });
        }

        return ([.. plots], [.. received]);
    }

    private static string RecordingPath(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bulwark.slnx"))) root = root.Parent;
        var data = Environment.GetEnvironmentVariable("BULWARK_DATA") ?? Path.Combine(root?.Parent?.FullName ?? ".", "shared", "data");
        return Path.Combine(data, "asterix", file);
    }
}
