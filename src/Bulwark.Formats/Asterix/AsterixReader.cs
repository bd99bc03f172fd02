using System.Buffers.Binary;
using Bulwark.Formats.Asterix.Containers;

namespace Bulwark.Formats.Asterix;

/// <summary>
/// Reads the records of a recording one after another: raw blocks, <c>.gps</c> or packet capture, plain or gzip-compressed,
/// recognised by content. Memory use does not grow with the recording. Mutable; owns its stream.
/// </summary>
/// <example><code>
/// using var reader = AsterixReader.Open(path);
/// while (reader.Read()) Use(reader.Current);
/// </code></example>
public sealed class AsterixReader : IDisposable
{
    private readonly RecordingInput _input;
    private readonly DatagramReader _container;
    private readonly AsterixReaderOptions _options;
    private readonly DuplicateFilter? _duplicates;
    private ReadOnlyMemory<byte> _blocks;
    private ReadOnlyMemory<byte> _records;
    private long _offsetBytes;
    private double? _receiveTimeS;
    private int _category;

    private AsterixReader(RecordingInput input, DatagramReader container, AsterixStatistics statistics, AsterixReaderOptions options)
    {
        _input = input;
        _container = container;
        _options = options;
        _duplicates = options.DropDuplicatesWithinS is { } windowS ? new DuplicateFilter(windowS) : null;
        Statistics = statistics;
    }

    /// <summary>The record last read; filled anew by the next <see cref="Read"/>.</summary>
    public AsterixRecord Current { get; } = new();

    /// <summary>What was read and passed over so far.</summary>
    public AsterixStatistics Statistics { get; }

    /// <summary>How the recording wraps its blocks.</summary>
    public ContainerKind Container => _container.Kind;

    /// <summary>Whether the recording is gzip-compressed.</summary>
    public bool IsCompressed => _input.IsCompressed;

    /// <summary>Bytes of the (decompressed) recording behind the reader.</summary>
    public long PositionBytes => _input.OffsetBytes;

    /// <summary>Opens a recording file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="RecordingException">The file is empty or no known recording.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static AsterixReader Open(string path, AsterixReaderOptions? options = null) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), path, options);

    /// <summary>Opens a recording in a stream, which need not be seekable.</summary>
    /// <param name="stream">The recording; closed with the reader, or at once when this fails.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="RecordingException">The stream is empty or no known recording.</exception>
    public static AsterixReader Open(Stream stream, string name, AsterixReaderOptions? options = null)
    {
        AsterixReader? reader = null;
        RecordingInput? input = null;
        try
        {
            options ??= new AsterixReaderOptions();
            var statistics = new AsterixStatistics();
            input = ContainerDetector.Open(stream, name, options.MaximumExpandedBytes);
            reader = new AsterixReader(input, ContainerDetector.Detect(input, statistics), statistics, options);
            return reader;
        }
        finally
        {
            if (reader is null)
            {
                input?.Dispose();
                stream.Dispose();
            }
        }
    }

    /// <summary>Reads datagrams of a live stream, which <see cref="Push"/> hands over one at a time.</summary>
    /// <param name="name">Name for messages.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    public static AsterixReader OfDatagrams(string name, AsterixReaderOptions? options = null)
    {
        var input = new RecordingInput(Stream.Null, name);
        return new AsterixReader(input, new PacketReader(input), new AsterixStatistics(), options ?? new AsterixReaderOptions());
    }

    /// <summary>
    /// Hands over a datagram of a live stream: <see cref="Read"/> then goes through its records and returns false after the last. What is not made
    /// of whole data blocks is counted as foreign and left out.
    /// </summary>
    /// <param name="datagram">Its octets; they must not change before its last record was read.</param>
    /// <param name="receiveTimeS">When it was received, seconds of the day.</param>
    /// <exception cref="InvalidOperationException">This reader reads a recording, or the datagram before was not read to its end.</exception>
    public void Push(ReadOnlyMemory<byte> datagram, double receiveTimeS)
    {
        if (_container is not PacketReader packets) throw new InvalidOperationException("Datagrams are pushed into a reader of datagrams only.");
        if (!_records.IsEmpty || !_blocks.IsEmpty) throw new InvalidOperationException("The datagram before was not read to its end.");
        packets.Push(datagram, receiveTimeS);
    }

    /// <summary>Moves to the next record.</summary>
    /// <returns>False at the end of the recording, or of the datagram of a live stream.</returns>
    /// <exception cref="RecordingException">The recording is cut or damaged.</exception>
    public bool Read()
    {
        while (true)
        {
            while (!_records.IsEmpty)
            {
                if (TryRecord()) return true;
            }

            if (!_blocks.IsEmpty)
            {
                NextBlock();
            }
            else if (!NextDatagram())
            {
                return false;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _input.Dispose();

    private bool NextDatagram()
    {
        while (_container.TryRead(out var datagram))
        {
            if (datagram.MayBeForeign && !AreBlocks(datagram.Octets.Span))
            {
                Statistics.ForeignDatagrams++;
                continue;
            }

            _blocks = datagram.Octets;
            _offsetBytes = datagram.OffsetBytes;
            _receiveTimeS = datagram.ReceiveTimeS;
            return true;
        }

        return false;
    }

    private static bool AreBlocks(ReadOnlySpan<byte> octets)
    {
        while (octets.Length > AsterixDecoder.BlockHeaderOctets)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(octets[1..]);
            if (length <= AsterixDecoder.BlockHeaderOctets || length > octets.Length || octets[0] == 0) return false;
            octets = octets[length..];
        }

        return octets.IsEmpty;
    }

    private void NextBlock()
    {
        _category = _blocks.Span[0];
        var length = BinaryPrimitives.ReadUInt16BigEndian(_blocks.Span[1..]);
        if (AsterixDecoder.Knows(_category))
        {
            Statistics.CountBlock(_category);
            _records = _blocks[AsterixDecoder.BlockHeaderOctets..length];
            _offsetBytes += AsterixDecoder.BlockHeaderOctets;
        }
        else
        {
            Statistics.CountSkippedBlock(_category);
            _offsetBytes += length;
        }

        _blocks = _blocks[length..];
    }

    private bool TryRecord()
    {
        if (!AsterixDecoder.TryDecode(_category, _records.Span, Current, out var problem))
        {
            GiveUpBlock(problem!);
            return false;
        }

        Current.ReceiveTimeS = _receiveTimeS;
        Statistics.CountRecord(_category);
        _records = _records[Current.Length..];
        _offsetBytes += Current.Length;
        if (_duplicates is null || !_duplicates.IsRepeated(Current)) return true;
        Statistics.DuplicateRecords++;
        return false;
    }

    private void GiveUpBlock(string problem)
    {
        var defect = new RecordingException(
            _input.Name,
            _offsetBytes,
            $"in a block of category {_category:000} {problem}",
            "records as the category's definition lays them out",
            "The block is damaged or of another edition; skipping malformed blocks reads the rest.");
        if (!_options.SkipMalformed) throw defect;
        Statistics.MalformedBlocks++;
        Statistics.FirstProblem ??= defect.Message;
        _offsetBytes += _records.Length;
        _records = default;
    }
}
