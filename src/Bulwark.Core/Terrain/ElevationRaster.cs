using System.Collections.Immutable;

namespace Bulwark.Core.Terrain;

/// <summary>
/// Heights at the nodes of a regular raster, row 0 the northernmost, each row contiguous from west to east. Between posts heights are
/// bilinear. An unknown height is not a number and never becomes sea level. Immutable.
/// </summary>
public abstract class ElevationRaster : IElevationField
{
    /// <summary>Places nearer to a row or column of posts than this, in posts, are taken to lie on it: rounding must not reach for a neighbour that is unknown or outside.</summary>
    private const double OnPost = 1e-6;

    private readonly ImmutableArray<float> _heightsM;
    private readonly Lazy<long> _unknown;

    private protected ElevationRaster(int rows, int columns, ImmutableArray<float> heightsM, VerticalDatum datum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 2);
        if (!Enum.IsDefined(datum)) throw new ArgumentOutOfRangeException(nameof(datum), datum, "The vertical datum is one of the known ones.");
        if (heightsM.IsDefault || heightsM.Length != (long)rows * columns) throw new ArgumentException($"{rows} rows of {columns} posts need {(long)rows * columns} heights.", nameof(heightsM));
        (Rows, Columns, _heightsM, Datum) = (rows, columns, heightsM, datum);
        _unknown = new Lazy<long>(CountUnknown, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>Number of rows, at least 2.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, at least 2.</summary>
    public int Columns { get; }

    /// <inheritdoc />
    public VerticalDatum Datum { get; }

    /// <inheritdoc />
    public abstract double SpacingM { get; }

    /// <summary>Whether the last column is followed by the first: the raster goes around the whole Earth.</summary>
    public virtual bool GoesAround => false;

    /// <summary>All heights, metres, row after row from north to south; not a number where unknown.</summary>
    public ReadOnlySpan<float> HeightsM => _heightsM.AsSpan();

    /// <summary>The same heights as <see cref="HeightsM"/>, for work that spans several threads.</summary>
    public ImmutableArray<float> HeightArrayM => _heightsM;

    /// <summary>Number of posts whose height is unknown.</summary>
    public long UnknownPosts => _unknown.Value;

    /// <summary>Share of the posts whose height is unknown, 0 to 1.</summary>
    public double UnknownShare => UnknownPosts / (double)_heightsM.Length;

    /// <summary>The heights of one row, metres, from west to east.</summary>
    /// <param name="row">The row, 0 (northernmost) to Rows - 1.</param>
    public ReadOnlySpan<float> RowHeightsM(int row) => _heightsM.AsSpan(checked(row * Columns), Columns);

    /// <summary>Finds a place in the raster.</summary>
    /// <param name="latitudeRad">Geodetic latitude, radians.</param>
    /// <param name="longitudeRad">Longitude, radians, any turn.</param>
    /// <param name="position">The place in posts; undefined when outside.</param>
    /// <returns>False when the place is outside.</returns>
    public abstract bool TryLocate(double latitudeRad, double longitudeRad, out RasterPosition position);

    /// <summary>Bilinear height at a place of the raster, metres; not a number outside or where a corner that counts is unknown.</summary>
    /// <param name="position">The place in posts.</param>
    public double InterpolateM(RasterPosition position)
    {
        var (row, column) = (position.RowPosts, position.ColumnPosts);
        if (!(row >= -OnPost && row <= Rows - 1 + OnPost && column >= -OnPost && column <= (GoesAround ? Columns : Columns - 1) + OnPost)) return double.NaN;
        var (top, down) = Split(row, Rows - 1);
        var (left, right) = Split(column, GoesAround ? Columns : Columns - 1);
        if (left >= Columns) left -= Columns;
        var heights = _heightsM.AsSpan();
        var northwest = (top * Columns) + left;
        var eastward = left + 1 == Columns ? 1 - Columns : 1;

        // A corner without weight is not read: its height may be unknown, or it may not exist.
        double north = right == 0 ? heights[northwest] : heights[northwest] + (right * (heights[northwest + eastward] - heights[northwest]));
        if (down == 0) return north;
        var southwest = northwest + Columns;
        double south = right == 0 ? heights[southwest] : heights[southwest] + (right * (heights[southwest + eastward] - heights[southwest]));
        return north + (down * (south - north));
    }

    /// <inheritdoc />
    public double HeightM(double latitudeRad, double longitudeRad) => TryLocate(latitudeRad, longitudeRad, out var position) ? InterpolateM(position) : double.NaN;

    /// <inheritdoc />
    public void Sample(ReadOnlySpan<double> latitudesRad, ReadOnlySpan<double> longitudesRad, Span<float> heightsM)
    {
        if (longitudesRad.Length != latitudesRad.Length) throw new ArgumentException("As many longitudes as latitudes are needed.", nameof(longitudesRad));
        if (heightsM.Length < latitudesRad.Length) throw new ArgumentException("There is no room for the heights.", nameof(heightsM));
        for (var i = 0; i < latitudesRad.Length; i++) heightsM[i] = (float)HeightM(latitudesRad[i], longitudesRad[i]);
    }

    private static (int Post, double Share) Split(double posts, int last)
    {
        var post = (int)posts;
        var share = posts - post;
        if (share > 1 - OnPost) return (Math.Min(post + 1, last), 0);
        return share < OnPost || post >= last ? (Math.Min(post, last), 0) : (post, share);
    }

    private long CountUnknown()
    {
        var unknown = 0L;
        foreach (var height in _heightsM.AsSpan())
        {
            if (float.IsNaN(height)) unknown++;
        }

        return unknown;
    }
}
