using System.Globalization;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>
/// GeoTIFF with one band of heights in metres, in strips or tiles, plain or packed. Only the strips or tiles that are asked for are
/// read. Sources: TIFF 6.0 (1992); OGC 19-008r4, GeoTIFF 1.1; BigTIFF as in libtiff.
/// </summary>
internal sealed class GeoTiffReader : TileReader
{
    private const int MostPosts = 1 << 20;
    private const long MostBlockBytes = 256L << 20;
    private const string Simplify = "Convert it, for example with gdal_translate -b 1 -ot Float32 -co COMPRESS=DEFLATE.";

    private readonly TileFile _file;
    private readonly TiffSamples _samples;
    private readonly long _compression;
    private readonly int _blockRows;
    private readonly int _blockColumns;
    private readonly bool _isTiled;
    private readonly long[] _offsets;
    private readonly long[] _counts;

    private GeoTiffReader(TileFile file, TiffDirectory directory, Stream stream, GeoKeys keys, RasterLayout layout)
        : base(Describe(file, TileFormat.GeoTiff, layout, keys.Datum, keys.DatumNote), layout)
    {
        _file = file;
        if (directory.Whole(stream, TiffTag.SamplesPerPixel, 1) != 1) throw file.Error("it has several bands", "one band of heights", Simplify);
        if (directory.Whole(stream, TiffTag.FillOrder, 1) != 1) throw file.Error("its bits are stored in reverse", "fill order 1", Simplify);
        _compression = directory.Whole(stream, TiffTag.Compression, 1);
        if (!TiffDecompression.IsKnown(_compression)) throw file.Error($"it is packed by method {_compression}", "none, LZW, Deflate or PackBits", Simplify);
        var bits = directory.Whole(stream, TiffTag.BitsPerSample, 1);
        var format = directory.Whole(stream, TiffTag.SampleFormat, 1);
        var predictor = directory.Whole(stream, TiffTag.Predictor, 1);
        _samples = new TiffSamples((int)Math.Min(bits, 999), (int)Math.Min(format, 999), (int)Math.Min(predictor, 999), directory.IsLittleEndian, NoData(directory.Text(stream, TiffTag.GdalNoData)));
        if (!_samples.IsKnown) throw file.Error($"its samples have {bits} bits of format {format} with predictor {predictor}", "whole numbers of 8, 16 or 32 bits or floating-point numbers of 32 or 64", Simplify);
        var metadata = directory.Text(stream, TiffTag.GdalMetadata);
        if (metadata.Contains("role=\"scale\"", StringComparison.Ordinal) || metadata.Contains("role=\"offset\"", StringComparison.Ordinal))
            throw file.Error("its heights are scaled", "heights in metres as they are", "Convert it with gdal_translate -unscale -ot Float32.");

        _isTiled = directory.Has(TiffTag.TileWidth);
        _blockColumns = _isTiled ? Size(directory.Whole(stream, TiffTag.TileWidth, 0)) : layout.Columns;
        _blockRows = _isTiled ? Size(directory.Whole(stream, TiffTag.TileHeight, 0)) : (int)Math.Min(layout.Rows, Math.Max(1, directory.Whole(stream, TiffTag.RowsPerStrip, layout.Rows)));
        if ((long)_blockRows * _blockColumns * bits / 8 > MostBlockBytes) throw file.Error("its strips or tiles are too large", $"at most {MostBlockBytes} bytes each", "Convert it, for example with gdal_translate -co TILED=YES.");
        var blocks = (long)BlocksAcross * ((layout.Rows + _blockRows - 1) / _blockRows);
        _offsets = directory.Wholes(stream, _isTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets, blocks);
        _counts = directory.Wholes(stream, _isTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts, blocks);

        int Size(long value) => value is > 0 and <= MostPosts ? (int)value : throw directory.Damaged($"its tiles are {value} posts wide or high");
    }

    private int BlocksAcross => (Layout.Columns + _blockColumns - 1) / _blockColumns;

    /// <summary>Reads the directory.</summary>
    public static GeoTiffReader Open(TileFile file)
    {
        using var stream = file.Seekable();
        var directory = new TiffDirectory(file, stream);
        var keys = new GeoKeys(file, directory, stream);
        var (columns, rows) = (directory.Whole(stream, TiffTag.Width, 0), directory.Whole(stream, TiffTag.Height, 0));
        if (columns is < 2 or > MostPosts || rows is < 2 or > MostPosts) throw file.Error($"it has {rows} by {columns} posts", $"2 to {MostPosts} each way", "Cut it into tiles.");
        return new GeoTiffReader(file, directory, stream, keys, Place(file, directory, stream, keys, (int)rows, (int)columns));
    }

    /// <inheritdoc />
    public override float[] Read(int row, int column, int rows, int columns)
    {
        var heights = new float[(long)rows * columns];
        heights.AsSpan().Fill(float.NaN);
        var block = new byte[_blockRows * (_blockColumns * _samples.Bits / 8)];
        using var stream = _file.Seekable();
        for (var down = row / _blockRows; down <= (row + rows - 1) / _blockRows; down++)
        {
            for (var across = column / _blockColumns; across <= (column + columns - 1) / _blockColumns; across++)
            {
                if (!Load(stream, (down * BlocksAcross) + across, BlockRows(down), block)) continue;
                var (top, left) = (Math.Max(row, down * _blockRows), Math.Max(column, across * _blockColumns));
                var (bottom, right) = (Math.Min(row + rows, (down + 1) * _blockRows), Math.Min(column + columns, (across + 1) * _blockColumns));
                for (var i = top; i < bottom; i++)
                {
                    var line = block.AsSpan((i - (down * _blockRows)) * (_blockColumns * _samples.Bits / 8), _blockColumns * _samples.Bits / 8);
                    _samples.Restore(line);
                    for (var j = left; j < right; j++) heights[((i - row) * columns) + j - column] = _samples.HeightM(line, j - (across * _blockColumns));
                }
            }
        }

        return heights;
    }

    private static double NoData(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static RasterLayout Place(TileFile file, TiffDirectory directory, Stream stream, GeoKeys keys, int rows, int columns)
    {
        double west, north, columnStep, rowStep;
        if (directory.Has(TiffTag.Transformation))
        {
            var m = directory.Doubles(stream, TiffTag.Transformation, 16);
            if (m[1] != 0 || m[4] != 0) throw file.Error("it is rotated", "rows along the parallels", "Convert it, for example with gdalwarp -t_srs EPSG:4326.");
            (columnStep, rowStep, west, north) = (m[0], -m[5], m[3], m[7]);
        }
        else if (directory.Has(TiffTag.PixelScale) && directory.Has(TiffTag.TiePoint))
        {
            var scale = directory.Doubles(stream, TiffTag.PixelScale, 2);
            var tie = directory.Doubles(stream, TiffTag.TiePoint, 6);
            (columnStep, rowStep) = (scale[0], scale[1]);
            (west, north) = (tie[3] - (tie[0] * columnStep), tie[4] + (tie[1] * rowStep));
        }
        else
        {
            throw file.Error("it does not say where its corner lies", "a GeoTIFF with a pixel scale and a tie point, or a transformation", "Add them, for example with gdal_translate -a_ullr.");
        }

        if (!keys.IsPoint) (west, north) = (west + (columnStep / 2), north - (rowStep / 2));
        if (!(columnStep > 0 && rowStep > 0 && double.IsFinite(columnStep) && double.IsFinite(rowStep)))
            throw file.Error($"its steps are {columnStep:R} east and {rowStep:R} south", "rows from north to south and columns from west to east", "Convert it, for example with gdalwarp -t_srs EPSG:4326.");

        var (south, east) = (north - ((rows - 1) * rowStep), west + ((columns - 1) * columnStep));
        const double farM = 2e7;
        var isOnEarth = keys.UtmZone == 0
            ? north <= 90 + (1e-6 * rowStep) && south >= -90 - (1e-6 * rowStep) && west >= -540 && east <= 540 && columns - 1 <= (360 / columnStep) + 1e-6
            : Math.Abs(west) <= farM / 4 && Math.Abs(east) <= farM / 4 && south >= -farM / 2 && north <= farM;
        if (!isOnEarth) throw file.Error("its corner and spacing do not lie on the Earth", "a raster between the poles that goes around the Earth once at most", "Look at it with gdalinfo.");
        return keys.UtmZone == 0
            ? new RasterLayout(null, 0, double.DegreesToRadians(north), double.DegreesToRadians(west), double.DegreesToRadians(rowStep), double.DegreesToRadians(columnStep), rows, columns)
            : new RasterLayout(keys.Projection, keys.UtmZone, north, west, rowStep, columnStep, rows, columns);
    }

    private int BlockRows(int down) => _isTiled ? _blockRows : Math.Min(_blockRows, Layout.Rows - (down * _blockRows));

    /// <summary>Unpacks one strip or tile; false when the file leaves it out, which means unknown.</summary>
    private bool Load(Stream stream, int number, int rows, byte[] block)
    {
        var (offset, count) = (_offsets[number], _counts[number]);
        if (offset == 0 && count == 0) return false;
        var what = $"strip or tile {number}";
        if (offset < 8 || count <= 0 || count > MostBlockBytes || offset > stream.Length - count) throw _file.Error($"{what} lies outside the file", "a whole GeoTIFF");
        var packed = new byte[count];
        stream.Seek(offset, SeekOrigin.Begin);
        stream.ReadExactly(packed);
        var needed = rows * (_blockColumns * _samples.Bits / 8);
        try
        {
            var length = TiffDecompression.Unpack(_compression, packed, block.AsSpan(0, needed));
            return length == needed ? true : throw _file.Error($"{what} unpacks to {length} bytes", $"{needed}");
        }
        catch (InvalidDataException damaged)
        {
            throw _file.Error($"{what} is damaged", "a whole GeoTIFF", inner: damaged);
        }
    }
}
