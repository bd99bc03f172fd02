using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bulwark.Core.Earth;
using Bulwark.Formats.PlotTables;
using Bulwark.Formats.Traffic;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark track</c> with a reference: recorded traffic seen by simulated radars, and recordings beside reference tracks.</summary>
public sealed class TrafficTrackTests : IDisposable
{
    private const string Header = "time_utc_ms,icao24,callsign,lat,lon,baro_alt_ft,gs_kt";
    private const double StartS = 1_533_105_000;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Recorded_traffic_is_seen_tracked_and_scored_the_same_for_a_seed()
    {
        File.WriteAllText(_scratch["traffic.csv"], Traffic());
        var first = Look("one", "--seed", "3");
        Assert.Equal(0, first.ExitCode);
        var json = first.Json();
        Assert.Equal((3, 3), ((int)json["reference"]!["aircraft"]!, (int)json["reference"]!["paths"]!));
        Assert.Equal(3, (int)json["tracks"]!);
        var score = json["score"]!;

        // Three aircraft in view for 20 minutes: what is missing is the start of their tracks, a few turns of 5 s.
        Assert.InRange((double)score["completenessShare"]!, 0.97, 1);
        Assert.Equal(0, (int)score["idSwitches"]!);
        Assert.Equal(0, (int)score["breaks"]!);
        Assert.InRange((double)score["surveillance"]!["straightPositionRmsM"]!, 1, 80);
        Assert.InRange((double)score["consistency"]!["position"]!["meanRatio"]!, 0.2, 1.5);
        Assert.True((int)score["consistency"]!["state"]!["errors"]! > 600);

        Look("two", "--seed", "3");
        Assert.Equal(File.ReadAllText(_scratch["one/tracks.csv"]), File.ReadAllText(_scratch["two/tracks.csv"]));
        Look("three", "--seed", "4");
        Assert.NotEqual(File.ReadAllText(_scratch["one/tracks.csv"]), File.ReadAllText(_scratch["three/tracks.csv"]));
    }

    [Fact]
    public void A_radar_that_sees_less_scores_less()
    {
        File.WriteAllText(_scratch["traffic.csv"], Traffic());
        var good = Look("one").Json()["score"]!;
        var poor = Look("two", "--detection", "0.5", "--false-plots", "30").Json()["score"]!;
        Assert.True((double)poor["surveillance"]!["updateProbability"]! < (double)good["surveillance"]!["updateProbability"]! - 0.1);
        Assert.True((double)poor["ospaM"]! > (double)good["ospaM"]!);
    }

    [Fact]
    public void Tracks_of_several_radars_are_joined_to_one_picture()
    {
        File.WriteAllText(_scratch["traffic.csv"], Traffic());
        string[] second = ["--look", "46.2,6.9,400,300,4"];
        var plots = Look("plots", second).Json();
        var tracks = Look("tracks", [.. second, "--fusion", "tracks"]).Json();
        Assert.Equal(("plots", "tracks"), ((string)plots["fusion"]!, (string)tracks["fusion"]!));
        Assert.Equal((long)plots["plots"]!, (long)tracks["plots"]!);

        // Three aircraft are three tracks either way, not one for each radar; what plots know together is more exact.
        Assert.Equal((3, 3), ((int)plots["tracks"]!, (int)tracks["tracks"]!));
        Assert.InRange((double)tracks["score"]!["completenessShare"]!, 0.97, 1);
        Assert.InRange((double)tracks["score"]!["ambiguityRatio"]!, 1, 1.02);
        Assert.True((double)plots["score"]!["positionAccuracyM"]! < (double)tracks["score"]!["positionAccuracyM"]!);

        // Covariance intersection claims nothing it does not know.
        Assert.True((double)tracks["score"]!["consistency"]!["position"]!["meanRatio"]! < 1.1);
        Look("no", "--fusion", "tracks").IsRefused("--look twice or more");
        Look("no", "--fusion", "both").IsRefused("expected plots or tracks");
        Look("no", [.. second, "--fusion", "tracks", "--smooth"]).IsRefused("--smooth");
    }

    [Fact]
    public void The_traffic_over_Switzerland_is_held()
    {
        var table = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Recordings.Path("x")))!, "adsb", "switzerland.csv.gz");
        if (!File.Exists(table)) Assert.Skip("switzerland.csv.gz is not there.");
        var tracked = Command.Run("track", table, "--look", "46.95,7.44,600", "--look", "47.46,8.55,500,300,4", "--json", "-q", "--out", _scratch["out"]);
        Assert.Equal(0, tracked.ExitCode);
        var json = tracked.Json();

        // 842 aircraft in 1,243 flights, by the description of the recording; a flight out of hearing for more than a minute is two paths.
        Assert.Equal(842, (int)json["reference"]!["aircraft"]!);
        Assert.InRange((int)json["reference"]!["paths"]!, 1243, 1400);
        var score = json["score"]!;
        Assert.InRange((double)score["completenessShare"]!, 0.99, 1);
        Assert.InRange((double)score["longestSegmentShare"]!, 0.97, 1);
        Assert.InRange((double)score["surveillance"]!["falseTracksPerHour"]!, 0, 2);
        Assert.InRange((int)score["idSwitches"]!, 0, 80);
    }

    [Fact]
    public void A_recording_is_scored_against_reference_tracks_of_its_hours()
    {
        // The tracks themselves as the reference: the comparison must find them.
        var recording = Recordings.Path("alcolea_modes.gps");
        Assert.Equal(0, Command.Run("track", recording, "-q", "--out", _scratch["plain"]).ExitCode);
        var text = new StringBuilder("time_utc_ms,icao24,lat,lon,baro_alt_ft\n");
        foreach (var row in File.ReadLines(_scratch["plain/tracks.csv"]).Skip(1).Select(static line => line.Split(',')))
        {
            var timeMs = (StartS - (StartS % 86_400) + double.Parse(row[1], CultureInfo.InvariantCulture)) * 1000;
            text.Append(CultureInfo.InvariantCulture, $"{timeMs:F0},{int.Parse(row[0], CultureInfo.InvariantCulture):x6},{row[3]},{row[4]},{double.Parse(row[5], CultureInfo.InvariantCulture) / 0.3048:F1}\n");
        }

        File.WriteAllText(_scratch["reference.csv"], text.ToString());
        var tracked = Command.Run("track", recording, "--reference", _scratch["reference.csv"], "--json", "-q", "--out", _scratch["out"]);
        Assert.Equal(0, tracked.ExitCode);
        var score = tracked.Json()["score"]!;
        Assert.InRange((double)score["completenessShare"]!, 0.97, 1);
        Assert.InRange((double)score["spuriousnessShare"]!, 0, 0.03);
        Assert.InRange((double)score["surveillance"]!["straightPositionRmsM"]!, 0, 100);

        File.WriteAllText(_scratch["other.csv"], Traffic());
        Command.Run("track", recording, "--reference", _scratch["other.csv"], "--out", _scratch["no"]).IsRefused("none of its 3 paths is of the time of the recording");
        Command.Run("track", Recordings.Path("croatia_034_048.pcap"), "--reference", _scratch["reference.csv"], "--out", _scratch["no"]).IsRefused("--reference needs to know where the radars stand");
    }

    [Theory]
    [InlineData("", ":1:1:", "the file is empty")]
    [InlineData("time_utc_ms,icao24,lat,lon\n", ":1:1:", "there is no column baro_alt_ft")]
    [InlineData(Header + "\n1000,00b0ed,A,46,8\n", ":2:1:", "5 fields; expected 7")]
    [InlineData(Header + "\n1000,00b0ed,A,NaN,8,30000,400\n", ":2:15:", "'NaN'; expected a number from -90 to 90")]
    [InlineData(Header + "\n1000,00b0eg,A,46,8,30000,400\n", ":2:6:", "'00b0eg'; expected a 24-bit address")]
    [InlineData(Header + "\n2000,00b0ed,A,46,8,30000,400\n1000,00b0ed,A,46.1,8,30000,400\n", ":3:1:", "does not follow")]
    [InlineData(Header + "\n2000,00b0ed,A,46,8,30000,400\n", "holds no path", "within 60 s")]
    public void A_table_that_cannot_be_used_is_refused_with_its_place(string text, string place, string why)
    {
        File.WriteAllText(_scratch["traffic.csv"], text);
        Look("out").IsRefused("traffic.csv", place, why);
    }

    [Theory]
    [InlineData("46.95,7.44", "is no radar")]
    [InlineData("95,7.44,600", "is no radar")]
    [InlineData("46.95,7.44,600,0", "is no radar")]
    [InlineData("46.95,7.44,600,300,NaN", "is no radar")]
    public void What_is_no_radar_is_refused(string radar, string why)
    {
        File.WriteAllText(_scratch["traffic.csv"], Traffic());
        Command.Run("track", _scratch["traffic.csv"], "--look", radar, "--out", _scratch["out"]).IsRefused(radar, why);
    }

    [Fact]
    public void Paths_go_through_their_places_with_the_speed_between_them()
    {
        File.WriteAllText(_scratch["traffic.csv"], Traffic());
        var table = TrafficTable.Read(_scratch["traffic.csv"]);
        Assert.True(TrafficTable.Recognises(_scratch["traffic.csv"]));
        var path = table.Paths[0];

        // Due north along a meridian at one degree in 500 s, by the table below: 111.2 km a degree there (a meridian degree at 46.5 N is 111 157 m).
        Assert.True(path.TryAt(path.FirstS + 123.4, out var position, out var velocity));
        var place = Wgs84.ToGeodetic(position);
        Assert.Equal(46 + (123.4 / 500), place.LatitudeDeg, 1e-7);
        Assert.Equal(8, place.LongitudeDeg, 1e-9);
        Assert.Equal(111_157 * (1 + (10_668 / 6.367e6)) / 500, velocity.Length, 0.15);
        Assert.False(path.TryAt(path.LastS + 0.1, out _, out _));
        Assert.False(path.TryAt(path.FirstS - 0.1, out _, out _));
    }

    [Fact]
    public void Pauses_end_paths_and_stale_places_are_left_out()
    {
        File.WriteAllText(
            _scratch["traffic.csv"],
            Header + "\n1000,00b0ed,A,46,8,30000,\n11000,00b0ed,A,46,8,30000,\n21000,00b0ed,A,46.1,8,30000,\n90000,00b0ed,A,46.2,8,30000,\n100000,00b0ed,A,46.3,8,30000,\n110000,00b0ed,A,,,,\n");
        var table = TrafficTable.Read(_scratch["traffic.csv"]);
        Assert.Equal((6, 1, 2), (table.Rows, table.Aircraft, table.Paths.Count));
        Assert.Equal([2, 2], table.Paths.Select(static path => path.Points));
        Assert.Throws<TableException>(() =>
        {
            File.WriteAllBytes(_scratch["cut.gz"], [0x1F, 0x8B, 8, 0, 1, 2, 3]);
            TrafficTable.Read(_scratch["cut.gz"]);
        });
    }

    // Three aircraft for 20 minutes from 46 N 8 E: north, east, and round and round at half a degree a second.
    private static string Traffic()
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var k = 0; k <= 120; k++) Row(text, k, "00b0ed", "NORTH", 46 + (k / 50.0), 8);
        for (var k = 0; k <= 120; k++) Row(text, k, "00b0ee", "EAST", 46.5, 7 + (k / 50.0));
        for (var k = 0; k <= 120; k++) Row(text, k, "00b0ef", "ROUND", 47 + (0.2 * Math.Sin(k * Math.PI / 36)), 7.5 + (0.29 * Math.Cos(k * Math.PI / 36)));
        return text.ToString();
    }

    private static void Row(StringBuilder text, int step, string address, string name, double latitudeDeg, double longitudeDeg) =>
        text.Append(CultureInfo.InvariantCulture, $"{(StartS + (10 * step)) * 1000:F0},{address},{name},{latitudeDeg:F7},{longitudeDeg:F7},35000,400\n");

    private Command Look(string folder, params string[] more) =>
        Command.Run(["track", _scratch["traffic.csv"], "--look", "46.95,7.44,600", "--json", "-q", .. more, "--out", _scratch[folder]]);
}
