using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.World;

/// <summary>What a battery under a command post knows of it: when it last heard from it, and what it was ordered.</summary>
internal sealed class BatteryCommand
{
    public BatteryCommand() => Orders = new StructTable<FireOrder>();

    private BatteryCommand(BatteryCommand other)
    {
        HeardAt = other.HeardAt;
        Mode = other.Mode;
        Orders = other.Orders.Copy();
    }

    public SimTime HeardAt { get; set; } = SimTime.Start;

    public CommandMode Mode { get; set; }

    /// <summary>Every order that reached it, in the order of arrival.</summary>
    public StructTable<FireOrder> Orders { get; }

    public BatteryCommand Copy() => new(this);
}
