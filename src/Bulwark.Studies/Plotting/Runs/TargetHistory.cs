using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>When one target was on the scene, and what became of it.</summary>
internal sealed record TargetHistory(PlannedTarget Target, SimTime From, SimTime To, TargetFate Fate);
