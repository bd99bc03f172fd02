using System.Buffers.Binary;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Reads data blocks that follow each other directly.</summary>
/// <param name="input">The recording.</param>
internal sealed class RawReader(RecordingInput input) : DatagramReader(input)
{
    /// <inheritdoc />
    public override ContainerKind Kind => ContainerKind.Raw;

    /// <inheritdoc />
    protected override bool TryReadNext(out Datagram datagram)
    {
        datagram = default;
        var header = Input.Peek(AsterixDecoder.BlockHeaderOctets);
        if (header.IsEmpty) return false;
        if (header.Length < AsterixDecoder.BlockHeaderOctets) throw Cut("a block header", AsterixDecoder.BlockHeaderOctets, header.Length);
        var length = BinaryPrimitives.ReadUInt16BigEndian(header.Span[1..]);
        if (length <= AsterixDecoder.BlockHeaderOctets) throw BlockLength(Input, header.Span[0], length);
        var block = Input.Peek(length);
        if (block.Length < length) throw Cut($"a block of category {header.Span[0]:000}", length, block.Length);
        datagram = new Datagram(block, Input.OffsetBytes, ReceiveTimeS: null, MayBeForeign: false);
        Consume(length);
        return true;
    }

    /// <summary>The error for a block too short to hold a record.</summary>
    internal static RecordingException BlockLength(RecordingInput input, int category, int length) => new(
        input.Name,
        input.OffsetBytes,
        $"a block of category {category:000} claims a length of {length} bytes",
        "a data block: category (1 byte), length (2 bytes, from 4), records",
        "The file is damaged from here on, or does not hold only ASTERIX blocks.");
}
