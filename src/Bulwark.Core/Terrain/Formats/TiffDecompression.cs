using System.IO.Compression;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>Unpacks one strip or tile of a TIFF into a buffer of the size it must have. Source: TIFF 6.0 (1992), sections 9 and 13; Deflate by Adobe's technote.</summary>
internal static class TiffDecompression
{
    /// <summary>Unpacks; returns how many bytes came out, at most as many as there is room for.</summary>
    /// <exception cref="InvalidDataException">The data are damaged, or the compression is unknown.</exception>
    public static int Unpack(long compression, byte[] packed, Span<byte> into) => compression switch
    {
        1 => Copy(packed, into),
        5 => Lzw(packed, into),
        8 or 32946 => Deflate(packed, into),
        32773 => PackBits(packed, into),
        _ => throw new InvalidDataException($"compression {compression}"),
    };

    /// <summary>Whether a kind of compression is read.</summary>
    public static bool IsKnown(long compression) => compression is 1 or 5 or 8 or 32946 or 32773;

    private static int Copy(byte[] packed, Span<byte> into)
    {
        var length = Math.Min(packed.Length, into.Length);
        packed.AsSpan(0, length).CopyTo(into);
        return length;
    }

    private static int Deflate(byte[] packed, Span<byte> into)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }

    private static int PackBits(byte[] packed, Span<byte> into)
    {
        var (at, length) = (0, 0);
        while (at < packed.Length && length < into.Length)
        {
            var code = (sbyte)packed[at++];
            if (code >= 0)
            {
                var count = Math.Min(Math.Min(code + 1, packed.Length - at), into.Length - length);
                packed.AsSpan(at, count).CopyTo(into[length..]);
                (at, length) = (at + count, length + count);
            }
            else if (code != -128 && at < packed.Length)
            {
                var count = Math.Min(1 - code, into.Length - length);
                into.Slice(length, count).Fill(packed[at++]);
                length += count;
            }
        }

        return length;
    }

    private static int Lzw(byte[] packed, Span<byte> into)
    {
        const int clear = 256, end = 257, most = 4096;
        Span<ushort> prefix = stackalloc ushort[most];
        Span<byte> last = stackalloc byte[most];
        Span<ushort> lengths = stackalloc ushort[most];
        for (var i = 0; i < clear; i++) (last[i], lengths[i]) = ((byte)i, 1);
        int next = end + 1, width = 9, previous = -1, length = 0;
        int bits = 0, buffer = 0, at = 0;
        while (length < into.Length)
        {
            while (bits < width)
            {
                if (at == packed.Length) return length;
                buffer = ((buffer & 0xFFFF) << 8) | packed[at++];
                bits += 8;
            }

            bits -= width;
            var code = (buffer >> bits) & ((1 << width) - 1);
            if (code == end) return length;
            if (code == clear)
            {
                (next, width, previous) = (end + 1, 9, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0) || (code >= clear && previous < 0)) throw new InvalidDataException($"LZW code {code} before it is defined");
            if (code == next && next >= most) throw new InvalidDataException("LZW table overflows");

            // A code not yet in the table is the last string and its own first byte.
            var known = code < next ? code : previous;
            var size = lengths[known];
            var first = Expand(known, size, into[length..], prefix, last);
            length = Math.Min(length + size, into.Length);
            if (code == next && length < into.Length) into[length++] = first;
            if (previous >= 0 && next < most)
            {
                (prefix[next], last[next], lengths[next]) = ((ushort)previous, first, (ushort)(lengths[previous] + 1));
                next++;
            }

            previous = code;

            // TIFF widens one code early.
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
        }

        return length;
    }

    /// <summary>Writes the string of a code, as much as fits, and returns its first byte.</summary>
    private static byte Expand(int code, int size, Span<byte> into, ReadOnlySpan<ushort> prefix, ReadOnlySpan<byte> last)
    {
        for (var i = size - 1; i > 0; i--)
        {
            if (i < into.Length) into[i] = last[code];
            code = prefix[code];
        }

        if (into.Length > 0) into[0] = last[code];
        return last[code];
    }
}
