using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>An order to units of the defence, at a time or when something happens. Immutable.</summary>
public sealed record UnitOrder
{
    /// <summary>The batteries and radars it is for, at least one.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>When it is given; null when it waits for <see cref="When"/>.</summary>
    public SimTime? At { get; init; }

    /// <summary>What sets it off; <see cref="OrderCondition.None"/> when it has a time.</summary>
    public OrderCondition When { get; init; }

    /// <summary>The battery or radar to which that happens; null for each unit itself.</summary>
    public string? WhenOf { get; init; }

    /// <summary>Time between what sets it off and its execution.</summary>
    public SimDuration Delay { get; init; }

    /// <summary>What is to be done.</summary>
    public required OrderAction Action { get; init; }

    /// <summary>Where to go, for <see cref="OrderAction.Move"/>; the height is that of the ground.</summary>
    public GeodeticPoint? To { get; init; }

    /// <summary>Direction to face after the move, radians clockwise from north; null to keep the present one.</summary>
    public double? FacingRad { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public DocumentPlace Place { get; init; }
}
