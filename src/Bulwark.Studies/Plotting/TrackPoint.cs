namespace Bulwark.Studies.Plotting;

/// <summary>One point of a recorded track. Immutable.</summary>
/// <param name="TimeS">Time, seconds, on the recording's own clock.</param>
/// <param name="LatitudeRad">Geodetic latitude, radians.</param>
/// <param name="LongitudeRad">Longitude, radians.</param>
/// <param name="HeightM">Height, metres; not a number when nobody knows it.</param>
/// <param name="GroundSpeedMPerS">Speed over the ground, m/s; not a number when nobody knows it.</param>
public readonly record struct TrackPoint(double TimeS, double LatitudeRad, double LongitudeRad, double HeightM, double GroundSpeedMPerS);
