using System.Buffers.Binary;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Reads the <c>.gps</c> container: header, then data blocks each followed by a trailer with the receive time of day.</summary>
/// <param name="input">The recording.</param>
internal sealed class GpsReader(RecordingInput input) : DatagramReader(input)
{
    /// <summary>Octets before the first block; their content has no meaning.</summary>
    public const int HeaderOctets = 2200;

    /// <summary>Octets after each block.</summary>
    public const int TrailerOctets = 10;

    /// <summary>Where in the trailer the receive time stands: three octets, 1/128 s of the day, UTC.</summary>
    public const int TimeOffset = 6;

    /// <summary>Units of 1/128 s in a day.</summary>
    public const int DayUnits = 86400 * 128;

    private bool _started;

    /// <inheritdoc />
    public override ContainerKind Kind => ContainerKind.Gps;

    /// <summary>The receive time in a trailer, in 1/128 s of the day.</summary>
    public static int TimeUnits(ReadOnlySpan<byte> trailer) =>
        (trailer[TimeOffset] << 16) | (trailer[TimeOffset + 1] << 8) | trailer[TimeOffset + 2];

    /// <inheritdoc />
    protected override bool TryReadNext(out Datagram datagram)
    {
        datagram = default;
        if (!_started)
        {
            var start = Input.Peek(HeaderOctets).Length;
            if (start < HeaderOctets) throw Cut("the file header", HeaderOctets, start);
            Input.Skip(HeaderOctets);
            _started = true;
        }

        var header = Input.Peek(AsterixDecoder.BlockHeaderOctets);
        if (header.IsEmpty) return false;
        if (header.Length < AsterixDecoder.BlockHeaderOctets) throw Cut("a block header", AsterixDecoder.BlockHeaderOctets, header.Length);
        var length = BinaryPrimitives.ReadUInt16BigEndian(header.Span[1..]);
        if (length <= AsterixDecoder.BlockHeaderOctets) throw RawReader.BlockLength(Input, header.Span[0], length);
        var category = header.Span[0];
        var whole = Input.Peek(length + TrailerOctets);
        if (whole.Length < length + TrailerOctets) throw Cut($"a block of category {category:000} or its trailer", length + TrailerOctets, whole.Length);
        var units = TimeUnits(whole.Span[length..]);
        if (units >= DayUnits)
        {
            throw new RecordingException(
                Input.Name,
                Input.OffsetBytes + length + TimeOffset,
                $"the trailer states a receive time of {units / 128.0} s",
                "seconds of the day, below 86400",
                "The file is damaged here, or is not a .gps recording.");
        }

        datagram = new Datagram(whole[..length], Input.OffsetBytes, units / 128.0, MayBeForeign: false);
        Consume(length + TrailerOctets);
        return true;
    }
}
