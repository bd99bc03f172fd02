using Bulwark.Simulation.Planning;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>What one battery did over time.</summary>
internal sealed class BatteryHistory(PlannedBattery planned)
{
    public PlannedBattery Planned => planned;

    public StepSeries Engaged { get; } = new(0);

    public StepSeries Flying { get; } = new(0);

    public StepSeries Ready { get; } = new(ReadyAtFirst(planned));

    public List<EngagementHistory> Engagements { get; } = [];

    /// <summary>Rounds on all launchers when they are full.</summary>
    public int Full { get; } = ReadyAtFirst(planned);

    /// <summary>Where each target gave its first plot to the battery's acquisition radar.</summary>
    public List<RangeHeight> FirstPlots { get; } = [];

    /// <summary>Where each target was when its first track was confirmed.</summary>
    public List<RangeHeight> FirstTracks { get; } = [];

    /// <summary>Where targets were when rounds were launched at them.</summary>
    public List<RangeHeight> Launches { get; } = [];

    /// <summary>Where missiles killed.</summary>
    public List<RangeHeight> Hits { get; } = [];

    /// <summary>Where missiles passed their targets without killing.</summary>
    public List<RangeHeight> Misses { get; } = [];

    private static int ReadyAtFirst(PlannedBattery planned) =>
        planned.Battery.FireUnits.Sum(static unit => unit.Launchers.Sum(static group => group.Count * group.Load.Sum(static load => load.PerLauncher)));
}
