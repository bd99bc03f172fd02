namespace Bulwark.Formats.Asterix;

/// <summary>What was read and what was passed over so far. Mutable; filled by <see cref="AsterixReader"/>.</summary>
public sealed class AsterixStatistics
{
    private readonly long[] _blocks = new long[256];
    private readonly long[] _records = new long[256];
    private readonly long[] _skipped = new long[256];

    /// <summary>All records decoded, duplicates included.</summary>
    public long Records { get; private set; }

    /// <summary>Records dropped as exact duplicates.</summary>
    public long DuplicateRecords { get; internal set; }

    /// <summary>Blocks of a known category that were given up part-way (only with <see cref="AsterixReaderOptions.SkipMalformed"/>).</summary>
    public long MalformedBlocks { get; internal set; }

    /// <summary>What was wrong with the first malformed block; null when there was none.</summary>
    public string? FirstProblem { get; internal set; }

    /// <summary>UDP datagrams that are not made of data blocks.</summary>
    public long ForeignDatagrams { get; internal set; }

    /// <summary>Captured packets that carry no UDP datagram.</summary>
    public long OtherPackets { get; internal set; }

    /// <summary>Captured packets that are fragments of a datagram.</summary>
    public long FragmentedPackets { get; internal set; }

    /// <summary>Datagrams of which the capture program kept only the beginning.</summary>
    public long CutPackets { get; internal set; }

    /// <summary>Counts of the categories seen, in ascending order.</summary>
    public IReadOnlyList<CategoryCount> Categories()
    {
        var counts = new List<CategoryCount>();
        for (var category = 0; category < 256; category++)
        {
            if (_blocks[category] + _skipped[category] > 0)
            {
                counts.Add(new CategoryCount(category, _blocks[category], _records[category], _skipped[category]));
            }
        }

        return counts;
    }

    /// <summary>Records decoded of one category, duplicates included.</summary>
    /// <param name="category">Category, 0 to 255.</param>
    public long RecordsOf(int category) => _records[category];

    internal void CountBlock(int category) => _blocks[category]++;

    internal void CountSkippedBlock(int category) => _skipped[category]++;

    internal void CountRecord(int category)
    {
        _records[category]++;
        Records++;
    }
}
