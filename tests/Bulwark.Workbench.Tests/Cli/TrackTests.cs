using System.Text.Json.Nodes;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark track</c> on real recordings.</summary>
public class TrackTests
{
    [Fact]
    public void The_evening_at_valencia_comes_out_as_it_was_recorded()
    {
        var tracked = Track(Recordings.Path("valencia_evening.gps.gz"), "--json", "--quiet");
        Assert.Equal(0, tracked.ExitCode);
        Assert.Empty(tracked.Error);
        var json = tracked.Json();
        Assert.Equal(30_651, (long)json["plots"]!);
        Assert.Equal(716, (long)json["northMarks"]!);
        Assert.Equal(30_651, (long)json["recordsByCategory"]!["001"]!);
        Assert.Equal(716, (long)json["recordsByCategory"]!["002"]!);

        // The recording's description: 4.008 s, which is the median interval in its clock's steps of 1/128 s.
        Assert.Equal(4.008, (double)json["antennaPeriodS"]!, 3);

        // The 136 long groups of plots with one code are the description's; one hard-turning aircraft (5001) is not held in one piece.
        Assert.Equal(136, (int)json["codeGroups"]!["long"]!);
        Assert.Equal(136, (int)json["codeGroups"]!["found"]!);
        Assert.InRange((int)json["codeGroups"]!["covered"]!, 135, 136);
        Assert.InRange((double)json["plotsUsedShare"]!, 0.99, 1);
        Assert.InRange((double)json["codePurityShare"]!, 0.98, 1);
        Assert.InRange((int)json["codeMixedTracks"]!, 0, 1);
        Assert.True((double)json["timesRealTime"]! > 1);
    }

    [Fact]
    public void The_same_evening_in_three_containers_gives_the_same_tracks()
    {
        string[] same = ["plots", "northMarks", "antennaPeriodS", "tracks", "longTracks", "plotsUsedShare", "codePurityShare"];
        var gps = Track(Recordings.Path("valencia_evening.gps.gz"), "--json", "-q").Json();
        var capture = Track(Recordings.Path("valencia_evening.pcap.gz"), "--json", "-q").Json();

        // Two recorders of one radar: every plot comes twice and counts once.
        var both = Track(Recordings.Path("valencia_evening.gps.gz"), Recordings.Path("valencia_evening.pcap.gz"), "--json", "-q").Json();
        foreach (var name in same)
        {
            Assert.Equal(gps[name]!.ToJsonString(), capture[name]!.ToJsonString());
            Assert.Equal(gps[name]!.ToJsonString(), both[name]!.ToJsonString());
        }

        Assert.Equal(30_651, (long)both["duplicates"]!);
    }

    [Fact]
    public void Two_feeds_in_one_recording_count_once_and_the_stated_place_is_used()
    {
        var tracked = Track(Recordings.Path("croatia_034_048.pcap"), "--json");
        Assert.Equal(0, tracked.ExitCode);
        var json = tracked.Json();
        Assert.Equal(162, (long)json["recordsByCategory"]!["034"]! + (long)json["recordsByCategory"]!["048"]!);
        Assert.Equal(81, (long)json["duplicates"]!);
        Assert.Contains("25/11", tracked.Error, StringComparison.Ordinal);
        var stated = json["radars"]!.AsArray().Single(radar => (int)radar!["sic"]! == 12)!;
        Assert.Equal("recording", (string)stated["placeFrom"]!);

        // As the recording's description reads it; its step is 180/2^23 = 2.1e-5 degrees, and half a step is the rounding of either reader.
        Assert.Equal(43.571022, (double)stated["latitudeDeg"]!, 1.1e-5);
        Assert.Equal(16.406062, (double)stated["longitudeDeg"]!, 1.1e-5);
        Assert.Equal(780.0, (double)stated["heightM"]!);
    }

    [Fact]
    public void A_radar_of_unknown_place_is_not_drawn_beside_known_ones()
    {
        using var scratch = new Scratch();
        var tracked = Command.Run("track", Recordings.Path("croatia_034_048.pcap"), "--out", scratch["out"]);
        var picture = File.ReadAllText(scratch["out/tracks.svg"]);
        Assert.Contains(">25/12<", picture, StringComparison.Ordinal);
        Assert.DoesNotContain(">25/11<", picture, StringComparison.Ordinal);

        // 128 target reports, each twice, are 64; one of them has no measured position.
        Assert.Matches(Row("plots", "63"), tracked.Output);
        Assert.Contains("not counted as plots, for want of a measured position or a complete time: 1 target reports", tracked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Registration_needs_two_radars_whose_places_are_known()
    {
        var one = Track(Recordings.Path("valencia_evening.gps.gz"), "--register", "-q");
        Assert.Equal(2, one.ExitCode);
        Assert.Contains("expected two or more", one.Error, StringComparison.Ordinal);
        var unknown = Track(Recordings.Path("croatia_034_048.pcap"), "--register", "-q");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("25/11", unknown.Error, StringComparison.Ordinal);

        // Half a second of seven radars: nothing is seen twice, and that is said.
        var known = Track(Recordings.Path("croatia_034_048.pcap"), "--register", "--sensor-position", "43.57,16.41,780", "--json", "-q");
        Assert.Equal(0, known.ExitCode);
        Assert.All(known.Json()["radars"]!.AsArray(), static radar => Assert.Null(radar!["registration"]));
    }

    [Fact]
    public void Smoothed_tracks_have_a_row_for_each_plot_and_lie_near_the_others()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, Command.Run("track", Recordings.Path("alcolea_modes.gps"), "--smooth", "-q", "--out", scratch["out"]).ExitCode);
        var plain = File.ReadAllLines(scratch["out/tracks.csv"]);
        var smooth = File.ReadAllLines(scratch["out/tracks-smoothed.csv"]);
        Assert.Equal(plain.Length, smooth.Length);
        Assert.Equal(plain[0], smooth[0]);
        var far = 0;
        for (var row = 1; row < plain.Length; row++)
        {
            var (one, other) = (plain[row].Split(','), smooth[row].Split(','));
            if (Math.Abs(double.Parse(one[3], System.Globalization.CultureInfo.InvariantCulture) - double.Parse(other[3], System.Globalization.CultureInfo.InvariantCulture)) > 0.005) far++;
        }

        Assert.True(far < 0.01 * plain.Length, $"{far}");
    }

    [Fact]
    public void A_recording_without_plots_says_so()
    {
        var tracked = Track(Recordings.Path("croatia_062_065.pcap"));
        Assert.Equal(0, tracked.ExitCode);
        Assert.Contains("there is nothing to track", tracked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_folder_holds_the_tracks_in_every_form()
    {
        using var scratch = new Scratch();
        var tracked = Command.Run("track", Recordings.Path("alcolea_modes.gps"), "--json", "-q", "--out", scratch["out"]);
        Assert.Equal(["out", "out/summary.json", "out/tracks.csv", "out/tracks.geojson", "out/tracks.sqlite", "out/tracks.svg"], scratch.Content());
        Assert.Equal(tracked.Output.Trim(), File.ReadAllText(scratch["out/summary.json"]).Trim());

        // Two aircraft, 1,830 plots, all of them used: a row each, and a line of the map for each of the four tracks.
        var rows = File.ReadAllLines(scratch["out/tracks.csv"]);
        Assert.Equal(1 + 1830, rows.Length);
        Assert.StartsWith("track,time_s,radar,latitude_deg,longitude_deg,height_m", rows[0], StringComparison.Ordinal);

        // The first plot of a track says nothing of its motion, and nothing is said; afterwards these are aircraft in flight.
        var seen = new HashSet<string>();
        foreach (var fields in rows.Skip(1).Select(static row => row.Split(',')))
        {
            if (seen.Add(fields[0])) Assert.All(fields[6..9], static field => Assert.Empty(field));
            else Assert.InRange(double.Parse(fields[6], System.Globalization.CultureInfo.InvariantCulture), 1, 400);
        }

        var features = JsonNode.Parse(File.ReadAllText(scratch["out/tracks.geojson"]))!["features"]!.AsArray();
        Assert.Equal((int)tracked.Json()["tracks"]!, features.Count);
        Assert.Equal(1830, features.Sum(feature => feature!["geometry"]!["coordinates"]!.AsArray().Count));
    }

    [Fact]
    public void Another_s_folder_is_left_alone()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["out"]);
        File.WriteAllText(scratch["out/mine.txt"], "mine");
        Command.Run("track", Recordings.Path("alcolea_modes.gps"), "-q", "--out", scratch["out"]).IsRefused("left alone");
        Assert.Equal(["out", "out/mine.txt"], scratch.Content());
    }

    [Fact]
    public void A_place_the_user_gives_counts_most()
    {
        var recording = Recordings.Path("alcolea_modes.gps");
        var radar = Track(recording, "--json", "-q", "--sensor", "20/4=41.1,-2.5,1000").Json()["radars"]![0]!;
        Assert.Equal("given", (string)radar["placeFrom"]!);
        Assert.Equal(41.1, (double)radar["latitudeDeg"]!);
        Assert.Equal(1000, (double)radar["heightM"]!);
        Assert.Equal("table", (string)Track(recording, "--json", "-q").Json()["radars"]![0]!["placeFrom"]!);
        Track(recording, "--sensor", "20/4=north").IsRefused("north", "expected latitude,longitude");
        Track(recording, "--sensor", "20=41,2").IsRefused("SAC/SIC=");
        Track(recording, "--sensor-position", "95,0").IsRefused("95,0", "39.503,-0.476");
        Track(recording, "--range-sigma", "15m").IsRefused("--range-sigma", "15m");
        Track(recording, "--azimuth-sigma", "0").IsRefused("--azimuth-sigma", "above 0");
    }

    [Fact]
    public void Plain_output_has_no_control_sequences()
    {
        var tracked = Track(Recordings.Path("alcolea_modes.gps"));
        Assert.Equal(0, tracked.ExitCode);
        Assert.Matches(Row("plots", "1830"), tracked.Output);
        Assert.Matches(Row("north marks", "951"), tracked.Output);
        Assert.Contains("20/4", tracked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", tracked.Output + tracked.Error, StringComparison.Ordinal);
        Assert.Empty(Track(Recordings.Path("alcolea_modes.gps"), "--quiet").Error);
    }

    [Theory]
    [InlineData("valencia_evening.gps.gz", 500_001)]
    [InlineData("alcolea_modes.gps", 60_000)]
    [InlineData("croatia_034_048.pcap", 5_001)]
    public void A_recording_cut_in_the_middle_is_refused_with_its_place(string name, int length)
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch["cut"], Recordings.Bytes(name)[..length]);
        Command.Run("track", scratch["cut"], "--out", scratch["out"]).IsRefused("cut: byte ", "Expected:", "The file is cut");
        Assert.Equal(["cut"], scratch.Content());
    }

    [Fact]
    public void An_interrupted_run_says_so()
    {
        using var scratch = new Scratch();
        var tracked = Command.Run(new CancellationToken(canceled: true), "track", "--out", scratch["out"], Recordings.Path("alcolea_modes.gps"));
        Assert.Equal(3, tracked.ExitCode);
        Assert.Empty(tracked.Output);
        Assert.Contains("interrupted", tracked.Error, StringComparison.Ordinal);
        Assert.Empty(scratch.Content());
    }

    private static Command Track(params string[] args)
    {
        using var scratch = new Scratch();
        return Command.Run(["track", .. args, "--out", scratch["out"]]);
    }

    private static string Row(string name, string value) => $@"(?m)^\s*{name}\s+{value}\s*$";
}
