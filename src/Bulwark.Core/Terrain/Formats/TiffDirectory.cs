using System.Buffers.Binary;
using System.Text;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>
/// The first image directory of a TIFF, classic or BigTIFF, in either byte order. Every length is checked against the file before
/// anything is allocated.
/// </summary>
internal sealed class TiffDirectory
{
    private const int MostEntries = 4096;
    private const int MostValues = 1 << 24;
    private const int MostTextBytes = 1 << 20;

    private readonly TileFile _file;
    private readonly Dictionary<int, (int Type, long Count, long Offset)> _entries = [];
    private readonly long _length;

    public TiffDirectory(TileFile file, Stream stream)
    {
        _file = file;
        _length = stream.Length;
        Span<byte> head = stackalloc byte[16];
        if (_length < 16) throw Damaged($"it has {_length} bytes");
        Read(stream, 0, head);
        IsLittleEndian = (head[0], head[1]) switch
        {
            ((byte)'I', (byte)'I') => true,
            ((byte)'M', (byte)'M') => false,
            _ => throw Damaged("it does not start with II or MM"),
        };
        var isBig = Short(head[2..]) switch
        {
            42 => false,
            43 when Short(head[4..]) == 8 => true,
            var version => throw Damaged($"its version is {version}"),
        };
        ReadEntries(stream, isBig, isBig ? Long8(head[8..]) : Long(head[4..]));
    }

    /// <summary>Byte order.</summary>
    public bool IsLittleEndian { get; }

    /// <summary>Whether a tag is there.</summary>
    public bool Has(TiffTag tag) => _entries.ContainsKey((int)tag);

    /// <summary>One whole number, or a usual one when the tag is missing.</summary>
    public long Whole(Stream stream, TiffTag tag, long usual) => Has(tag) ? Wholes(stream, tag, 1)[0] : usual;

    /// <summary>Whole numbers of a tag, at least as many as needed.</summary>
    public long[] Wholes(Stream stream, TiffTag tag, long atLeast)
    {
        var (type, size, bytes) = Values(stream, tag, atLeast, MostValues);
        var numbers = new long[bytes.Length / size];
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = bytes.AsSpan(i * size, size);
            numbers[i] = type switch
            {
                1 => value[0],
                3 => Short(value),
                4 => Long(value),
                16 => Long8(value),
                _ => throw Damaged($"tag {(int)tag} is of type {type}"),
            };
        }

        return numbers;
    }

    /// <summary>Floating-point numbers of a tag.</summary>
    public double[] Doubles(Stream stream, TiffTag tag, long atLeast)
    {
        var (type, size, bytes) = Values(stream, tag, atLeast, 1 << 16);
        if (type != 12) throw Damaged($"tag {(int)tag} is of type {type}");
        var numbers = new double[bytes.Length / size];
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = bytes.AsSpan(i * size, size);
            numbers[i] = IsLittleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(value) : BinaryPrimitives.ReadDoubleBigEndian(value);
        }

        return numbers;
    }

    /// <summary>The text of a tag, empty when it is missing.</summary>
    public string Text(Stream stream, TiffTag tag)
    {
        if (!Has(tag)) return "";
        var (type, _, bytes) = Values(stream, tag, 0, MostTextBytes);
        return type == 2 ? Encoding.Latin1.GetString(bytes).TrimEnd('\0', ' ') : throw Damaged($"tag {(int)tag} is of type {type}");
    }

    /// <summary>An error of a damaged file.</summary>
    public TerrainException Damaged(string problem) => _file.Error(problem, "a whole GeoTIFF");

    private static int Size(int type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };

    private (int Type, int Size, byte[] Bytes) Values(Stream stream, TiffTag tag, long atLeast, long atMost)
    {
        if (!_entries.TryGetValue((int)tag, out var entry)) throw Damaged($"tag {(int)tag} ({tag}) is missing");
        var size = Size(entry.Type);
        if (size == 0) throw Damaged($"tag {(int)tag} is of the unknown type {entry.Type}");
        if (entry.Count < atLeast || entry.Count > atMost) throw Damaged($"tag {(int)tag} has {entry.Count} values");
        if (entry.Offset < 0 || entry.Offset > _length - (entry.Count * size)) throw Damaged($"the values of tag {(int)tag} lie outside the file");
        var bytes = new byte[entry.Count * size];
        Read(stream, entry.Offset, bytes);
        return (entry.Type, size, bytes);
    }

    private void ReadEntries(Stream stream, bool isBig, long offset)
    {
        var (countBytes, entryBytes) = isBig ? (8, 20) : (2, 12);
        Span<byte> buffer = stackalloc byte[20];
        if (offset < 8 || offset > _length - countBytes) throw Damaged("its directory lies outside the file");
        Read(stream, offset, buffer[..countBytes]);
        var count = isBig ? Long8(buffer) : Short(buffer);
        if (count is < 1 or > MostEntries || offset + countBytes + (count * entryBytes) > _length) throw Damaged($"its directory has {count} entries");
        for (var i = 0; i < count; i++)
        {
            var at = offset + countBytes + (i * entryBytes);
            Read(stream, at, buffer[..entryBytes]);
            int tag = Short(buffer), type = Short(buffer[2..]);
            var values = isBig ? Long8(buffer[4..]) : Long(buffer[4..]);
            var inline = isBig ? 8 : 4;
            var valueAt = at + entryBytes - inline;
            var isInside = values >= 0 && values <= inline && values * Size(type) <= inline;
            var rest = buffer[(entryBytes - inline)..entryBytes];
            _entries.TryAdd(tag, (type, values, isInside ? valueAt : isBig ? Long8(rest) : Long(rest)));
        }
    }

    private void Read(Stream stream, long offset, Span<byte> into)
    {
        stream.Seek(offset, SeekOrigin.Begin);
        if (stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length) throw Damaged("it ends too early");
    }

    private int Short(ReadOnlySpan<byte> bytes) => IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private long Long(ReadOnlySpan<byte> bytes) => IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private long Long8(ReadOnlySpan<byte> bytes) => IsLittleEndian ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : BinaryPrimitives.ReadInt64BigEndian(bytes);
}
