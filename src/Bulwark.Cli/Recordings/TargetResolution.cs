namespace Bulwark.Cli.Recordings;

/// <summary>How close two aircraft may be before a radar makes one plot of them. Immutable.</summary>
/// <param name="RangeM">In range, metres; 0 for never.</param>
/// <param name="AzimuthRad">In azimuth, radians; 0 for never.</param>
internal readonly record struct TargetResolution(double RangeM, double AzimuthRad)
{
    /// <summary>Every aircraft has a plot of its own.</summary>
    public static TargetResolution None => default;
}
