using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Strobes;

/// <summary>A line of sight from a radar. Immutable.</summary>
/// <param name="Frame">Where the radar stands.</param>
/// <param name="AzimuthRad">Azimuth clockwise from true north there, radians.</param>
/// <param name="AzimuthSigmaRad">Its standard deviation, radians, positive.</param>
public readonly record struct Bearing(SensorFrame Frame, double AzimuthRad, double AzimuthSigmaRad);
