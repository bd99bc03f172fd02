using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Events;

/// <summary>An event that waits in the queue. Immutable.</summary>
/// <param name="Time">When it is due.</param>
/// <param name="Sequence">The phase in the top byte and the order of arrival below: makes the order of equal times exact.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Subject">Index of the thing it concerns.</param>
/// <param name="Detail">A second number, by kind.</param>
public readonly record struct QueuedEvent(SimTime Time, ulong Sequence, EventKind Kind, int Subject, int Detail);
