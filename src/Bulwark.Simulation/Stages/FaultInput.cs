using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="FaultStage"/> may use.</summary>
internal readonly ref struct FaultInput
{
    public required SimTime Now { get; init; }

    public required PlannedFault Fault { get; init; }

    /// <summary>The radars, fire units, nodes and the network.</summary>
    public required EmitterInput Emitter { get; init; }
}
