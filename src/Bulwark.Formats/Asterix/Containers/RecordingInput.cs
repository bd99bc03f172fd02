namespace Bulwark.Formats.Asterix.Containers;

/// <summary>
/// A forward reader with a look-ahead of limited size, over a plain or compressed stream. Memory is one buffer, however long the
/// recording is. Mutable; owns its stream.
/// </summary>
internal sealed class RecordingInput : IDisposable
{
    /// <summary>Holds the longest block with its trailer; grows once for captures with longer packets.</summary>
    private const int InitialOctets = 1 << 17;

    /// <summary>Below this size of the expanded data no ratio is judged.</summary>
    private const long RatioJudgedFromBytes = 16L << 20;

    /// <summary>Recordings compress two to eight times; deflate ends at about a thousand times, and only filler comes near.</summary>
    private const long MaximumRatio = 100;

    private readonly Stream _stream;
    private readonly RecordingInput? _compressed;
    private readonly long _limitBytes;
    private byte[] _buffer = new byte[InitialOctets];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The stream, closed with this reader.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="compressed">The compressed data behind the stream, for judging its expansion; null for plain data.</param>
    /// <param name="limitBytes">Most bytes accepted after decompression.</param>
    public RecordingInput(Stream stream, string name, RecordingInput? compressed = null, long limitBytes = long.MaxValue)
    {
        _stream = stream;
        Name = name;
        _compressed = compressed;
        _limitBytes = limitBytes;
    }

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>Bytes given back so far: the position of the next byte.</summary>
    public long OffsetBytes { get; private set; }

    /// <summary>Whether the data were compressed.</summary>
    public bool IsCompressed => _compressed is not null;

    /// <summary>Looks at the next octets without consuming them: the count asked for, or fewer at the end.</summary>
    public ReadOnlyMemory<byte> Peek(int count)
    {
        if (_end - _start < count && !_ended) Fill(count);
        return _buffer.AsMemory(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Consumes octets that were looked at.</summary>
    public void Skip(int count)
    {
        _start += count;
        OffsetBytes += count;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stream.Dispose();
        _compressed?.Dispose();
    }

    private void Fill(int count)
    {
        if (_start + count > _buffer.Length)
        {
            var present = _buffer.AsSpan(_start, _end - _start);
            if (count > _buffer.Length) _buffer = new byte[count + InitialOctets];
            present.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        while (_end - _start < count)
        {
            var read = ReadStream();
            if (read == 0)
            {
                _ended = true;
                return;
            }

            _end += read;
            JudgeExpansion();
        }
    }

    private int ReadStream()
    {
        if (_compressed is null) return _stream.Read(_buffer, _end, _buffer.Length - _end);
        try
        {
            return _stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException defect)
        {
            throw new RecordingException(
                Name,
                OffsetBytes + _end - _start,
                "the compressed data end too early or are damaged (position in the decompressed data)",
                "a complete gzip stream",
                "Copy or compress the file again.",
                defect);
        }
    }

    private void JudgeExpansion()
    {
        if (_compressed is null) return;
        var expanded = OffsetBytes + _end - _start;
        var tooLong = expanded > _limitBytes;
        var tooDense = expanded > RatioJudgedFromBytes && expanded / MaximumRatio > _compressed.OffsetBytes;
        if (!tooLong && !tooDense) return;
        throw new RecordingException(
            Name,
            expanded,
            $"{_compressed.OffsetBytes} compressed bytes expand to more than {expanded}",
            $"at most {_limitBytes} bytes and {MaximumRatio} times the compressed size",
            "Decompress the file yourself if it is genuine.");
    }
}
