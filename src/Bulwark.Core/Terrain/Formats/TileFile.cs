using System.Buffers.Binary;
using System.IO.Compression;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>The bytes of a tile, plain or compressed by gzip (one member, RFC 1952), with a limit on what comes out.</summary>
internal sealed class TileFile
{
    /// <summary>gzip packs no better than this (deflate: 258 bytes in a quarter byte); a length that claims more is not one.</summary>
    private const int BestPacking = 1100;

    public TileFile(string path, long maximumBytes)
    {
        Path = path;
        MaximumBytes = maximumBytes;
        IsCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        Name = System.IO.Path.GetFileName(IsCompressed ? path[..^3] : path);
        LengthBytes = new FileInfo(path).Length;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its name without folder and without <c>.gz</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is compressed.</summary>
    public bool IsCompressed { get; }

    /// <summary>Its length as stored.</summary>
    public long LengthBytes { get; }

    /// <summary>The most that is unpacked into memory.</summary>
    public long MaximumBytes { get; }

    /// <summary>An error of this file.</summary>
    public TerrainException Error(string problem, string expected, string advice = "Fetch or copy the file again.", Exception? inner = null) => new(Path, problem, expected, advice, inner);

    /// <summary>The length of its content: of a compressed file what it claims, which reading verifies.</summary>
    public long ContentLengthBytes()
    {
        if (!IsCompressed) return LengthBytes;
        Span<byte> trailer = stackalloc byte[4];
        if (LengthBytes < 18) throw Error($"it has {LengthBytes} bytes", "a file compressed by gzip, at least 18 bytes");
        using var file = Open();
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    /// <summary>The first bytes of the content, fewer when it is shorter.</summary>
    public byte[] Head(int length)
    {
        using var stream = Content();
        var head = new byte[length];
        try
        {
            var read = stream.ReadAtLeast(head, length, throwOnEndOfStream: false);
            return read == length ? head : head[..read];
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }
    }

    /// <summary>A stream that can be sought in: the file, or its unpacked content in memory.</summary>
    public Stream Seekable() => IsCompressed ? new MemoryStream(All(), writable: false) : Open();

    /// <summary>The whole content.</summary>
    public byte[] All()
    {
        var length = ContentLengthBytes();
        if (length > MaximumBytes) throw Error($"its content has {length} bytes", $"at most {MaximumBytes}", "Cut the raster into smaller tiles.");
        if (IsCompressed && length > LengthBytes * BestPacking) throw Error($"it claims to unpack {LengthBytes} bytes into {length}", "a whole file compressed by gzip, of one member");
        var content = new byte[length];
        using var stream = Content();
        try
        {
            var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (read < content.Length || stream.ReadByte() >= 0)
                throw Error(read < content.Length ? $"its content ends after {read} bytes of {length}" : $"its content goes on after {length} bytes", IsCompressed ? "a whole file compressed by gzip, of one member" : "a file that stays as it is");
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }

        return content;
    }

    private TerrainException Damaged(InvalidDataException damaged) => Error("the compressed data are damaged", "a whole file compressed by gzip (RFC 1952)", inner: damaged);

    private FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    private Stream Content() => IsCompressed ? new GZipStream(Open(), CompressionMode.Decompress) : Open();
}
