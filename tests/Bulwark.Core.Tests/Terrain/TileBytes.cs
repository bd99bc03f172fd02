using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bulwark.Core.Tests.Terrain;

/// <summary>Small tiles made byte by byte, as the formats say.</summary>
internal static class TileBytes
{
    /// <summary>An SRTM tile of 1201 x 1201 posts.</summary>
    public static byte[] Hgt(Func<int, int, short> height)
    {
        var bytes = new byte[1201 * 1201 * 2];
        for (var row = 0; row < 1201; row++)
        {
            for (var column = 0; column < 1201; column++) BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * ((row * 1201) + column)), height(row, column));
        }

        return bytes;
    }

    /// <summary>A DTED tile; rows counted from the north.</summary>
    public static byte[] Dted(string longitude, string latitude, int rows, int columns, Func<int, int, int> height, string vertical = "MSL", string horizontal = "WGS84", string partial = "00", int records = -1)
    {
        var bytes = new List<byte>();
        bytes.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"UHL1{longitude}{latitude}06000600NA  U              {columns:0000}{rows:0000}0").PadRight(80)));
        var dsi = new StringBuilder("DSIU".PadRight(648));
        Put(dsi, 141, vertical);
        Put(dsi, 144, horizontal);
        Put(dsi, 289, partial);
        bytes.AddRange(Encoding.ASCII.GetBytes(dsi.ToString()));
        bytes.AddRange(Encoding.ASCII.GetBytes("ACC".PadRight(2700)));
        for (var column = 0; column < (records < 0 ? columns : records); column++)
        {
            var record = new byte[12 + (2 * rows)];
            record[0] = 0xAA;
            record[3] = (byte)column;
            BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(4), (ushort)column);
            for (var i = 0; i < rows; i++)
            {
                var value = height(rows - 1 - i, column);
                BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(8 + (2 * i)), value < 0 ? (ushort)(0x8000 | -value) : (ushort)value);
            }

            BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(record.Length - 4), (uint)record[..^4].Sum(static octet => octet));
            bytes.AddRange(record);
        }

        return [.. bytes];

        static void Put(StringBuilder text, int at, string word) => text.Remove(at, word.Length).Insert(at, word);
    }

    /// <summary>A GeoTIFF by latitude and longitude, posts at the corners named, 16-bit heights in one strip.</summary>
    public static byte[] GeoTiff(double north, double west, double step, int rows, int columns, Func<int, int, short> height, int compression = 1, int vertical = 0)
    {
        var raw = new byte[2 * rows * columns];
        for (var i = 0; i < rows * columns; i++) BinaryPrimitives.WriteInt16LittleEndian(raw.AsSpan(2 * i), height(i / columns, i % columns));
        var strip = compression == 8 ? Deflated(raw) : raw;
        var tags = new List<(int Tag, int Type, byte[] Value)>
        {
            (256, 4, Longs(columns)), (257, 4, Longs(rows)), (258, 3, Shorts(16)), (259, 3, Shorts(compression)), (273, 4, Longs(8)), (277, 3, Shorts(1)), (278, 4, Longs(rows)),
            (279, 4, Longs(strip.Length)), (339, 3, Shorts(2)), (33550, 12, Doubles(step, step, 0)), (33922, 12, Doubles(0, 0, 0, west, north, 0)),
            (34735, 3, vertical == 0 ? Shorts(1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326) : Shorts(1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326, 4096, 0, 1, vertical)),
        };
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        var directory = 8 + strip.Length + (strip.Length % 2);
        writer.Write("II"u8);
        writer.Write((short)42);
        writer.Write(directory);
        writer.Write(strip);
        if (strip.Length % 2 == 1) writer.Write((byte)0);
        writer.Write((short)tags.Count);
        var values = directory + 2 + (12 * tags.Count) + 4;
        foreach (var (tag, type, value) in tags)
        {
            writer.Write((short)tag);
            writer.Write((short)type);
            writer.Write(value.Length / (type == 3 ? 2 : type == 4 ? 4 : 8));
            if (value.Length <= 4)
            {
                writer.Write(value.Concat(new byte[4]).Take(4).ToArray());
            }
            else
            {
                writer.Write(values);
                values += value.Length;
            }
        }

        writer.Write(0);
        foreach (var (_, _, value) in tags.Where(static tag => tag.Value.Length > 4)) writer.Write(value);
        return file.ToArray();
    }

    /// <summary>Compressed by gzip.</summary>
    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(content);
        return packed.ToArray();
    }

    private static byte[] Longs(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Shorts(params int[] values) => [.. values.SelectMany(static value => BitConverter.GetBytes((ushort)value))];

    private static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
