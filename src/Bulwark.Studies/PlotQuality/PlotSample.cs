namespace Bulwark.Studies.PlotQuality;

/// <summary>One plot of one radar, recorded or simulated. Immutable.</summary>
/// <param name="TimeS">When the radar measured it, seconds from any start.</param>
/// <param name="Aircraft">What tells aircraft apart: a Mode 3/A code, or the number of a simulated target; negative when nothing does.</param>
/// <param name="RangeM">Slant range, metres.</param>
/// <param name="AzimuthRad">Azimuth, radians.</param>
public readonly record struct PlotSample(double TimeS, int Aircraft, double RangeM, double AzimuthRad);
