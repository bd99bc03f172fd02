namespace Bulwark.Tracking.Gating;

/// <summary>How far from its straight path a track may be met: a polynomial in the time since its newest plot that no gate exceeds. Immutable.</summary>
/// <param name="NowM">At once, metres.</param>
/// <param name="PerSecondM">More for each second, m/s.</param>
/// <param name="PerSecond2M">More for each second squared, m/s².</param>
/// <param name="SpeedMPerS">Speed along the path, for plots a little before or after, m/s.</param>
internal readonly record struct ReachBound(double NowM, double PerSecondM, double PerSecond2M, double SpeedMPerS);
