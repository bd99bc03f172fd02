using Bulwark.Tracking.Estimation;

namespace Bulwark.Tracking.Tracks;

/// <summary>Where a ballistic track came from and where it will strike. Immutable.</summary>
/// <param name="Launch">Where it was launched; null when its path does not come from the ground.</param>
/// <param name="Impact">Where it will strike; null when it does not come down within an hour and a half.</param>
/// <param name="BallisticCoefficientKgPerM2">Estimated mass / (drag coefficient · area), kg/m².</param>
public readonly record struct BallisticReport(GroundEstimate? Launch, GroundEstimate? Impact, double BallisticCoefficientKgPerM2);
