using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>An event with its place in the run. Immutable.</summary>
/// <param name="Sequence">Its number in the run, from 0.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Happened">What happened.</param>
/// <typeparam name="T">Type of the event.</typeparam>
public readonly record struct RecordedEvent<T>(long Sequence, SimTime Time, T Happened)
    where T : struct, IRunEvent;
