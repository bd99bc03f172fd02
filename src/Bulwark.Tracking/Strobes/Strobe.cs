using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Strobes;

/// <summary>A direction without a range: where a radar saw the noise of a jammer. Immutable.</summary>
/// <param name="Time">When the beam pointed there.</param>
/// <param name="Sensor">Which sensor: an index into those of the tracker.</param>
/// <param name="AzimuthRad">Azimuth clockwise from true north, radians, any turn.</param>
/// <param name="AzimuthSigmaRad">Its standard deviation, radians, positive.</param>
/// <param name="Id">The caller's own reference; it is only passed on.</param>
public readonly record struct Strobe(SimTime Time, int Sensor, double AzimuthRad, double AzimuthSigmaRad, long Id);
