namespace Bulwark.Core.Terrain;

/// <summary>
/// Parts of tiles kept in memory up to a number of bytes; the one used longest ago goes first. Safe to use from several threads; a part
/// that several ask for at once is read once.
/// </summary>
internal sealed class TileCache(long limitBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Tile, int Part), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = [];
    private long _bytes;

    /// <summary>Bytes held at present.</summary>
    public long HeldBytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>The part, read when it is not there.</summary>
    public ElevationRaster Get((int Tile, int Part) key, long bytes, Func<ElevationRaster> read)
    {
        Entry entry;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                _order.Remove(node);
            }
            else
            {
                node = new LinkedListNode<Entry>(new Entry(key, bytes, new Lazy<ElevationRaster>(read, LazyThreadSafetyMode.ExecutionAndPublication)));
                _entries.Add(key, node);
                _bytes += bytes;
            }

            _order.AddFirst(node);
            entry = node.Value;
            while (_bytes > limitBytes && _order.Last is { } oldest && oldest != node) Drop(oldest);
        }

        try
        {
            return entry.Raster.Value;
        }
        finally
        {
            // What failed is tried again the next time it is asked for.
            if (!entry.Raster.IsValueCreated) Forget(entry);
        }
    }

    private void Forget(Entry entry)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Key, out var node) && ReferenceEquals(node.Value, entry)) Drop(node);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _entries.Remove(node.Value.Key);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Entry((int Tile, int Part) Key, long Bytes, Lazy<ElevationRaster> Raster);
}
