using System.IO.Compression;
using Bulwark.Core.Randomness;
using Bulwark.Formats;
using Bulwark.Formats.Asterix;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>
/// Cut and mutated recordings: whatever the octets, reading ends cleanly or in the one typed error. Seeds are fixed, so a failure
/// repeats.
/// </summary>
public sealed class HostileRecordingTests
{
    private const ulong Seed = 20;

    /// <summary>The first thirty packets of the capture: cutting it everywhere takes the square of its length.</summary>
    private const int ThirtyPacketsOctets = 4284;

    /// <summary>Reads to the end; true when it ended cleanly, false for the typed error. Anything else fails the test.</summary>
    private static bool ReadsCleanly(byte[] recording, AsterixReaderOptions? options = null)
    {
        try
        {
            using var reader = AsterixReader.Open(new MemoryStream(recording), "test", options);
            var source = new PlotSource(reader);
            while (source.Read())
            {
                // A plain test, because this runs a few million times.
                if (reader.Current.Length is < 2 or > ushort.MaxValue) Assert.Fail($"A record of {reader.Current.Length} octets.");
            }

            return true;
        }
        catch (RecordingException error)
        {
            Assert.InRange(error.OffsetBytes, 0, long.MaxValue);
            return false;
        }
    }

    private static byte[] Sample(string container)
    {
        var mark = AsterixBlocks.Bytes(AsterixBlocks.NorthMark002);
        var plot = AsterixBlocks.Bytes(AsterixBlocks.Plot048);
        byte[] raw = [.. mark, .. AsterixBlocks.Bytes(AsterixBlocks.Plot001), .. plot, .. AsterixBlocks.Bytes(AsterixBlocks.Sector034), .. mark];
        return container switch
        {
            "raw" => raw,
            "gps" => AsterixBlocks.Gps((mark, 33501.5), (plot, 33502), (AsterixBlocks.Plot(33503), 33503.5), (mark, 33505.5)),
            "pcap" => Recordings.Bytes("croatia_034_048.pcap")[..ThirtyPacketsOctets],
            "pcap-systems" => Recordings.Bytes("croatia_062_065.pcap"),
            _ => throw new ArgumentOutOfRangeException(nameof(container)),
        };
    }

    private static byte[] Compress(byte[] content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal)) gzip.Write(content);
        return result.ToArray();
    }

    /// <summary>Clean ends are exactly the places between blocks or packets.</summary>
    [Theory]
    [InlineData("raw", 5)]
    [InlineData("gps", 4)]
    [InlineData("pcap", 31)]
    [InlineData("pcap-systems", 2)]
    public void Cut_at_any_byte_it_ends_cleanly_or_in_the_typed_error(string container, int cleanEnds)
    {
        var recording = Sample(container);
        var clean = Enumerable.Range(0, recording.Length + 1).Count(length => ReadsCleanly(recording[..length]));
        Assert.Equal(cleanEnds, clean);
    }

    [Fact]
    public void A_compressed_recording_cut_at_any_byte_never_reads_cleanly()
    {
        var recording = Compress(Sample("pcap-systems"));
        for (var length = 0; length < recording.Length; length++) Assert.False(ReadsCleanly(recording[..length]), $"cut at {length}");
        Assert.True(ReadsCleanly(recording));
    }

    [Theory]
    [InlineData("raw", 3000)]
    [InlineData("gps", 2000)]
    [InlineData("pcap", 1000)]
    [InlineData("pcap-systems", 3000)]
    public void Mutated_recordings_end_cleanly_or_in_the_typed_error(string container, int runs)
    {
        var recording = Sample(container);
        var from = container == "gps" ? 2200 : 0;
        int clean = 0, refused = 0;
        for (var run = 0; run < runs; run++)
        {
            var random = new RandomStream(Seed, (uint)run, 0, RandomPurpose.General);
            var mutated = Mutation.Apply(recording, from, ref random);
            foreach (var lenient in (bool[])[false, true])
            {
                if (ReadsCleanly(mutated, new AsterixReaderOptions { SkipMalformed = lenient, DropDuplicatesWithinS = 1 })) clean++;
                else refused++;
            }
        }

        // Both ends must occur, or the mutations would test nothing.
        Assert.True(clean > runs / 20 && refused > runs / 20, $"{clean} clean, {refused} refused");
    }

    [Fact]
    public void Mutated_compressed_recordings_end_cleanly_or_in_the_typed_error()
    {
        var recording = Compress(Sample("raw"));
        for (var run = 0; run < 2000; run++)
        {
            var random = new RandomStream(Seed, (uint)run, 1, RandomPurpose.General);
            ReadsCleanly(Mutation.Apply(recording, 2, ref random));
        }
    }

    /// <summary>Records straight into the decoder: real ones bent, and plain noise, for every category.</summary>
    [Fact]
    public void The_decoder_stays_inside_any_octets()
    {
        string[] blocks = [AsterixBlocks.Plot001, AsterixBlocks.NorthMark002, AsterixBlocks.Sector034, AsterixBlocks.Plot048];
        int[] categories = [1, 2, 34, 48, 62, 65];
        var record = new AsterixRecord();
        var decoded = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var random = new RandomStream(Seed, (uint)run, 2, RandomPurpose.General);
            var octets = run % 2 == 0
                ? Mutation.Apply(AsterixBlocks.Bytes(blocks[run / 2 % blocks.Length])[3..], 0, ref random)
                : Mutation.Noise((int)(random.NextUInt32() % 80), ref random);
            foreach (var category in categories)
            {
                if (!AsterixDecoder.TryDecode(category, octets, record, out var problem))
                {
                    Assert.NotNull(problem);
                    continue;
                }

                decoded++;
                Assert.InRange(record.Length, 1, octets.Length);
                foreach (var item in record.Items()) Assert.InRange(record.ItemOctets(item).Length, 1, record.Length);
                Assert.True(record.Callsign is null or { Length: <= 8 });
                Assert.True(record.RangeNm is null or (>= 0 and <= 512) && record.AzimuthDeg is null or (>= 0 and < 360));
            }
        }

        Assert.InRange(decoded, 2_500, 120_000);
    }
}
