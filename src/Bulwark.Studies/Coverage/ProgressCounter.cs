namespace Bulwark.Studies.Coverage;

/// <summary>Counts pieces of work from any thread and tells the share done, one call at a time.</summary>
internal sealed class ProgressCounter(int pieces, Action<double>? progress)
{
    private readonly Lock _lock = new();
    private int _done;

    public void Done()
    {
        if (progress is null) return;
        lock (_lock) progress(Math.Min(1, ++_done / (double)pieces));
    }
}
