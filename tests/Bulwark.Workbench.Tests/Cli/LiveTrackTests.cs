using System.Net;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark track</c> on live streams, over the loopback interface.</summary>
public sealed class LiveTrackTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Streams_of_a_port_and_of_a_group_are_tracked_together_and_rubbish_is_counted()
    {
        var (port, groupPort) = (LiveSender.FreePort(), LiveSender.FreePort());
        var group = IPAddress.Parse("239.255.77.1");
        using var stop = new CancellationTokenSource();
        using var plain = new LiveSender(IPAddress.Loopback, port);
        using var joined = new LiveSender(group, groupPort);
        var sending = Task.Run(() => joined.Fly(stop.Token));
        var rubbish = Task.Run(() =>
        {
            for (var k = 0; !stop.Token.WaitHandle.WaitOne(10); k++)
            {
                plain.Send([.. Enumerable.Range(k, 50).Select(static value => (byte)(value * 37))]);
                plain.Send(AsterixBlocks.Bytes(AsterixBlocks.Plot001)[..11]);
                plain.Send(AsterixBlocks.Block(21, 1, 2, 3));
                plain.Send();
            }
        });
        var tracked = Command.Run("track", $"udp://127.0.0.1:{port}", $"udp://{group}:{groupPort}@127.0.0.1", "--for", "5", "--json", "--out", _scratch["out"]);
        await stop.CancelAsync();
        await Task.WhenAll(sending, rubbish);
        Assert.Equal(0, tracked.ExitCode);
        var json = tracked.Json();
        Assert.InRange((long)json["plots"]!, 8, 13);
        Assert.InRange((double)json["radars"]![0]!["rotationPeriodS"]!, 0.38, 0.55);
        Assert.Equal(1, (int)json["tracks"]!);
        Assert.True((long)json["live"]!["foreignDatagrams"]! > 100);
        Assert.True((long)json["live"]!["otherBlocks"]! > 50);
        Assert.InRange((double)json["live"]!["meanLatencyS"]!, 0.4, 2);
        Assert.Contains("not made of whole ASTERIX data blocks", tracked.Error, StringComparison.Ordinal);
        Assert.Contains("out/tracks.csv", _scratch.Content());
    }

    [Fact]
    public async Task The_user_s_stop_ends_listening_with_the_results_written()
    {
        var port = LiveSender.FreePort();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        using var sender = new LiveSender(IPAddress.Loopback, port);
        var sending = Task.Run(() => sender.Fly(stop.Token));
        var tracked = Command.Run(stop.Token, "track", $"udp://127.0.0.1:{port}", "--json", "-q", "--out", _scratch["out"]);
        await sending;
        Assert.Equal(0, tracked.ExitCode);
        Assert.Empty(tracked.Error);
        Assert.InRange((long)tracked.Json()["plots"]!, 3, 8);
        Assert.Equal(tracked.Output.Trim(), File.ReadAllText(_scratch["out/summary.json"]).Trim());
    }

    [Fact]
    public void A_recording_at_its_own_pace_is_stopped_with_what_came_until_then()
    {
        var recording = Recordings.Path("alcolea_modes.gps");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var tracked = Command.Run(stop.Token, "track", recording, "--pace", "100", "--json", "--out", _scratch["out"]);
        Assert.Equal(0, tracked.ExitCode);
        Assert.Contains("stopped before the end", tracked.Error, StringComparison.Ordinal);
        Assert.InRange((long)tracked.Json()["plots"]!, 10, 1000);
        Assert.Contains("out/tracks.svg", _scratch.Content());
    }

    [Fact]
    public void A_pace_changes_nothing_but_the_time_it_takes()
    {
        var recording = Recordings.Path("croatia_034_048.pcap");
        Assert.Equal(0, Command.Run("track", recording, "-q", "--out", _scratch["fast"]).ExitCode);
        Assert.Equal(0, Command.Run("track", recording, "-q", "--pace", "1", "--out", _scratch["slow"]).ExitCode);
        Assert.Equal(File.ReadAllText(_scratch["fast/tracks.csv"]), File.ReadAllText(_scratch["slow/tracks.csv"]));
    }

    [Theory]
    [InlineData("udp://nowhere", "expected udp://ADDRESS:PORT")]
    [InlineData("udp://127.0.0.1", "expected udp://ADDRESS:PORT")]
    [InlineData("udp://127.0.0.1:70000", "expected udp://ADDRESS:PORT")]
    [InlineData("udp://127.0.0.1:8600@127.0.0.1", "goes with a multicast group")]
    [InlineData("udp://203.0.113.77:8600", "cannot be listened to")]
    public void What_is_no_stream_is_refused(string stream, string why)
    {
        Command.Run("track", stream, "--for", "1", "-q", "--out", _scratch["out"]).IsRefused(stream, why);
        Assert.Empty(_scratch.Content());
    }

    [Fact]
    public void Options_that_do_not_go_together_are_refused()
    {
        File.WriteAllText(_scratch["file"], "x");
        const string Stream = "udp://127.0.0.1:8600";
        Command.Run("track", Stream, _scratch["file"]).IsRefused("cannot be tracked together");
        Command.Run("track", Stream, Stream).IsRefused("given twice");
        Command.Run("track", Stream, "--smooth").IsRefused("--smooth", "whole recording");
        Command.Run("track", Stream, "--pace", "2").IsRefused("--pace");
        Command.Run("track", _scratch["file"], "--for", "2").IsRefused("--for");
        Command.Run("track", Stream, "--for", "0").IsRefused("--for", "above 0");
    }
}
