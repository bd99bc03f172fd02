using System.IO.Compression;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>
/// Decompresses gzip (RFC 1952, one or more members) and insists that it is complete. The library's stream takes a cut file for a
/// finished one, so a member of our own with a known content is put behind the data: only when everything before it was whole does
/// its content come out at the end, where it is taken off again.
/// </summary>
internal sealed class CompleteGzipStream : ForwardStream
{
    private const int BufferOctets = 1 << 16;

    private static readonly byte[] EndMember = MakeEndMember();

    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[BufferOctets];
    private int _start;
    private int _end;

    /// <summary>Decompresses a recording.</summary>
    /// <param name="compressed">The compressed data; not closed with this stream.</param>
    public CompleteGzipStream(RecordingInput compressed) =>
        _gzip = new GZipStream(new InputStream(compressed, EndMember), CompressionMode.Decompress);

    private static ReadOnlySpan<byte> EndMark => "bulwark-complete"u8;

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The compressed data are damaged or cut.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= EndMark.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = _gzip.Read(_buffer.AsSpan(_end));
            if (read == 0) return AtEnd();
            _end += read;
        }

        var length = Math.Min(buffer.Length, _end - _start - EndMark.Length);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] MakeEndMember()
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal)) gzip.Write(EndMark);
        return member.ToArray();
    }

    private int AtEnd() => _buffer.AsSpan(_start, _end - _start).SequenceEqual(EndMark)
        ? 0
        : throw new InvalidDataException("The compressed data end before they are complete.");
}
