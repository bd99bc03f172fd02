namespace Bulwark.Sensing.Batches;

/// <summary>Where a set looks at all, for <see cref="DetectionBatch"/>: outside, the probability is 0. Immutable.</summary>
/// <param name="MinimumRangeM">Blind range, metres.</param>
/// <param name="MaximumRangeM">Instrumented range, metres.</param>
/// <param name="MinimumElevationRad">Lowest elevation, radians.</param>
/// <param name="MaximumElevationRad">Highest elevation, radians.</param>
public readonly record struct BatchLimits(double MinimumRangeM, double MaximumRangeM, double MinimumElevationRad, double MaximumElevationRad);
