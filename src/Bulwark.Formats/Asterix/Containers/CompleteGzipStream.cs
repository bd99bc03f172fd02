using System.IO.Compression;

namespace Bulwark.Formats.Asterix.Containers;

/// <summary>
/// Decompresses gzip (RFC 1952, one or more members) and insists that it is complete. The library's stream takes a cut file for a
/// finished one, so a member of our own with a known content is put behind the data: only when everything before it was whole does
/// its content come out at the end, where it is taken off again. Decompression asks for that member only when the data before it have
/// come out in full, so all that comes out afterwards is held back: of a cut file it is noise that nobody must read as a recording.
/// </summary>
internal sealed class CompleteGzipStream : ForwardStream
{
    private const int BufferOctets = 1 << 16;

    private static readonly byte[] EndMember = MakeEndMember();

    private readonly InputStream _input;
    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[BufferOctets];
    private int _start;
    private int _end;
    private bool _isComplete;

    /// <summary>Decompresses a recording.</summary>
    /// <param name="compressed">The compressed data; not closed with this stream.</param>
    public CompleteGzipStream(RecordingInput compressed)
    {
        _input = new InputStream(compressed, EndMember);
        _gzip = new GZipStream(_input, CompressionMode.Decompress);
    }

    private static ReadOnlySpan<byte> EndMark => "bulwark-complete"u8;

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The compressed data are damaged or cut.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && !_isComplete)
        {
            var read = _gzip.Read(_buffer);
            if (read == 0 || _input.IsInAppendix)
            {
                RequireEndMark(read);
                _isComplete = true;
                return 0;
            }

            (_start, _end) = (0, read);
        }

        var length = Math.Min(buffer.Length, _end - _start);
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

    private void RequireEndMark(int length)
    {
        while (length > 0 && length <= EndMark.Length)
        {
            var read = _gzip.Read(_buffer.AsSpan(length));
            if (read == 0) break;
            length += read;
        }

        if (!_buffer.AsSpan(0, length).SequenceEqual(EndMark)) throw new InvalidDataException("The compressed data end before they are complete.");
    }
}
