using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>A PNG reader written from the standard for tests: checks every chunk's sum and undoes the filters.</summary>
internal sealed record PngReader(int Width, int Height, int Channels, byte[] Pixels, IReadOnlyList<string> Chunks)
{
    public static PngReader Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var chunks = new List<string>();
        using var packed = new MemoryStream();
        byte[] header = [];
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = Encoding.ASCII.GetString(file, at + 4, 4);
            Assert.Equal(Sum(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            chunks.Add(type);
            var data = file.AsSpan(at + 8, length);
            if (type == "IHDR") header = data.ToArray();
            if (type == "IDAT") packed.Write(data);
            at += 12 + length;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        Assert.Equal(8, header[8]);
        var channels = header[9] switch { 2 => 3, 6 => 4, _ => throw new InvalidDataException("colour type") };
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        return new PngReader(width, height, channels, Unfilter(raw.ToArray(), width * channels, height, channels), chunks);
    }

    public (byte Red, byte Green, byte Blue) At(int x, int y)
    {
        var at = ((y * Width) + x) * Channels;
        return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }

    // Bit by bit, unlike the table of the encoder.
    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
        }

        return ~crc;
    }

    private static byte[] Unfilter(byte[] raw, int stride, int height, int step)
    {
        Assert.Equal((stride + 1) * height, raw.Length);
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = raw[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                int left = x >= step ? pixels[(y * stride) + x - step] : 0;
                int up = y > 0 ? pixels[((y - 1) * stride) + x] : 0;
                int corner = x >= step && y > 0 ? pixels[((y - 1) * stride) + x - step] : 0;
                var predictor = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) >> 1, 4 => Nearest(left, up, corner), _ => throw new InvalidDataException("filter") };
                pixels[(y * stride) + x] = (byte)(raw[(y * (stride + 1)) + 1 + x] + predictor);
            }
        }

        return pixels;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var p = left + up - corner;
        return new[] { left, up, corner }.MinBy(value => Math.Abs(p - value));
    }
}
