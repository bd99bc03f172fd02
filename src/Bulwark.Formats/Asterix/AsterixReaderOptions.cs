namespace Bulwark.Formats.Asterix;

/// <summary>How a recording is read. Immutable.</summary>
public sealed record AsterixReaderOptions
{
    /// <summary>
    /// Passes over blocks that contradict their category's definition and counts them, instead of stopping with an error. For
    /// recordings with a few damaged blocks, or with a category of another edition.
    /// </summary>
    public bool SkipMalformed { get; init; }

    /// <summary>
    /// Drops a record that repeats an earlier one octet by octet within this time, in seconds of the receive clock (without receive
    /// times: among the last 8,192 records). For recordings of two feeds of the same radars. Null keeps everything.
    /// </summary>
    public double? DropDuplicatesWithinS { get; init; }

    /// <summary>Most bytes accepted after decompression; 16 GiB unless set.</summary>
    public long MaximumExpandedBytes { get; init; } = 16L << 30;
}
