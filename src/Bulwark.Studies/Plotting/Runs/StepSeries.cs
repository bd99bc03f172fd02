namespace Bulwark.Studies.Plotting.Runs;

/// <summary>A count over time: holds its value until the next change.</summary>
internal sealed class StepSeries(int start)
{
    private readonly List<(double TimeS, int Value)> _changes = [(0, start)];

    public IReadOnlyList<(double TimeS, int Value)> Changes => _changes;

    public int Peak { get; private set; } = start;

    public void Add(double timeS, int change)
    {
        var value = _changes[^1].Value + change;

        // Changes at one moment are one step, or a count that goes down and up again would look like a gap.
        if (_changes[^1].TimeS == timeS) _changes[^1] = (timeS, value);
        else _changes.Add((timeS, value));
        Peak = Math.Max(Peak, value);
    }
}
