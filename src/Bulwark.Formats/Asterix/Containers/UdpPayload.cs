using System.Buffers.Binary;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>
/// Finds the UDP payload in a captured packet: link layers as listed by the Tcpdump group, IEEE 802.1Q tags, RFC 791 (IPv4),
/// RFC 8200 (IPv6 with extension headers) and RFC 768 (UDP). Fragments are not put together.
/// </summary>
internal static class UdpPayload
{
    private const int Udp = 17;

    /// <summary>What was found: nothing, or the payload and the number of octets from its start to the end of the packet.</summary>
    internal readonly record struct Found(ReadOnlyMemory<byte> Octets, int FromEnd)
    {
        /// <summary>Whether there is no payload.</summary>
        public bool IsEmpty => Octets.IsEmpty;
    }

    /// <summary>Whether packets of this link type can be read.</summary>
    public static bool Knows(int linkType) => linkType is 0 or 1 or 12 or 14 or 101 or 108 or 113 or 228 or 229 or 276;

    /// <summary>The UDP payload of a packet, or nothing; what was passed over is counted.</summary>
    public static Found Find(int linkType, ReadOnlyMemory<byte> packet, AsterixStatistics statistics)
    {
        var network = SkipLink(linkType, packet.Span);
        if (network < 0 || network >= packet.Length)
        {
            statistics.OtherPackets++;
            return default;
        }

        var transport = packet[network..];
        return (transport.Span[0] >> 4) switch
        {
            4 => FromIpv4(transport, statistics),
            6 => FromIpv6(transport, statistics),
            _ => Other(statistics),
        };
    }

    private static Found Other(AsterixStatistics statistics)
    {
        statistics.OtherPackets++;
        return default;
    }

    private static int SkipLink(int linkType, ReadOnlySpan<byte> packet) => linkType switch
    {
        1 => SkipTags(packet, 12),
        0 or 108 => 4,
        113 => SkipTags(packet, 14),
        276 => packet.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(packet) is 0x0800 or 0x86DD ? 20 : -1,
        _ => 0,
    };

    private static int SkipTags(ReadOnlySpan<byte> packet, int typeOffset)
    {
        while (typeOffset + 2 <= packet.Length)
        {
            switch (BinaryPrimitives.ReadUInt16BigEndian(packet[typeOffset..]))
            {
                case 0x0800 or 0x86DD: return typeOffset + 2;
                case 0x8100 or 0x88A8 or 0x9100: typeOffset += 4; break;
                default: return -1;
            }
        }

        return -1;
    }

    private static Found FromIpv4(ReadOnlyMemory<byte> packet, AsterixStatistics statistics)
    {
        var octets = packet.Span;
        var header = (octets[0] & 0xF) * 4;
        if (header < 20 || octets.Length < header || octets[9] != Udp) return Other(statistics);
        if ((BinaryPrimitives.ReadUInt16BigEndian(octets[6..]) & 0x3FFF) != 0)
        {
            statistics.FragmentedPackets++;
            return default;
        }

        return FromUdp(packet[header..], statistics);
    }

    private static Found FromIpv6(ReadOnlyMemory<byte> packet, AsterixStatistics statistics)
    {
        var octets = packet.Span;
        if (octets.Length < 40) return Other(statistics);
        var next = octets[6];
        var header = 40;
        while (next is 0 or 43 or 60)
        {
            if (octets.Length < header + 8) return Other(statistics);
            next = octets[header];
            header += (octets[header + 1] + 1) * 8;
        }

        if (next == 44)
        {
            statistics.FragmentedPackets++;
            return default;
        }

        return next == Udp && header <= octets.Length ? FromUdp(packet[header..], statistics) : Other(statistics);
    }

    private static Found FromUdp(ReadOnlyMemory<byte> packet, AsterixStatistics statistics)
    {
        if (packet.Length < 8) return Other(statistics);
        var length = BinaryPrimitives.ReadUInt16BigEndian(packet.Span[4..]);
        if (length <= 8) return Other(statistics);
        if (length > packet.Length)
        {
            statistics.CutPackets++;
            return default;
        }

        return new Found(packet[8..length], packet.Length - 8);
    }
}
