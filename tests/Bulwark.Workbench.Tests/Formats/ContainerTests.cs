using System.Buffers.Binary;
using System.IO.Compression;
using Bulwark.Formats;
using Bulwark.Formats.Asterix;
using Bulwark.Formats.Asterix.Containers;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Recordings in every wrapping, recognised by content; cut, foreign, hostile and empty ones.</summary>
public sealed class ContainerTests
{
    private static readonly byte[] Mark = AsterixBlocks.Bytes(AsterixBlocks.NorthMark002);

    private static readonly byte[] Plots = AsterixBlocks.Bytes(AsterixBlocks.Plot001, AsterixBlocks.Plot048, AsterixBlocks.Sector034);

    private static AsterixReader Open(byte[] recording, AsterixReaderOptions? options = null) =>
        AsterixReader.Open(new MemoryStream(recording), "test", options);

    private static List<int> Categories(byte[] recording)
    {
        using var reader = Open(recording);
        var found = new List<int>();
        while (reader.Read()) found.Add(reader.Current.Category);
        return found;
    }

    private static byte[] Compress(byte[] content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest)) gzip.Write(content);
        return result.ToArray();
    }

    [Fact]
    public void Raw_blocks_with_a_foreign_category_between()
    {
        using var reader = Open([.. Plots, .. AsterixBlocks.Block(247, 1, 2, 3), .. Mark]);
        var found = new List<int>();
        while (reader.Read()) found.Add(reader.Current.Category);
        Assert.Equal(ContainerKind.Raw, reader.Container);
        Assert.Equal([1, 48, 34, 2], found);
        Assert.Equal(
            [new(1, 1, 1, 0), new(2, 1, 1, 0), new(34, 1, 1, 0), new(48, 1, 1, 0), new CategoryCount(247, 0, 0, 1)],
            reader.Statistics.Categories());
    }

    [Fact]
    public void Gps_blocks_carry_their_receive_time()
    {
        using var reader = Open(Compress(AsterixBlocks.Gps((Mark, 33501.5), (AsterixBlocks.Plot(33502), 33502.25))));
        Assert.Equal((ContainerKind.Gps, true), (reader.Container, reader.IsCompressed));
        Assert.True(reader.Read());
        Assert.Equal(33501.5, reader.Current.ReceiveTimeS);
        Assert.True(reader.Read());
        Assert.Equal(33502.25, reader.Current.ReceiveTimeS);
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Captures_of_both_byte_orders_and_resolutions(bool bigEndian, bool nanoseconds)
    {
        var capture = new CaptureBuilder(1, bigEndian, nanoseconds);
        capture.Add(86400 + 33501, 0.25, CaptureBuilder.Ethernet(CaptureBuilder.Ipv4(CaptureBuilder.Udp([.. Plots, .. Mark]))));
        using var reader = Open(capture.ToArray());
        Assert.Equal(ContainerKind.Pcap, reader.Container);
        for (var record = 0; record < 4; record++)
        {
            Assert.True(reader.Read());
            Assert.Equal(33501.25, reader.Current.ReceiveTimeS!.Value, 1e-9);
        }

        Assert.False(reader.Read());
    }

    public static TheoryData<int, string> LinkTypes() => new()
    {
        { 1, "000000000000000000000000" + "0800" },
        { 1, "000000000000000000000000" + "8100" + "0064" + "0800" },
        { 1, "000000000000000000000000" + "88A8" + "0001" + "8100" + "0064" + "0800" },
        { 0, "02000000" },
        { 101, "" },
        { 228, "" },
        { 113, "00000001000600000000000000" + "00" + "0800" },
        { 276, "0800" + "000000000000000100010000000000000000" },
    };

    [Theory]
    [MemberData(nameof(LinkTypes))]
    public void Captures_of_every_link_type(int linkType, string header)
    {
        var capture = new CaptureBuilder(linkType);
        capture.Add(1, 0, [.. Convert.FromHexString(header), .. CaptureBuilder.Ipv4(CaptureBuilder.Udp(Mark)), 0, 0, 0]);
        Assert.Equal([2], Categories(capture.ToArray()));
    }

    [Fact]
    public void Ipv6_with_an_extension_header()
    {
        var capture = new CaptureBuilder(1);
        var plain = CaptureBuilder.Ipv6(17, CaptureBuilder.Udp(Mark));
        var extended = CaptureBuilder.Ipv6(0, [17, 0, 0, 0, 0, 0, 0, 0, .. CaptureBuilder.Udp(Plots)]);
        capture.Add(1, 0, CaptureBuilder.Ethernet(plain, 0x86DD));
        capture.Add(2, 0, CaptureBuilder.Ethernet(extended, 0x86DD));
        Assert.Equal([2, 1, 48, 34], Categories(capture.ToArray()));
    }

    [Fact]
    public void Other_traffic_is_counted_and_passed_over()
    {
        var capture = new CaptureBuilder(1);
        var datagram = CaptureBuilder.Udp(Mark);
        var fragment = CaptureBuilder.Ipv4(datagram);
        fragment[6] = 0x20;
        capture.Add(1, 0, CaptureBuilder.Ethernet(new byte[28], 0x0806));
        capture.Add(2, 0, CaptureBuilder.Ethernet(CaptureBuilder.Ipv4(CaptureBuilder.Udp("a name query, or the like"u8.ToArray()))));
        capture.Add(3, 0, CaptureBuilder.Ethernet(fragment));
        capture.Add(4, 0, CaptureBuilder.Ethernet(CaptureBuilder.Ipv4(datagram[..^4])));
        capture.Add(5, 0, CaptureBuilder.Ethernet(CaptureBuilder.Ipv4(datagram)));
        capture.Add(6, 0, []);
        using var reader = Open(capture.ToArray());
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        var counts = reader.Statistics;
        Assert.Equal((2, 1, 1, 1), (counts.OtherPackets, counts.ForeignDatagrams, counts.FragmentedPackets, counts.CutPackets));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("0A0D0D0A", "pcapng")]
    [InlineData("22226E6F7420612072656261722E2C0A", "no ASTERIX recording")]
    [InlineData("1F8B", "compressed data")]
    [InlineData("D4C3B2A1", "file header")]
    [InlineData("D4C3B2A1020004000000000000000000FFFF000093000000", "link type is 147")]
    public void What_is_no_recording_is_refused_with_what_was_expected(string hex, string problem)
    {
        var error = Assert.Throws<RecordingException>(() => Categories(AsterixBlocks.Bytes(hex)));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("test: byte ", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Expected);
        Assert.NotEmpty(error.Advice);
    }

    [Fact]
    public void Text_of_any_length_is_no_recording()
    {
        var text = string.Concat(Enumerable.Repeat("0,Madrid,\"40,4168\",some text in a table\n", 40000));
        var error = Assert.Throws<RecordingException>(() => Categories(System.Text.Encoding.ASCII.GetBytes(text)));
        Assert.Contains("no ASTERIX recording", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_block_is_named_or_skipped_on_request()
    {
        // The second block's field specification announces more than the block holds.
        byte[] recording = [.. Enumerable.Range(0, 20).SelectMany(_ => Mark), .. AsterixBlocks.Block(2, 0xFE, 1, 2), .. Mark];
        using (var strict = Open(recording))
        {
            var error = Assert.Throws<RecordingException>(() =>
            {
                while (strict.Read()) Assert.Equal(2, strict.Current.Category);
            });
            Assert.Equal((20 * Mark.Length) + 3, error.OffsetBytes);
            Assert.Contains("in a block of category 002 item I002/000 runs past", error.Message, StringComparison.Ordinal);
        }

        using var lenient = Open(recording, new AsterixReaderOptions { SkipMalformed = true });
        var records = 0;
        while (lenient.Read()) records++;
        Assert.Equal((21, 1), (records, lenient.Statistics.MalformedBlocks));
        Assert.NotNull(lenient.Statistics.FirstProblem);
    }

    /// <summary>Blocks that decode, repeated without end, pass every test of form; only the expansion gives them away.</summary>
    [Fact]
    public void A_compression_bomb_ends_in_an_error_and_little_memory()
    {
        var filler = Enumerable.Repeat(Mark, 100_000).SelectMany(block => block).ToArray();
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var part = 0; part < 30; part++) gzip.Write(filler);
        }

        Assert.InRange(bomb.Length, 0, 1 << 18);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<RecordingException>(() =>
        {
            using var reader = Open(bomb.ToArray());
            while (reader.Read()) continue;
        });
        Assert.Contains("expand", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.OffsetBytes, 0, 17L << 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L << 20);

        var limited = Assert.Throws<RecordingException>(() =>
        {
            using var reader = Open(bomb.ToArray(), new AsterixReaderOptions { MaximumExpandedBytes = 1 << 20 });
            while (reader.Read()) continue;
        });
        Assert.InRange(limited.OffsetBytes, 1 << 20, 2 << 20);
    }

    [Fact]
    public void A_recording_compressed_twice_is_named()
    {
        var error = Assert.Throws<RecordingException>(() => Categories(Compress(Compress(Mark))));
        Assert.Contains("once more", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A header of filler, then blocks: the block lengths in the packet headers of this builder are the standard's.</summary>
    private sealed class CaptureBuilder
    {
        private readonly List<byte> _octets = [];
        private readonly bool _bigEndian;
        private readonly bool _nanoseconds;

        public CaptureBuilder(int linkType, bool bigEndian = false, bool nanoseconds = false)
        {
            (_bigEndian, _nanoseconds) = (bigEndian, nanoseconds);
            Word(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4);
            Word(bigEndian ? 0x00020004u : 0x00040002u);
            Word(0);
            Word(0);
            Word(262144);
            Word((uint)linkType);
        }

        public static byte[] Ethernet(byte[] packet, int type = 0x0800) => [.. new byte[12], (byte)(type >> 8), (byte)type, .. packet];

        public static byte[] Ipv4(byte[] datagram) =>
            [0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, .. datagram];

        public static byte[] Ipv6(int next, byte[] content) => [0x60, 0, 0, 0, 0, 0, (byte)next, 64, .. new byte[32], .. content];

        public static byte[] Udp(byte[] payload)
        {
            byte[] datagram = [0x21, 0x98, 0x21, 0x98, 0, 0, 0, 0, .. payload];
            BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
            return datagram;
        }

        public void Add(uint seconds, double fractionS, byte[] packet)
        {
            Word(seconds);
            Word((uint)Math.Round(fractionS * (_nanoseconds ? 1e9 : 1e6)));
            Word((uint)packet.Length);
            Word((uint)packet.Length);
            _octets.AddRange(packet);
        }

        public byte[] ToArray() => [.. _octets];

        private void Word(uint value)
        {
            Span<byte> word = stackalloc byte[4];
            if (_bigEndian) BinaryPrimitives.WriteUInt32BigEndian(word, value);
            else BinaryPrimitives.WriteUInt32LittleEndian(word, value);
            _octets.AddRange(word);
        }
    }
}
