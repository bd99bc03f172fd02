using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Planning;

/// <summary>A battery with its models made ready. Immutable.</summary>
public sealed class PlannedBattery
{
    internal PlannedBattery(int index, Battery battery, PlannedFireUnit[] units)
    {
        Index = index;
        Battery = battery;
        Units = units;
        Caps = [new UnitCap(battery.Id, -1, battery.Limits.Targets, battery.Limits.Missiles), .. battery.Caps.Select(static cap => cap with { Parent = cap.Parent + 1 })];
    }

    /// <summary>Index in the plan; its picture has the same.</summary>
    public int Index { get; }

    /// <summary>The battery of the scenario.</summary>
    public Battery Battery { get; }

    /// <summary>Its fire units.</summary>
    public PlannedFireUnit[] Units { get; }

    /// <summary>The caps above its fire units: that of the whole first, then those of its parts, one inside another after it.</summary>
    public UnitCap[] Caps { get; }

    /// <summary>Published caps.</summary>
    public BatteryLimits Limits => Battery.Limits;

    /// <summary>How it fights.</summary>
    public EngagementDoctrine Doctrine => Battery.Doctrine;

    /// <summary>Every kind of round of its magazines once, those that reach furthest first.</summary>
    public IReadOnlyList<RoundLoad> Rounds =>
        [.. Units.SelectMany(static unit => unit.Lines).Select(static line => line.Load).DistinctBy(static load => load.Id).OrderByDescending(static load => load.Round.MaximumRangeM)];

    /// <summary>Index in <see cref="Caps"/> of the cap right above a fire unit.</summary>
    /// <param name="unit">One of its units.</param>
    public static int CapOf(PlannedFireUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Unit.Cap + 1;
    }

    internal BatteryState NewState() => new(this);
}
