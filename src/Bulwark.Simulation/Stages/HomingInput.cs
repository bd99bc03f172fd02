using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="HomingStage"/> may use.</summary>
internal readonly ref struct HomingInput
{
    public required SimTime Now { get; init; }

    public required int Target { get; init; }

    /// <summary>The targets; the stage replaces the flight of its own.</summary>
    public required PlannedTarget[] Flights { get; init; }

    public required Span<TargetStatus> Statuses { get; init; }

    public required HomingState[] Memory { get; init; }

    /// <summary>The radars, whether they radiate, and the means to put one out of action.</summary>
    public required EmitterInput Emitter { get; init; }
}
