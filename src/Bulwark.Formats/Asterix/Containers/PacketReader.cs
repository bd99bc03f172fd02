namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Hands out datagrams as they are received: a recording that is being made. It has no end, only nothing more for now.</summary>
/// <param name="input">An empty recording, which gives the stream its name.</param>
internal sealed class PacketReader(RecordingInput input) : DatagramReader(input)
{
    private ReadOnlyMemory<byte> _octets;
    private double _receiveTimeS;
    private long _receivedBytes;

    /// <inheritdoc />
    public override ContainerKind Kind => ContainerKind.Raw;

    /// <summary>Takes in a datagram; the one before it must have been read.</summary>
    public void Push(ReadOnlyMemory<byte> octets, double receiveTimeS) => (_octets, _receiveTimeS) = (octets, receiveTimeS);

    /// <inheritdoc />
    protected override bool TryReadNext(out Datagram datagram)
    {
        datagram = new Datagram(_octets, _receivedBytes, _receiveTimeS, MayBeForeign: true);
        if (_octets.IsEmpty) return false;
        _receivedBytes += _octets.Length;
        _octets = default;
        return true;
    }
}
