namespace Bulwark.Simulation.Outcomes;

/// <summary>A count that goes up and down, and the most it ever was.</summary>
internal struct RunningPeak
{
    private int _count;

    public int Peak { get; private set; }

    public void Add(int change)
    {
        _count += change;
        Peak = Math.Max(Peak, _count);
    }
}
