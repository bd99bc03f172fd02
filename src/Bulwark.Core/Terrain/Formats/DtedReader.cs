using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>
/// DTED levels 0, 1 and 2: three header records (UHL, DSI, ACC), then one record per column of posts from the west, each from the south,
/// heights in metres as sign and magnitude, with a checksum. Source: MIL-PRF-89020B, "Digital Terrain Elevation Data", 2000, sections
/// 3.11 to 3.13 and appendix.
/// </summary>
internal sealed class DtedReader : TileReader
{
    private const int LabelBytes = 80;
    private const int UhlBytes = 80;
    private const int DsiBytes = 648;
    private const int AccBytes = 2700;
    private const int RecordOverheadBytes = 12;
    private const byte Sentinel = 0xAA;
    private const int LowestM = -12_000;
    private const int HighestM = 9_000;
    private const string Unknown = "a DTED file after MIL-PRF-89020B";

    private readonly TileFile _file;
    private readonly int _dataOffset;
    private readonly bool _isPartial;

    private DtedReader(TileFile file, RasterLayout layout, string datumNote, int dataOffset, bool isPartial)
        : base(Describe(file, TileFormat.Dted, layout, VerticalDatum.Egm96, datumNote), layout) =>
        (_file, _dataOffset, _isPartial) = (file, dataOffset, isPartial);

    /// <summary>Reads the header records.</summary>
    public static DtedReader Open(TileFile file)
    {
        // Tape labels may stand in front.
        const int labels = 4;
        var head = Encoding.Latin1.GetString(file.Head((labels * LabelBytes) + UhlBytes + DsiBytes));
        var at = 0;
        while (at < labels * LabelBytes && head.Length > at + LabelBytes && (Is(head, at, "VOL") || Is(head, at, "HDR"))) at += LabelBytes;
        if (!Is(head, at, "UHL1")) throw file.Error("it does not start with the record UHL1", Unknown);
        if (head.Length < at + UhlBytes + DsiBytes) throw file.Error("it ends inside its header records", Unknown);
        var uhl = head.Substring(at, UhlBytes);
        var dsi = head.Substring(at + UhlBytes, DsiBytes);
        if (!Is(dsi, 0, "DSI")) throw file.Error("the record after UHL1 is not DSI", Unknown);

        var datumNote = DatumNote(file, dsi.Substring(141, 3), dsi.Substring(144, 5));
        var west = Angle(file, uhl.Substring(4, 8), "longitude of the origin");
        var south = Angle(file, uhl.Substring(12, 8), "latitude of the origin");
        var (columnStep, rowStep) = (Step(file, uhl.Substring(20, 4), "longitude"), Step(file, uhl.Substring(24, 4), "latitude"));
        var columns = Number(file, uhl.Substring(47, 4), "number of columns");
        var rows = Number(file, uhl.Substring(51, 4), "number of rows");
        if (rows < 2 || columns < 2) throw file.Error($"it has {rows} by {columns} posts", "at least 2 by 2");
        var north = south + ((rows - 1) * rowStep);
        if (Math.Abs(south) > 90 || north > 90 + 1e-9 || Math.Abs(west) > 180 || (columns - 1) * columnStep > 360)
            throw file.Error("its corner and spacing do not lie on the Earth", Unknown);

        var isPartial = dsi.Substring(289, 2) is not ("00" or "  ");
        var layout = new RasterLayout(null, 0, double.DegreesToRadians(north), double.DegreesToRadians(west), double.DegreesToRadians(rowStep), double.DegreesToRadians(columnStep), rows, columns);
        return new DtedReader(file, layout, datumNote, at + UhlBytes + DsiBytes + AccBytes, isPartial);
    }

    /// <inheritdoc />
    public override float[] Read(int row, int column, int rows, int columns)
    {
        var content = _file.All();
        var (allRows, allColumns) = (Layout.Rows, Layout.Columns);
        var recordBytes = RecordOverheadBytes + (2 * allRows);
        var rest = content.LongLength - _dataOffset;
        var whole = (long)allColumns * recordBytes;
        if (rest % recordBytes != 0 || rest > whole || (rest < whole && !_isPartial))
            throw _file.Error($"it has {content.LongLength} bytes", $"{_dataOffset + whole}: headers and {allColumns} columns of {allRows} posts" + (_isPartial ? ", or fewer whole columns" : ""));

        var heights = new float[(long)allRows * allColumns];
        heights.AsSpan().Fill(float.NaN);
        var seen = new bool[allColumns];
        for (var offset = _dataOffset; offset < content.Length; offset += recordBytes) ReadColumn(content.AsSpan(offset, recordBytes), offset, heights, seen);
        return Cut(heights, allColumns, row, column, rows, columns);
    }

    private void ReadColumn(ReadOnlySpan<byte> record, int offset, float[] heights, bool[] seen)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"the record at byte {offset}");
        if (record[0] != Sentinel) throw _file.Error($"{place} starts with {record[0]:X2}", "a data record, which starts with AA");
        var checksum = 0u;
        foreach (var value in record[..^4]) checksum += value;
        var stated = BinaryPrimitives.ReadUInt32BigEndian(record[^4..]);
        if (checksum != stated) throw _file.Error($"{place} has the checksum {stated}, its bytes add up to {checksum}", "the sum of the bytes");
        var column = BinaryPrimitives.ReadUInt16BigEndian(record[4..]);
        if (column >= seen.Length || seen[column]) throw _file.Error($"{place} is column {column}", $"each column from 0 to {seen.Length - 1} once");
        if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) is var first and not 0) throw _file.Error($"{place} starts at row {first}", "whole columns, which start at row 0");
        seen[column] = true;

        var rows = Layout.Rows;
        for (var i = 0; i < rows; i++)
        {
            int raw = BinaryPrimitives.ReadUInt16BigEndian(record[(8 + (2 * i))..]);
            if (raw == 0xFFFF) continue; // void
            var height = (raw & 0x8000) == 0 ? raw : -(raw & 0x7FFF);
            if (height is < LowestM or > HighestM)
                throw _file.Error($"{place} holds the height {height} m", $"{LowestM} to {HighestM} m, negative ones as sign and magnitude", "If the file was written with two's complement, convert it with gdal_translate.");
            heights[((rows - 1 - i) * seen.Length) + column] = height;
        }
    }

    private static string DatumNote(TileFile file, string vertical, string horizontal)
    {
        if (horizontal is not ("WGS84" or "     "))
            throw file.Error($"its horizontal datum is '{Printable(horizontal)}'", "WGS84", "Convert it, for example with gdalwarp -t_srs EPSG:4326.");
        return vertical switch
        {
            "MSL" or "E96" => "",
            "E08" => "heights above EGM2008 taken as above EGM96; they differ by decimetres, in mountains by metres",
            "   " => "no vertical datum stated; EGM96 assumed",
            _ => throw file.Error($"its vertical datum is '{Printable(vertical)}'", "MSL or E96 (mean sea level), or E08", "Convert it, for example with gdalwarp -t_srs EPSG:4326+5773."),
        };
    }

    private static string Printable(string text) => string.Concat(text.Select(static c => char.IsBetween(c, ' ', '~') ? c : '?'));

    private static bool Is(string text, int at, string word) => text.Length >= at + word.Length && text.AsSpan(at, word.Length).SequenceEqual(word);

    private static int Number(TileFile file, string text, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw file.Error($"the {what} is '{Printable(text)}'", "a whole number");

    /// <summary>Tenths of a second of arc, as degrees.</summary>
    private static double Step(TileFile file, string text, string what)
    {
        var tenths = Number(file, text, "spacing in " + what);
        return tenths > 0 ? tenths / 36_000.0 : throw file.Error($"the spacing in {what} is 0", "at least a tenth of a second of arc");
    }

    /// <summary>DDDMMSSH, as degrees.</summary>
    private static double Angle(TileFile file, string text, string what)
    {
        var sign = text[7] switch
        {
            'N' or 'E' => 1,
            'S' or 'W' => -1,
            _ => throw file.Error($"the {what} is '{Printable(text)}'", "degrees, minutes, seconds and N, S, E or W: DDDMMSSH"),
        };
        return sign * (Number(file, text[..3], what) + (Number(file, text.Substring(3, 2), what) / 60.0) + (Number(file, text.Substring(5, 2), what) / 3600.0));
    }
}
