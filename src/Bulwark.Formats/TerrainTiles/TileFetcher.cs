using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Formats.TerrainTiles;

/// <summary>
/// Fetches the public terrain tiles of an area into a folder. Every tile is received beside its place, checked (checksum when one is
/// known, its format always, post by post) and renamed; what was received of an unfinished one is continued the next time. Tiles that the
/// source does not have are remembered in <c>missing-tiles.txt</c>.
/// </summary>
public sealed class TileFetcher
{
    private readonly TileFetchOptions _options;
    private readonly string _address;

    /// <summary>Prepares a fetch.</summary>
    /// <param name="options">What to fetch.</param>
    /// <exception cref="TileFetchException">The area or the address cannot be used.</exception>
    public TileFetcher(TileFetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _address = options.Address ?? options.Source.Address;
        if (!_address.Contains("{name}", StringComparison.Ordinal) || !Uri.TryCreate(options.Source.AddressOf(_address, 0, 0), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new TileFetchException(_address, "the address cannot be used", "http:// or https:// with {name} where the name of a tile belongs", "Look at the example in the help.");
        Corners = [.. CornersOf(options.Area)];
        if (Corners.Length > options.MaximumTiles)
            throw new TileFetchException(_address, $"the area needs {Corners.Length} tiles", $"at most {options.MaximumTiles}", "Ask for a smaller area, or fetch it in several calls.");
    }

    /// <summary>South-west corners of the tiles of the area, whole degrees, from the south and west.</summary>
    public ImmutableArray<(int Latitude, int Longitude)> Corners { get; }

    /// <summary>Fetches all tiles of the area that are not there yet.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellation">Stops the work; what was received so far is kept to be continued.</param>
    /// <exception cref="TileFetchException">A tile cannot be fetched.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<TileFetchSummary> FetchAsync(Action<double>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_options.Folder);
        var memory = new MissingTiles(_options.Folder, _address);
        using var download = new TileDownload(_options);
        var (fetched, present, missing, bytes) = (new List<string>(), new List<string>(), new List<string>(), 0L);
        for (var i = 0; i < Corners.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (latitude, longitude) = Corners[i];
            var name = _options.Source.NameOf(latitude, longitude);
            var file = name + _options.Source.Ending;
            var done = i;
            if (File.Exists(Path.Combine(_options.Folder, file)))
            {
                present.Add(file);
            }
            else if (memory.Contains(name))
            {
                missing.Add(name);
            }
            else
            {
                var received = await download.GetAsync(_options.Source.AddressOf(_address, latitude, longitude), file, share => progress?.Invoke((done + share) / Corners.Length), cancellation).ConfigureAwait(false);
                if (received is { } count)
                {
                    fetched.Add(file);
                    bytes += count;
                }
                else
                {
                    missing.Add(name);
                    memory.Add(name);
                }
            }

            progress?.Invoke((i + 1.0) / Corners.Length);
        }

        return new TileFetchSummary(fetched, present, missing, bytes);
    }

    private static IEnumerable<(int Latitude, int Longitude)> CornersOf(GeodeticBox area)
    {
        // An area that ends on a whole degree does not need the tile beyond.
        const double rounding = 1e-9;
        var (south, north) = ((int)Math.Floor(double.RadiansToDegrees(area.SouthRad) + rounding), (int)Math.Ceiling(double.RadiansToDegrees(area.NorthRad) - rounding));
        var (west, east) = ((int)Math.Floor(double.RadiansToDegrees(area.WestRad) + rounding), (int)Math.Ceiling(double.RadiansToDegrees(area.EastRad) - rounding));
        for (var latitude = Math.Max(-90, south); latitude < Math.Min(90, Math.Max(north, south + 1)); latitude++)
        {
            for (var longitude = west; longitude < Math.Min(Math.Max(east, west + 1), west + 360); longitude++)
                yield return (latitude, ((((longitude + 180) % 360) + 360) % 360) - 180);
        }
    }
}
