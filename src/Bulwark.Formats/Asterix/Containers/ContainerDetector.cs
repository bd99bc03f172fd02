using System.Buffers.Binary;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Recognises a recording by its content; names and extensions are not looked at.</summary>
internal static class ContainerDetector
{
    /// <summary>Blocks that must fit together before a recording without a mark of its own is believed (or all there are).</summary>
    private const int BlocksJudged = 16;

    /// <summary>What detection looks at: a header, the longest block and its trailer fit in.</summary>
    private const int OctetsJudged = 72 * 1024;

    /// <summary>Opens what the stream holds, decompressing when it is compressed.</summary>
    /// <param name="stream">The recording, closed with the returned reader's input, or here when this fails.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="limitBytes">Most bytes accepted after decompression.</param>
    public static RecordingInput Open(Stream stream, string name, long limitBytes)
    {
        var input = new RecordingInput(stream, name);
        return IsCompressed(input.Peek(2).Span) ? new RecordingInput(new CompleteGzipStream(input), name, input, limitBytes) : input;
    }

    /// <summary>The reader for a recording.</summary>
    /// <exception cref="RecordingException">It is none of the known containers.</exception>
    public static DatagramReader Detect(RecordingInput input, AsterixStatistics statistics)
    {
        var start = input.Peek(OctetsJudged).Span;
        if (PcapReader.Recognises(start)) return new PcapReader(input, statistics);
        if (Chains(start, 0, 0)) return new RawReader(input);
        if (start.Length > GpsReader.HeaderOctets && Chains(start, GpsReader.HeaderOctets, GpsReader.TrailerOctets)) return new GpsReader(input);
        throw Unknown(input, start);
    }

    private static bool IsCompressed(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, ..];

    /// <summary>
    /// Whether blocks follow each other from a position on, at the distance of a trailer. At least one of them must be of a category
    /// that is decoded, and those that are must decode to their last octet: text and filler pass the length test by chance, never this.
    /// </summary>
    private static bool Chains(ReadOnlySpan<byte> octets, int position, int trailer)
    {
        var record = new AsterixRecord();
        var decoded = 0;
        for (var blocks = 0; blocks < BlocksJudged; blocks++)
        {
            if (octets.Length - position < AsterixDecoder.BlockHeaderOctets) break;
            var category = octets[position];
            var length = BinaryPrimitives.ReadUInt16BigEndian(octets[(position + 1)..]);
            if (category == 0 || length <= AsterixDecoder.BlockHeaderOctets) return false;
            if (octets.Length - position < length) break;
            if (AsterixDecoder.Knows(category))
            {
                if (!Decodes(category, octets.Slice(position + AsterixDecoder.BlockHeaderOctets, length - AsterixDecoder.BlockHeaderOctets), record)) return false;
                decoded++;
            }

            position += length;
            if (trailer == 0) continue;
            if (octets.Length - position < trailer) break;
            if (GpsReader.TimeUnits(octets[position..]) >= GpsReader.DayUnits) return false;
            position += trailer;
        }

        return decoded > 0;
    }

    private static bool Decodes(int category, ReadOnlySpan<byte> octets, AsterixRecord record)
    {
        while (!octets.IsEmpty)
        {
            if (!AsterixDecoder.TryDecode(category, octets, record, out _)) return false;
            octets = octets[record.Length..];
        }

        return true;
    }

    private static RecordingException Unknown(RecordingInput input, ReadOnlySpan<byte> start)
    {
        const string Expected = "data blocks of categories 001, 002, 034, 048, 062 or 065 from the first byte (raw), "
            + "or from byte 2200 each with a 10-byte trailer (.gps), or a classic packet capture (pcap); any of them may be gzip-compressed";
        var (problem, advice) = start switch
        {
            [] => ("the recording is empty", "Record or copy it again."),
            [0x0A, 0x0D, 0x0D, 0x0A, ..] => ("this is a pcapng capture", "Convert it: editcap -F pcap IN OUT."),
            [0x1F, 0x8B, ..] => ("the compressed data are compressed once more", "Decompress the file once."),
            _ => ("the content is no ASTERIX recording", "Check that this is the file meant and that it is complete."),
        };
        return new RecordingException(input.Name, 0, problem, Expected, advice);
    }
}
