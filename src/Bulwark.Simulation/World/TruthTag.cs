namespace Bulwark.Simulation.World;

/// <summary>
/// Which target in truth is behind a track, a report or an order, or that none is: carried along for the record, opaque to who carries it. Two tags do not even say whether
/// they are the same. Nothing by default.
/// </summary>
internal readonly struct TruthTag
{
    /// <summary>Stands for the target in an event that is recorded together with a tag.</summary>
    public const int Unsaid = -1;

    // One more than the target's index, so that nothing is the default.
    private readonly int _number;

    private TruthTag(int target) => _number = target + 1;

    /// <summary>The tag of a target.</summary>
    /// <param name="target">Its index, or -1 for none.</param>
    public static TruthTag Of(int target) => new(Math.Max(-1, target));

    /// <summary>The tag of what a simulated plot or strobe came from.</summary>
    /// <param name="id">The reference that the plot carries.</param>
    public static TruthTag OfPlot(long id) => new(PlotTag.Target(id));

    /// <summary>The reference that a plot made of a report carries.</summary>
    public long AsPlot() => PlotTag.Of(_number - 1);

    /// <summary>Which target it is, or -1.</summary>
    /// <param name="key">Shows that the caller may know.</param>
    public int Open(TruthKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _number - 1;
    }

    /// <summary>Never: comparing tags would tell which tracks are of one target.</summary>
    public override bool Equals(object? obj) => false;

    /// <summary>The same for all.</summary>
    public override int GetHashCode() => 0;
}
