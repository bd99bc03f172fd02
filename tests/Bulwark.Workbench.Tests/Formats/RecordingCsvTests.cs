using Bulwark.Formats;
using Bulwark.Formats.Asterix;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Every record of the recordings against what two independent decoders agreed on, as text, to the last digit.</summary>
public sealed class RecordingCsvTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bulwark-csv-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("valencia_evening.gps.gz", "valencia_evening", 31367)]
    [InlineData("valencia_evening.pcap.gz", "valencia_evening", 31367)]
    [InlineData("alcolea_modes.gps", "alcolea_modes", 2781)]
    [InlineData("croatia_034_048.pcap", "croatia_034_048", 162)]
    [InlineData("croatia_062_065.pcap", "croatia_062_065", 3)]
    public void Conversion_equals_the_expected_file(string recording, string name, int records)
    {
        var csv = Path.Combine(_folder.FullName, "out.csv");
        var statistics = RecordingCsv.Convert(Recordings.Path(recording), csv);
        Assert.Equal(records, statistics.Records);
        var expected = Recordings.Text(Recordings.Path(name + ".expected.csv.gz")).Split("\r\n");
        var found = File.ReadAllText(csv).Split("\r\n");
        Assert.Equal(expected[0], found[0]);
        for (var row = 0; row < Math.Min(expected.Length, found.Length); row++) Assert.Equal(expected[row], found[row]);
        Assert.Equal(expected.Length, found.Length);
        Assert.Equal(["out.csv"], _folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public void A_name_ending_in_gz_is_compressed()
    {
        var csv = Path.Combine(_folder.FullName, "out.csv.gz");
        RecordingCsv.Convert(Recordings.Path("croatia_034_048.pcap"), csv);
        Assert.Equal(Recordings.Text(Recordings.Path("croatia_034_048.expected.csv.gz")), Recordings.Text(csv));
    }

    [Fact]
    public void A_stopped_conversion_leaves_no_file()
    {
        var csv = Path.Combine(_folder.FullName, "out.csv");
        Assert.Throws<OperationCanceledException>(() => RecordingCsv.Convert(Recordings.Path("croatia_034_048.pcap"), csv, cancellation: new CancellationToken(canceled: true)));
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("valencia_evening.gps.gz", 160_003)]
    [InlineData("valencia_evening.pcap.gz", 160_003)]
    [InlineData("valencia_evening.gps.gz", 250_000)]
    public void A_cut_compressed_recording_is_told_as_such(string name, int length)
    {
        var cut = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(cut, File.ReadAllBytes(Recordings.Path(name))[..length]);
        var error = Assert.Throws<RecordingException>(() => RecordingCsv.Convert(cut, Path.Combine(_folder.FullName, "out.csv")));
        Assert.Contains("the compressed data end too early", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_recording_leaves_no_file()
    {
        var cut = Path.Combine(_folder.FullName, "cut.gps");
        var bytes = Recordings.Bytes("alcolea_modes.gps");
        File.WriteAllBytes(cut, bytes[..(bytes.Length / 2)]);
        var csv = Path.Combine(_folder.FullName, "out.csv");
        Assert.Throws<RecordingException>(() => RecordingCsv.Convert(cut, csv));
        Assert.Equal(["cut.gps"], _folder.GetFiles().Select(file => file.Name));
    }
}
