namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Takes a container apart; the base of one class per <see cref="ContainerKind"/>. Reads forward only.</summary>
/// <param name="input">The recording, positioned at its start.</param>
internal abstract class DatagramReader(RecordingInput input)
{
    private int _consumed;

    /// <summary>Which container this is.</summary>
    public abstract ContainerKind Kind { get; }

    /// <summary>The recording.</summary>
    protected RecordingInput Input { get; } = input;

    /// <summary>The next datagram, or false at a clean end.</summary>
    /// <exception cref="RecordingException">The container is cut or damaged.</exception>
    public bool TryRead(out Datagram datagram)
    {
        // The octets of the previous datagram lie in the input's buffer, so they are given back only now.
        Input.Skip(_consumed);
        _consumed = 0;
        return TryReadNext(out datagram);
    }

    /// <summary>The next datagram, or false at a clean end; states what it took by <see cref="Consume"/>.</summary>
    protected abstract bool TryReadNext(out Datagram datagram);

    /// <summary>Marks octets, from the current position, to be given back before the next read.</summary>
    protected void Consume(int octets) => _consumed = octets;

    /// <summary>The error for a container that ends inside something.</summary>
    protected RecordingException Cut(string what, int neededOctets, int presentOctets) => new(
        Input.Name,
        Input.OffsetBytes,
        $"the recording ends inside {what}",
        $"{neededOctets} bytes, of which {presentOctets} are there",
        "The file is cut: copy or record it again, or remove the incomplete end.");
}
