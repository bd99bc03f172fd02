namespace Bulwark.Formats.GeoTiff;

/// <summary>A raster in geographic coordinates (WGS 84, EPSG:4326), cells as areas. Immutable.</summary>
public sealed record GeoTiffRaster
{
    /// <summary>Western edge of the western column, degrees.</summary>
    public required double WestDeg { get; init; }

    /// <summary>Northern edge of the northern row, degrees.</summary>
    public required double NorthDeg { get; init; }

    /// <summary>Width of a cell, degrees, positive.</summary>
    public required double ColumnStepDeg { get; init; }

    /// <summary>Height of a cell, degrees, positive.</summary>
    public required double RowStepDeg { get; init; }

    /// <summary>Columns, at least 1.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows, at least 1.</summary>
    public required int Rows { get; init; }

    /// <summary>The bands, at least one, all of one kind of sample.</summary>
    public required IReadOnlyList<GeoTiffBand> Bands { get; init; }

    /// <summary>The octet that means "no value"; null for none. Floating-point bands always use not-a-number.</summary>
    public byte? NoData { get; init; }
}
