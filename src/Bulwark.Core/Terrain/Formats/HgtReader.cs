using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>
/// SRTM tiles: 3601 x 3601 (1 second of arc) or 1201 x 1201 (3 seconds) big-endian 16-bit heights in metres above the EGM96 geoid, rows
/// from the north; the name gives the south-west corner. Source: "Shuttle Radar Topography Mission (SRTM) Collection User Guide",
/// NASA LP DAAC, 2015, sections 2.1 to 2.3.
/// </summary>
internal sealed partial class HgtReader : TileReader
{
    private const short Void = -32768;

    private readonly TileFile _file;

    private HgtReader(TileFile file, RasterLayout layout)
        : base(Describe(file, TileFormat.Hgt, layout, VerticalDatum.Egm96, ""), layout) =>
        _file = file;

    /// <summary>Reads name and size.</summary>
    public static HgtReader Open(TileFile file)
    {
        var name = Corner().Match(file.Name);
        if (!name.Success)
            throw file.Error("the name does not give a corner", "a name such as N44E005.hgt: latitude and longitude of the south-west corner", "Rename the file to the corner it covers.");
        var latitude = int.Parse(name.Groups["lat"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * (name.Groups["ns"].ValueSpan is "N" or "n" ? 1 : -1);
        var longitude = int.Parse(name.Groups["lon"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * (name.Groups["ew"].ValueSpan is "E" or "e" ? 1 : -1);
        if (latitude is < -90 or > 89 || longitude is < -180 or > 179)
            throw file.Error("the corner in the name is not on the Earth", "90 south to 89 north and 180 west to 179 east", "Rename the file to the corner it covers.");
        var length = file.ContentLengthBytes();
        var posts = length switch
        {
            3601L * 3601 * 2 => 3601,
            1201L * 1201 * 2 => 1201,
            _ => throw file.Error($"its content has {length} bytes", "25934402 (3601 x 3601 posts, 1 second) or 2884802 (1201 x 1201 posts, 3 seconds)"),
        };
        var step = double.DegreesToRadians(1.0 / (posts - 1));
        return new HgtReader(file, new RasterLayout(null, 0, double.DegreesToRadians(latitude + 1), double.DegreesToRadians(longitude), step, step, posts, posts));
    }

    /// <inheritdoc />
    public override float[] Read(int row, int column, int rows, int columns)
    {
        var content = _file.All();
        if (content.Length != 2L * Layout.Rows * Layout.Columns) throw _file.Error("its size has changed", "a file that stays as it is while it is read");
        var heights = new float[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            var from = content.AsSpan(2 * (((row + i) * Layout.Columns) + column), 2 * columns);
            for (var j = 0; j < columns; j++)
            {
                var height = BinaryPrimitives.ReadInt16BigEndian(from[(2 * j)..]);
                heights[(i * columns) + j] = height == Void ? float.NaN : height;
            }
        }

        return heights;
    }

    [GeneratedRegex(@"^(?<ns>[NSns])(?<lat>\d\d)(?<ew>[EWew])(?<lon>\d\d\d)(?:\.[A-Za-z0-9]+)?\.hgt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Corner();
}
