namespace Bulwark.Flight.Interceptors;

/// <summary>A corner of an envelope's outline. Immutable.</summary>
/// <param name="GroundRangeM">Distance along the surface from the launcher, metres.</param>
/// <param name="HeightM">Height above the ellipsoid, metres.</param>
public readonly record struct EnvelopePoint(double GroundRangeM, double HeightM);
