namespace Bulwark.Formats.Asterix.Containers;

/// <summary>Presents a <see cref="RecordingInput"/> as a stream, so that a decompressor can read what detection looked at.</summary>
/// <param name="input">The data; not closed with this stream.</param>
internal sealed class InputStream(RecordingInput input) : Stream
{
    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => input.OffsetBytes;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var octets = input.Peek(Math.Min(buffer.Length, 1 << 16)).Span;
        octets.CopyTo(buffer);
        input.Skip(octets.Length);
        return octets.Length;
    }

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written, so there is nothing to flush.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
