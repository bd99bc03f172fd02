namespace Bulwark.Tracking.Registration;

/// <summary>How large a radar's constant errors may be, as its makers or its crew state it: standard deviations from set to set. Immutable.</summary>
/// <param name="RangeSigmaM">Of range, metres, finite and not negative; 0 for a set without such an error.</param>
/// <param name="AzimuthSigmaRad">Of azimuth, radians, finite and not negative.</param>
/// <param name="ElevationSigmaRad">Of elevation, radians, finite and not negative.</param>
public readonly record struct StatedErrors(double RangeSigmaM, double AzimuthSigmaRad, double ElevationSigmaRad)
{
    /// <summary>Whether the set may have any such error.</summary>
    public bool IsAny => RangeSigmaM > 0 || AzimuthSigmaRad > 0 || ElevationSigmaRad > 0;
}
