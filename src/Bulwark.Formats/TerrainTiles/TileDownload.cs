using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Bulwark.Core.Terrain;

namespace Bulwark.Formats.TerrainTiles;

/// <summary>Receives one tile at a time: beside its place, continued where it stopped, checked, then renamed.</summary>
internal sealed class TileDownload : IDisposable
{
    private const string TryAgain = "Look at the connection and give the command again: it goes on where it stopped.";

    private readonly TileFetchOptions _options;
    private readonly string _aside;
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxAutomaticRedirections = 5, AutomaticDecompression = DecompressionMethods.None }) { Timeout = Timeout.InfiniteTimeSpan };

    public TileDownload(TileFetchOptions options)
    {
        _options = options;
        _aside = Path.Combine(options.Folder, ".partial");
    }

    /// <summary>Fetches a tile; the bytes received, or null when the source does not have it.</summary>
    public async Task<long?> GetAsync(string address, string file, Action<double> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_aside);
        var partial = Path.Combine(_aside, file);
        var received = 0L;
        TileFetchException? last = null;
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            if (attempt > 0) await Task.Delay(_options.RetryPause * Math.Pow(2, attempt - 1), cancellation).ConfigureAwait(false);
            try
            {
                if (await ReceiveAsync(address, partial, count => received += count, progress, cancellation).ConfigureAwait(false) == false)
                {
                    Drop(partial);
                    return null;
                }

                Check(address, file, partial);
                File.Move(partial, Path.Combine(_options.Folder, file), overwrite: true);
                Drop(partial);
                if (!Directory.EnumerateFileSystemEntries(_aside).Any()) Directory.Delete(_aside);
                return received;
            }
            catch (TileFetchException failed) when (failed.InnerException is not null || attempt + 1 == _options.Attempts)
            {
                // A cut or a bad copy may go better the next time; a refusal will not.
                last = failed;
            }
        }

        throw last ?? new TileFetchException(address, "it was not asked for", "at least one attempt", TryAgain);
    }

    public void Dispose() => _client.Dispose();

    private static void Drop(string partial)
    {
        File.Delete(partial);
        File.Delete(partial + ".etag");
    }

    /// <summary>Receives the rest of a tile; false when the source does not have it.</summary>
    private async Task<bool> ReceiveAsync(string address, string partial, Action<int> count, Action<double> progress, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            silence.CancelAfter(_options.Patience);
            var have = Continued(partial, out var etag);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (have > 0)
            {
                request.Headers.Range = new RangeHeaderValue(have, null);
                request.Headers.IfRange = new RangeConditionHeaderValue(etag!);
            }

            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return false;
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                Drop(partial);
                throw Again(address, "what was received before does not fit", "a tile that is still the same");
            }

            if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
                throw Again(address, $"the other side answered {(int)response.StatusCode}", "200, 206, or 404 for a tile that is not there");
            if (!response.IsSuccessStatusCode)
                throw new TileFetchException(address, $"the other side answered {(int)response.StatusCode}", "200, 206, or 404 for a tile that is not there", "Look at the address and at whether the source asks for an account.");

            // Anything but the rest that was asked for is the whole tile from its start.
            if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != have) have = 0;
            if (have == 0 && response.StatusCode == HttpStatusCode.PartialContent)
            {
                Drop(partial);
                throw Again(address, "the other side sent another part than was asked for", "the rest of the tile");
            }

            var total = have + (response.Content.Headers.ContentLength ?? 0);
            RequireSize(address, partial, total);
            await SaveAsync(response, address, partial, have, total, count, progress, silence).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException stalled) when (!cancellation.IsCancellationRequested)
        {
            throw Again(address, $"nothing came for {_options.Patience.TotalSeconds:0} s", "an answer", stalled);
        }
        catch (HttpRequestException failed)
        {
            throw Again(address, $"the connection failed: {failed.Message}", "an answer", failed);
        }
        catch (HttpIOException cut)
        {
            throw Again(address, "the connection was cut", "the whole tile", cut);
        }
    }

    private async Task SaveAsync(HttpResponseMessage response, string address, string partial, long have, long total, Action<int> count, Action<double> progress, CancellationTokenSource silence)
    {
        if (response.Headers.ETag is { IsWeak: false } etag) await File.WriteAllTextAsync(partial + ".etag", etag.Tag, silence.Token).ConfigureAwait(false);
        else File.Delete(partial + ".etag");
        var into = new FileStream(partial, have > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        await using (into.ConfigureAwait(false))
        {
            var from = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            var buffer = new byte[1 << 16];
            while (true)
            {
                silence.CancelAfter(_options.Patience);
                var read = await from.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
                if (read == 0) break;
                RequireSize(address, partial, have += read);
                await into.WriteAsync(buffer.AsMemory(0, read), silence.Token).ConfigureAwait(false);
                count(read);
                if (total > 0) progress(Math.Min(1, have / (double)total));
            }
        }
    }

    private void RequireSize(string address, string partial, long bytes)
    {
        if (bytes <= _options.MaximumTileBytes) return;
        Drop(partial);
        throw new TileFetchException(address, $"the tile has more than {_options.MaximumTileBytes} bytes", "a tile of one degree", "Look at the address: it does not lead to terrain tiles.");
    }

    /// <summary>How much of a tile is there and can be continued: only with a strong tag that says which version it is.</summary>
    private static long Continued(string partial, out EntityTagHeaderValue? etag)
    {
        etag = null;
        var file = new FileInfo(partial);
        var isKnown = file.Exists && File.Exists(partial + ".etag") && EntityTagHeaderValue.TryParse(File.ReadAllText(partial + ".etag"), out etag);
        return isKnown ? file.Length : 0;
    }

    private void Check(string address, string file, string partial)
    {
        if (_options.Checksums.TryGetValue(file, out var expected))
        {
            using var content = File.OpenRead(partial);
            var found = Convert.ToHexStringLower(SHA256.HashData(content));
            if (!string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
            {
                content.Close();
                Drop(partial);
                throw Again(address, $"the tile has the SHA-256 {found}", expected);
            }
        }

        try
        {
            TileStore.Open(partial, new TileStoreOptions { CacheBytes = 1 << 20 }).Survey();
        }
        catch (TerrainException damaged)
        {
            Drop(partial);
            throw Again(address, $"what came is not a terrain tile ({damaged.Message})", "a whole tile", damaged);
        }
    }

    /// <summary>A failure that another attempt may mend: it has an inner exception.</summary>
    private static TileFetchException Again(string address, string problem, string expected, Exception? inner = null) =>
        new(address, problem, expected, TryAgain, inner ?? new IOException(problem));
}
