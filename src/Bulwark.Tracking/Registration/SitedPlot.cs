using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>A plot as a radar measured it, nothing taken off, with which radar that is and where it stood. Immutable.</summary>
/// <param name="Radar">The radar: an index into those that are registered.</param>
/// <param name="Frame">Where it stood; null for the default value, which is no plot.</param>
/// <param name="Plot">The plot.</param>
/// <param name="MeasuresElevation">False for a set whose elevations, if any, are to be ignored.</param>
public readonly record struct SitedPlot(int Radar, SensorFrame? Frame, Plot Plot, bool MeasuresElevation);
