using Bulwark.Core.Timing;

namespace Bulwark.Sensing.Scheduling;

/// <summary>A look that an array takes. Immutable.</summary>
/// <param name="Task">What for.</param>
/// <param name="Time">When it begins.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Subject">The track of the request, or the beam of the search fence.</param>
public readonly record struct Dwell(DwellTask Task, SimTime Time, SimDuration Duration, int Subject);
