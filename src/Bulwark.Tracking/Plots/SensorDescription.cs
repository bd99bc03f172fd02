using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Plots;

/// <summary>What the tracker needs to know about a sensor. Immutable.</summary>
/// <param name="Frame">Where it stands and how its measurements relate to Earth-fixed positions.</param>
/// <param name="RevisitPeriodS">Time from one look at a target to the next, seconds, positive: the antenna period of a rotating set.</param>
/// <param name="MeasuresElevation">False for a set whose elevations, if any, are to be ignored.</param>
public sealed record SensorDescription(SensorFrame Frame, double RevisitPeriodS, bool MeasuresElevation);
