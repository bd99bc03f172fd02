using Bulwark.Core.Timing;

namespace Bulwark.Simulation.World;

/// <summary>What a phased array has spent its time on since it began the present search of its fence. A value.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Search">Time for search.</param>
/// <param name="Confirmation">Time for plots that may be new targets.</param>
/// <param name="Track">Time for updates of tracks.</param>
/// <param name="FireControl">Time for guidance.</param>
internal readonly record struct ArrayUse(SimTime Began, SimDuration Search, SimDuration Confirmation, SimDuration Track, SimDuration FireControl);
