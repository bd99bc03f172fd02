using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// What tracks would be believed to do once they had taken plots. The estimates are large: they are kept in blocks, so that growing moves none of them and no block
/// counts as a large object of the collector; and there are as many as were ever needed, and no more.
/// </summary>
internal sealed class OutcomeStore
{
    private const int BlockBits = 5;
    private const int BlockLength = 1 << BlockBits;

    private ModeEstimate[][] _blocks = [new ModeEstimate[BlockLength]];
    private int _blockCount = 1;

    /// <summary>Outcomes kept.</summary>
    public int Count { get; private set; }

    /// <summary>An outcome.</summary>
    public ref ModeEstimate this[int place] => ref _blocks[place >> BlockBits][place & (BlockLength - 1)];

    /// <summary>Forgets all of them.</summary>
    public void Clear() => Count = 0;

    /// <summary>The next outcome, to be worked out in place; it counts once it is <see cref="Keep">kept</see>.</summary>
    public ref ModeEstimate Next()
    {
        if (Count == _blockCount * BlockLength)
        {
            if (_blockCount == _blocks.Length) Array.Resize(ref _blocks, 2 * _blockCount);
            _blocks[_blockCount++] = new ModeEstimate[BlockLength];
        }

        return ref this[Count];
    }

    /// <summary>Keeps the next outcome.</summary>
    public void Keep() => Count++;
}
