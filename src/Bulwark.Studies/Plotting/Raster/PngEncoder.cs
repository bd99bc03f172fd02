using System.Buffers.Binary;
using System.IO.Compression;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>
/// Writes pictures as PNG. Source: Portable Network Graphics (PNG) Specification, W3C and ISO/IEC 15948:2004: signature and chunks
/// (section 5), filters (section 9; the row's filter is chosen by the smallest sum of absolute differences, section 12.8), zlib data
/// (section 10), pHYs (section 11.3.5.3). Eight bits, RGB when every pixel is opaque and RGBA otherwise.
/// </summary>
public static class PngEncoder
{
    private const int Filters = 5;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="image">The picture.</param>
    /// <param name="pixelsPerInch">Density for printing; 0 to say nothing.</param>
    public static void Write(Stream stream, RasterImage image, int pixelsPerInch = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        var channels = IsOpaque(image) ? 3 : 4;
        stream.Write(Signature);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        header[8] = 8;
        header[9] = (byte)(channels == 3 ? 2 : 6);
        Chunk(stream, "IHDR"u8, header);

        if (pixelsPerInch > 0)
        {
            var density = new byte[9];
            var pixelsPerMetre = (int)Math.Round(pixelsPerInch / 0.0254);
            BinaryPrimitives.WriteInt32BigEndian(density, pixelsPerMetre);
            BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), pixelsPerMetre);
            density[8] = 1;
            Chunk(stream, "pHYs"u8, density);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) Rows(zlib, image, channels);
        Chunk(stream, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(stream, "IEND"u8, []);
    }

    private static bool IsOpaque(RasterImage image)
    {
        for (var at = 3; at < image.Rgba.Length; at += 4)
        {
            if (image.Rgba[at] != 255) return false;
        }

        return true;
    }

    private static void Rows(ZLibStream zlib, RasterImage image, int channels)
    {
        var length = image.Width * channels;
        var (row, above) = (new byte[length], new byte[length]);
        var filtered = new byte[Filters][];
        for (var filter = 0; filter < Filters; filter++)
        {
            filtered[filter] = new byte[length + 1];
            filtered[filter][0] = (byte)filter;
        }

        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
                image.Rgba.AsSpan(4 * ((y * image.Width) + x), channels).CopyTo(row.AsSpan(x * channels));
            var best = 0;
            var least = long.MaxValue;
            for (var filter = 0; filter < Filters; filter++)
            {
                var sum = Filter(filter, row, above, channels, filtered[filter].AsSpan(1));
                if (sum < least) (best, least) = (filter, sum);
            }

            zlib.Write(filtered[best]);
            (row, above) = (above, row);
        }
    }

    private static long Filter(int filter, byte[] row, byte[] above, int channels, Span<byte> result)
    {
        result = result[..row.Length];
        switch (filter)
        {
            case 0: row.CopyTo(result); break;
            case 1: Differences(row.AsSpan(channels), row, result[channels..]); break;
            case 2: Differences(row, above, result); break;
            case 3:
                for (var at = 0; at < result.Length; at++) result[at] = (byte)(row[at] - (((at >= channels ? row[at - channels] : 0) + above[at]) / 2));
                break;
            default:
                for (var at = 0; at < result.Length; at++)
                    result[at] = (byte)(row[at] - Paeth(at >= channels ? row[at - channels] : 0, above[at], at >= channels ? above[at - channels] : 0));
                break;
        }

        if (filter == 1) row.AsSpan(0, channels).CopyTo(result);
        var sum = 0L;
        foreach (var octet in result) sum += octet < 128 ? octet : 256 - octet;
        return sum;
    }

    private static void Differences(ReadOnlySpan<byte> values, ReadOnlySpan<byte> predicted, Span<byte> result)
    {
        for (var at = 0; at < result.Length; at++) result[at] = (byte)(values[at] - predicted[at]);
    }

    private static int Paeth(int left, int above, int upperLeft)
    {
        var estimate = left + above - upperLeft;
        var (toLeft, toAbove, toUpperLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - upperLeft));
        if (toLeft <= toAbove && toLeft <= toUpperLeft) return left;
        return toAbove <= toUpperLeft ? above : upperLeft;
    }

    private static void Chunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        stream.Write(number);
    }
}
