using System.Buffers.Binary;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>
/// Reads the classic capture format (IETF draft-ietf-opsawg-pcap, sections 4 and 5) of either byte order and time resolution, and
/// hands out the payloads of the UDP datagrams in it. Everything else on the wire is counted and passed over.
/// </summary>
internal sealed class PcapReader : DatagramReader
{
    /// <summary>Octets of the file header.</summary>
    public const int FileHeaderOctets = 24;

    private const int PacketHeaderOctets = 16;

    /// <summary>The largest snapshot length capture programs accept.</summary>
    private const int LongestPacketOctets = 262144;

    private readonly AsterixStatistics _statistics;
    private bool _bigEndian;
    private double _fractionUnitS;
    private int _linkType;
    private bool _started;

    /// <summary>Reads a capture.</summary>
    /// <param name="input">The recording.</param>
    /// <param name="statistics">Where packets passed over are counted.</param>
    public PcapReader(RecordingInput input, AsterixStatistics statistics)
        : base(input) => _statistics = statistics;

    /// <inheritdoc />
    public override ContainerKind Kind => ContainerKind.Pcap;

    /// <summary>Whether the octets start with the mark of a classic capture.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start) => start.Length >= 4
        && BinaryPrimitives.ReadUInt32BigEndian(start) is 0xA1B2C3D4 or 0xD4C3B2A1 or 0xA1B23C4D or 0x4D3CB2A1;

    /// <inheritdoc />
    protected override bool TryReadNext(out Datagram datagram)
    {
        if (!_started) Start();
        while (true)
        {
            datagram = default;
            var header = Input.Peek(PacketHeaderOctets);
            if (header.IsEmpty) return false;
            if (header.Length < PacketHeaderOctets) throw Cut("a packet header", PacketHeaderOctets, header.Length);
            var seconds = Word(header.Span);
            var fraction = Word(header.Span[4..]);
            var captured = Word(header.Span[8..]);
            if (captured > LongestPacketOctets)
            {
                throw new RecordingException(
                    Input.Name,
                    Input.OffsetBytes + 8,
                    $"a packet claims {captured} captured bytes",
                    $"at most {LongestPacketOctets}",
                    "The capture is damaged from here on: export it again.");
            }

            var length = PacketHeaderOctets + (int)captured;
            var whole = Input.Peek(length);
            if (whole.Length < length) throw Cut("a packet", length, whole.Length);
            var payload = UdpPayload.Find(_linkType, whole[PacketHeaderOctets..], _statistics);
            if (payload.IsEmpty)
            {
                Input.Skip(length);
                continue;
            }

            var inPacket = length - PacketHeaderOctets - payload.FromEnd;
            var timeS = (seconds % 86400) + (fraction * _fractionUnitS);
            datagram = new Datagram(payload.Octets, Input.OffsetBytes + PacketHeaderOctets + inPacket, timeS, MayBeForeign: true);
            Consume(length);
            return true;
        }
    }

    private void Start()
    {
        var header = Input.Peek(FileHeaderOctets);
        if (header.Length < FileHeaderOctets) throw Cut("the capture's file header", FileHeaderOctets, header.Length);
        var mark = BinaryPrimitives.ReadUInt32BigEndian(header.Span);
        _bigEndian = mark is 0xA1B2C3D4 or 0xA1B23C4D;
        _fractionUnitS = mark is 0xA1B23C4D or 0x4D3CB2A1 ? 1e-9 : 1e-6;

        // The upper half of the word may carry the length of a frame check sequence.
        _linkType = (int)(Word(header.Span[20..]) & 0xFFFF);
        if (!UdpPayload.Knows(_linkType))
        {
            throw new RecordingException(
                Input.Name,
                20,
                $"the capture's link type is {_linkType}",
                "Ethernet (1), raw IP (12, 14, 101, 228, 229), loopback (0, 108) or Linux cooked (113, 276)",
                "Capture on another interface, or convert the capture.");
        }

        Input.Skip(FileHeaderOctets);
        _started = true;
    }

    private uint Word(ReadOnlySpan<byte> octets) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt32LittleEndian(octets);
}
