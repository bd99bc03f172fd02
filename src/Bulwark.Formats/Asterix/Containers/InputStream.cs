namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Presents a <see cref="RecordingInput"/> as a stream with some octets of our own behind its end.</summary>
/// <param name="input">The data; not closed with this stream.</param>
/// <param name="appendix">The octets that follow them.</param>
internal sealed class InputStream(RecordingInput input, ReadOnlyMemory<byte> appendix) : ForwardStream
{
    private const int MostOctets = 1 << 16;

    private ReadOnlyMemory<byte> _appendix = appendix;

    /// <summary>Whether the data are used up and octets of the appendix have been handed out.</summary>
    public bool IsInAppendix { get; private set; }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var octets = input.Peek(Math.Min(buffer.Length, MostOctets)).Span;
        if (!octets.IsEmpty)
        {
            octets.CopyTo(buffer);
            input.Skip(octets.Length);
            return octets.Length;
        }

        var length = Math.Min(buffer.Length, _appendix.Length);
        _appendix.Span[..length].CopyTo(buffer);
        _appendix = _appendix[length..];
        IsInAppendix = true;
        return length;
    }
}
