using System.Buffers.Binary;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Bulwark.Formats.GeoTiff;

/// <summary>
/// Writes rasters as GeoTIFF: TIFF 6.0 (Adobe, 1992), little-endian, strips of one band each, Deflate (TIFF Technical Note 2 of Photoshop,
/// compression 8); the place by OGC GeoTIFF 1.1 (OGC 19-008r4): ModelPixelScale, ModelTiepoint, GeoKeyDirectory with a geographic model,
/// cells as areas and EPSG:4326. Names of bands and "no value" go into the tags that GDAL reads (42112, 42113).
/// </summary>
public static class GeoTiffWriter
{
    private const int RowsPerStrip = 64;
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Real = 12;
    private const ushort Ascii = 2;

    // Directory, version 1.1.0, four keys: model type 2 (geographic), raster type 1 (cell is area), CRS 4326, angular unit 9102 (degree).
    private static readonly ushort[] GeoKeys = [1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1, 9102];

    /// <summary>Writes a raster.</summary>
    /// <param name="stream">Where it goes; need not be seekable; stays open.</param>
    /// <param name="raster">The raster.</param>
    /// <exception cref="ArgumentException">The raster contradicts itself, or would be larger than 4 GB.</exception>
    public static void Write(Stream stream, GeoTiffRaster raster)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(raster);
        Check(raster);
        var strips = raster.Bands.SelectMany(band => Strips(raster, band)).ToArray();
        var tags = Tags(raster, strips);

        // Header, directory, values that do not fit into it, strips; each on an even offset.
        var directory = 2 + (12 * tags.Count) + 4;
        var valuesAt = 8 + directory + (directory & 1);
        var stripsAt = valuesAt + tags.Sum(static tag => tag.Data.Length > 4 ? Even(tag.Data.Length) : 0L);
        if (stripsAt + strips.Sum(static strip => (long)Even(strip.Length)) > uint.MaxValue) throw new ArgumentException("The raster does not fit into a TIFF of 4 GB; choose larger cells.", nameof(raster));
        var offsets = tags.Find(static tag => tag.Id == 273)!.Data;
        var at = stripsAt;
        for (var strip = 0; strip < strips.Length; strip++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(offsets.AsSpan(4 * strip), (uint)at);
            at += Even(strips[strip].Length);
        }

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write("II"u8);
        writer.Write((ushort)42);
        writer.Write(8u);
        Directory(writer, tags, valuesAt);
        foreach (var tag in tags.Where(static tag => tag.Data.Length > 4)) Padded(writer, tag.Data);
        foreach (var strip in strips) Padded(writer, strip);
    }

    private static void Directory(BinaryWriter writer, List<Tag> tags, int valuesAt)
    {
        writer.Write((ushort)tags.Count);
        var at = valuesAt;
        foreach (var tag in tags)
        {
            writer.Write(tag.Id);
            writer.Write(tag.Type);
            writer.Write(tag.Count);
            if (tag.Data.Length > 4)
            {
                writer.Write((uint)at);
                at += Even(tag.Data.Length);
            }
            else
            {
                writer.Write(tag.Data);
                writer.Write(new byte[4 - tag.Data.Length]);
            }
        }

        writer.Write(0u);
        if (((2 + (12 * tags.Count) + 4) & 1) == 1) writer.Write((byte)0);
    }

    private static List<Tag> Tags(GeoTiffRaster raster, byte[][] strips)
    {
        var bands = raster.Bands.Count;
        var isFloat = raster.Bands[0].IsFloat;
        List<Tag> tags =
        [
            new(256, Long, Longs((uint)raster.Columns)),
            new(257, Long, Longs((uint)raster.Rows)),
            new(258, Short, Shorts([.. Enumerable.Repeat((ushort)(isFloat ? 32 : 8), bands)])),
            new(259, Short, Shorts(8)),
            new(262, Short, Shorts(1)),
            new(273, Long, new byte[4 * strips.Length]),
            new(277, Short, Shorts((ushort)bands)),
            new(278, Long, Longs(RowsPerStrip)),
            new(279, Long, Longs([.. strips.Select(static strip => (uint)strip.Length)])),
            new(284, Short, Shorts(2)),
        ];

        // All bands but the first are extra samples of no special meaning.
        if (bands > 1) tags.Add(new Tag(338, Short, Shorts(new ushort[bands - 1])));
        tags.Add(new Tag(339, Short, Shorts([.. Enumerable.Repeat((ushort)(isFloat ? 3 : 1), bands)])));
        tags.Add(new Tag(33550, Real, Reals(raster.ColumnStepDeg, raster.RowStepDeg, 0)));
        tags.Add(new Tag(33922, Real, Reals(0, 0, 0, raster.WestDeg, raster.NorthDeg, 0)));
        tags.Add(new Tag(34735, Short, Shorts(GeoKeys)));
        tags.Add(new Tag(42112, Ascii, Text(Names(raster))));
        if (isFloat || raster.NoData is not null) tags.Add(new Tag(42113, Ascii, Text(isFloat ? "nan" : $"{raster.NoData}")));
        return tags;
    }

    // GDAL takes the escapes of these texts off twice.
    private static string Names(GeoTiffRaster raster)
    {
        var text = new StringBuilder("<GDALMetadata>");
        for (var band = 0; band < raster.Bands.Count; band++)
            text.Append($"<Item name=\"DESCRIPTION\" sample=\"{band}\" role=\"description\">{SecurityElement.Escape(SecurityElement.Escape(raster.Bands[band].Name))}</Item>");
        return text.Append("</GDALMetadata>").ToString();
    }

    private static IEnumerable<byte[]> Strips(GeoTiffRaster raster, GeoTiffBand band)
    {
        var rowOctets = raster.Columns * (band.IsFloat ? 4 : 1);
        for (var row = 0; row < raster.Rows; row += RowsPerStrip)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zlib.Write(band.Octets.AsSpan(row * rowOctets, Math.Min(RowsPerStrip, raster.Rows - row) * rowOctets));
            }

            yield return packed.ToArray();
        }
    }

    private static void Check(GeoTiffRaster raster)
    {
        if (raster.Columns < 1 || raster.Rows < 1) throw new ArgumentException("A raster has at least one column and one row.", nameof(raster));
        if (!(raster.ColumnStepDeg > 0) || !(raster.RowStepDeg > 0)) throw new ArgumentException("The cells of a raster have a positive size.", nameof(raster));
        if (!double.IsFinite(raster.WestDeg + raster.NorthDeg)) throw new ArgumentException("The corner of a raster is finite.", nameof(raster));
        if (raster.Bands.Count is < 1 or > 1000) throw new ArgumentException("A raster has 1 to 1000 bands.", nameof(raster));
        foreach (var band in raster.Bands)
        {
            if (band.IsFloat != raster.Bands[0].IsFloat) throw new ArgumentException("The bands of a raster are of one kind.", nameof(raster));
            if (band.Octets.Length != (long)raster.Columns * raster.Rows * (band.IsFloat ? 4 : 1))
                throw new ArgumentException($"Band '{band.Name}' does not have a sample for each of {raster.Columns} x {raster.Rows} cells.", nameof(raster));
        }
    }

    private static int Even(int length) => length + (length & 1);

    private static void Padded(BinaryWriter writer, byte[] data)
    {
        writer.Write(data);
        if ((data.Length & 1) == 1) writer.Write((byte)0);
    }

    private static byte[] Shorts(params ReadOnlySpan<ushort> values)
    {
        var data = new byte[2 * values.Length];
        for (var index = 0; index < values.Length; index++) BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2 * index), values[index]);
        return data;
    }

    private static byte[] Longs(params ReadOnlySpan<uint> values)
    {
        var data = new byte[4 * values.Length];
        for (var index = 0; index < values.Length; index++) BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4 * index), values[index]);
        return data;
    }

    private static byte[] Reals(params ReadOnlySpan<double> values)
    {
        var data = new byte[8 * values.Length];
        for (var index = 0; index < values.Length; index++) BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(8 * index), values[index]);
        return data;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private sealed record Tag(ushort Id, ushort Type, byte[] Data)
    {
        public uint Count => (uint)(Data.Length / (Type switch { Short => 2, Long => 4, Real => 8, _ => 1 }));
    }
}
