using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Formats;

namespace Bulwark.Core.Terrain;

/// <summary>
/// A folder of terrain tiles of mixed formats as one field of heights. Where tiles overlap the finest counts; its voids stay unknown and
/// are not filled from coarser tiles. Between tiles that stop a post apart heights are interpolated across the seam. Tiles are read when
/// they are needed and kept up to a bound. Safe to use from several threads.
/// </summary>
public sealed class TileStore : IElevationField
{
    private readonly StoredTile[] _tiles;
    private readonly TileIndex _index;
    private readonly TileCache _cache;
    private readonly TileStoreOptions _options;

    private TileStore(string path, IReadOnlyList<TileReader> readers, TileStoreOptions options)
    {
        Path = path;
        _options = options;
        _cache = new TileCache(options.CacheBytes);
        _tiles = [.. readers.OrderBy(static reader => reader.Tile.SpacingM).ThenBy(static reader => reader.Tile.Path, StringComparer.Ordinal).Select((reader, index) => new StoredTile(reader, index, _cache))];
        _index = new TileIndex(_tiles);
        Tiles = [.. _tiles.Select(static tile => tile.Tile)];
        Datum = Tiles[0].Datum;
        if (Tiles.FirstOrDefault(tile => tile.Datum != Datum) is { } other)
        {
            throw new TerrainException(
                other.Path,
                $"its heights are counted from {TerrainText.Of(other.Datum)}, those of {Tiles[0].Path} from {TerrainText.Of(Datum)}",
                "tiles of one vertical datum",
                "Put them into separate folders, or convert one kind.");
        }
    }

    /// <summary>The folder or file.</summary>
    public string Path { get; }

    /// <summary>All tiles, the finest first.</summary>
    public ImmutableArray<TerrainTile> Tiles { get; }

    /// <inheritdoc />
    public VerticalDatum Datum { get; }

    /// <summary>The distance between posts of the finest tile, metres.</summary>
    public double SpacingM => Tiles[0].SpacingM;

    /// <summary>Bytes of heights kept in memory at present.</summary>
    public long CachedBytes => _cache.HeldBytes;

    /// <summary>Opens a folder with all folders below it, or a single tile. Only headers are read.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="options">Bounds; the usual ones unless given.</param>
    /// <exception cref="TerrainException">There is no tile, there are too many, one cannot be used, or their datums differ.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static TileStore Open(string path, TileStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new TileStoreOptions();
        var files = TileFolder.Files(path, options);
        return new TileStore(path, [.. files.Select(file => TileReaders.Open(file, options.MaximumTileBytes))], options);
    }

    /// <inheritdoc />
    /// <exception cref="TerrainException">A tile is damaged.</exception>
    public double HeightM(double latitudeRad, double longitudeRad)
    {
        var near = _index.At(latitudeRad, longitudeRad);
        var seam = false;
        foreach (var number in near)
        {
            var tile = _tiles[number];
            switch (tile.Layout.Locate(latitudeRad, longitudeRad, out var row, out var column))
            {
                case 2: return tile.HeightM(row, column);
                case 1: seam = true; break;
            }
        }

        return seam ? AcrossSeam(near, latitudeRad, longitudeRad) : double.NaN;
    }

    /// <inheritdoc />
    /// <exception cref="TerrainException">A tile is damaged.</exception>
    public void Sample(ReadOnlySpan<double> latitudesRad, ReadOnlySpan<double> longitudesRad, Span<float> heightsM)
    {
        if (longitudesRad.Length != latitudesRad.Length) throw new ArgumentException("As many longitudes as latitudes are needed.", nameof(longitudesRad));
        if (heightsM.Length < latitudesRad.Length) throw new ArgumentException("There is no room for the heights.", nameof(heightsM));
        for (var i = 0; i < latitudesRad.Length; i++) heightsM[i] = (float)HeightM(latitudesRad[i], longitudesRad[i]);
    }

    /// <summary>Takes an area out as one raster, resampled bilinearly; what no tile covers is unknown.</summary>
    /// <param name="box">The area; the raster reaches a post beyond it at most.</param>
    /// <param name="spacingM">
    /// Wanted distance between posts, metres; 0 for the posts of the finest tile in the area, which are then taken over as they are.
    /// </param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or not finite.</exception>
    /// <exception cref="TerrainException">A tile is damaged, or the raster would be too large.</exception>
    public TerrainWindow ReadWindow(GeodeticBox box, double spacingM, CancellationToken cancellation = default)
    {
        if (!(spacingM >= 0 && double.IsFinite(spacingM))) throw new ArgumentOutOfRangeException(nameof(spacingM), spacingM, "The distance between posts is 0 (that of the tiles) or positive.");
        var inside = Array.FindAll(_tiles, tile => tile.Tile.Box.Meets(box));
        var layout = WindowLayout.Of(box, spacingM > 0 ? spacingM : inside.Length > 0 ? inside[0].Tile.SpacingM : SpacingM, spacingM > 0 ? null : Array.Find(inside, static tile => tile.Layout.Projection is null)?.Layout);
        if ((long)layout.Rows * layout.Columns > _options.MaximumWindowPosts)
        {
            throw new TerrainException(
                Path,
                $"an area of {layout.Rows} by {layout.Columns} posts was asked for",
                $"at most {_options.MaximumWindowPosts} posts",
                "Ask for a smaller area or a wider spacing.");
        }

        var grid = WindowSampler.Sample(this, inside, layout, Datum, _options.Threads, cancellation);
        ImmutableArray<TerrainTile> tiles = [.. inside.Select(static tile => tile.Tile)];
        return new TerrainWindow(grid, tiles, TerrainText.Describe(tiles, grid));
    }

    /// <summary>Reads every tile from end to end, which also proves that none is cut or damaged.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One entry for each of <see cref="Tiles"/>, in that order.</returns>
    /// <exception cref="TerrainException">A tile is damaged.</exception>
    public ImmutableArray<TileSurvey> Survey(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var surveys = ImmutableArray.CreateBuilder<TileSurvey>(_tiles.Length);
        foreach (var tile in _tiles)
        {
            surveys.Add(tile.Survey(cancellation));
            progress?.Invoke(surveys.Count / (double)_tiles.Length);
        }

        return surveys.MoveToImmutable();
    }

    /// <summary>
    /// A fingerprint of the tiles of an area, for the record of a run: SHA-256 over the names and contents of the files, in hexadecimal. The
    /// place of the folder does not count.
    /// </summary>
    /// <param name="box">The area.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public string Fingerprint(GeodeticBox box)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tile in Tiles.Where(tile => tile.Box.Meets(box)).OrderBy(static tile => System.IO.Path.GetFileName(tile.Path), StringComparer.Ordinal).ThenBy(static tile => tile.Path, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(System.IO.Path.GetFileName(tile.Path) + "\n"));
            using var file = File.OpenRead(tile.Path);
            all.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>Interpolates where a tile ends and its neighbour has the posts on the other side.</summary>
    private double AcrossSeam(ReadOnlySpan<int> near, double latitudeRad, double longitudeRad)
    {
        foreach (var number in near)
        {
            var layout = _tiles[number].Layout;
            if (layout.Locate(latitudeRad, longitudeRad, out var row, out var column) != 1) continue;
            var (top, left) = (Math.Floor(row), Math.Floor(column));
            var (down, right) = (row - top, column - left);
            var north = Between(Corner(top, left, (1 - down) * (1 - right)), Corner(top, left + 1, (1 - down) * right), right);
            var south = Between(Corner(top + 1, left, down * (1 - right)), Corner(top + 1, left + 1, down * right), right);
            var height = Between(north, south, down);
            if (!double.IsNaN(height)) return height;

            // A corner without weight is not looked for.
            double Corner(double cornerRow, double cornerColumn, double weight)
            {
                if (weight < 1e-6) return 0;
                var (latitude, longitude) = layout.PostAt(cornerRow, cornerColumn);
                return PostM(latitude, longitude);
            }
        }

        return double.NaN;

        static double Between(double from, double to, double share) => from + (share * (to - from));
    }

    private double PostM(double latitudeRad, double longitudeRad)
    {
        foreach (var number in _index.At(latitudeRad, longitudeRad))
        {
            var tile = _tiles[number];
            if (tile.Layout.Locate(latitudeRad, longitudeRad, out var row, out var column) == 2) return tile.HeightM(row, column);
        }

        return double.NaN;
    }
}
