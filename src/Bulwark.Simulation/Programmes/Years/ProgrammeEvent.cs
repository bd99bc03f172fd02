using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Programmes.Years;

/// <summary>Something that happened in the years of a programme. Immutable; eight words without gaps, so that its bytes are its fingerprint.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Unit">Index of the unit, or -1.</param>
/// <param name="Component">Index of the component in the plan, or -1.</param>
/// <param name="Other">A third number, by kind.</param>
/// <param name="AmountUsd">Money, US dollars; 0 when none was paid.</param>
public readonly record struct ProgrammeEvent(SimTime Time, ProgrammeEventKind Kind, int Unit, int Component, int Other, double AmountUsd);
